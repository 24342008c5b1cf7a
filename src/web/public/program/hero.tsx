import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'
import { ROLES } from '../../../model/role.ts'
import { callSentence, phaseHeading, phaseSentence } from '../../../texts/en/calls.ts'
import { dayRange } from '../../../texts/en/days.ts'
import { Link } from '../../../ui/link.tsx'

/** What the program is, and what is open to you today. */
export function Hero({ program, today, resultsHref }: { program: Program; today: Day; resultsHref: string | null }) {
  return (
    <div class="wrap pt-12 md:pt-20">
      <p class="text-dense text-muted">
        {program.season}, {dayRange(program.startsOn, program.endsOn)}
      </p>
      <h1 class="mt-3 max-w-[18ch] text-cover -tracking-[0.035em]">{program.name}</h1>
      <div class="mt-8 grid gap-x-16 gap-y-10 md:mt-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          <p class="max-w-measure text-head leading-normal">{program.lede}</p>
          <p class="mt-block max-w-measure">{program.purpose}</p>
        </div>
        <section aria-labelledby="now" class="self-start border-y-2 border-base-content py-5">
          <h2 id="now">{phaseHeading(program, today)}</h2>
          <p class="mt-1">{phaseSentence(program, today)}</p>
          <div class="mt-4 space-y-2 border-t border-rule pt-4 text-dense">
            {ROLES.map((role) => (
              <p key={role}>{callSentence(program, role, today)}</p>
            ))}
            <p>
              <Link href={`/seasons/${program.key}/apply`}>What it takes, and how to apply</Link>
            </p>
            {resultsHref !== null && (
              <p>
                <Link href={resultsHref}>Read the results so far</Link>
              </p>
            )}
          </div>
        </section>
      </div>
    </div>
  )
}
