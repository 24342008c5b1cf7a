import type { Day } from '../../model/day.ts'
import { dayRange, shortDay } from '../../texts/en/days.ts'
import { Link } from '../../ui/link.tsx'

export type SeasonLine = {
  readonly name: string
  readonly season: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly href: string
  readonly resultsHref: string | null
}

/** Where everybody begins: the seasons and, in the demo, the mailbox. */
export function FrontPage(props: { organisation: string; seasons: readonly SeasonLine[]; today: Day; demo: boolean }) {
  return (
    <div class="wrap pt-12 md:pt-20">
      <p class="text-dense text-muted">Mentorship at {props.organisation}</p>
      <h1 class="mt-2 max-w-[26ch]">{answer(props.seasons, props.today)}</h1>
      {props.seasons.length === 0 ? (
        <p class="mt-4 max-w-measure">A season appears here once a coordinator has loaded its program file.</p>
      ) : (
        <Seasons seasons={props.seasons} />
      )}
      {props.demo && <DemoNote />}
    </div>
  )
}

function answer(seasons: readonly SeasonLine[], today: Day): string {
  const running = seasons.filter((season) => season.startsOn <= today && today <= season.endsOn)
  const [first] = running
  if (first && running.length === 1) return `${first.name} runs until ${shortDay(first.endsOn)}`
  if (running.length > 1) return `${running.length} seasons are running`
  const next = seasons.filter((season) => season.startsOn > today).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0]
  return next ? `${next.name} begins on ${shortDay(next.startsOn)}` : 'No season is running today'
}

function Seasons({ seasons }: { seasons: readonly SeasonLine[] }) {
  return (
    <section class="mt-section" aria-labelledby="seasons">
      <h2 id="seasons" class="pb-4">
        Seasons
      </h2>
      <ul class="sheet border-b border-rule">
        {seasons.map((season) => (
          <li key={season.href}>
            <p class="when">{dayRange(season.startsOn, season.endsOn)}</p>
            <div>
              <p>
                <Link href={season.href}>{`${season.name}, ${season.season}`}</Link>
              </p>
              {season.resultsHref !== null && (
                <p class="mt-1 text-dense">
                  <Link href={season.resultsHref}>Results of {season.season}</Link>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function DemoNote() {
  return (
    <section class="mt-section max-w-measure" aria-labelledby="demo">
      <h2 id="demo">This is a demo</h2>
      <p class="mt-2">
        All people are invented and nothing leaves this machine. Messages land in{' '}
        <Link href="/demo/mailbox">the mailbox</Link>; the clock above moves the season on.
      </p>
      <p class="mt-2">
        <Link href="/demo/come-in">Come in as one of its people</Link>: the coordinator, a mentor, a mentee.
      </p>
    </section>
  )
}
