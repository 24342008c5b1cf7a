import type { Day } from '../../../model/day.ts'
import type { Program, When } from '../../../model/program.ts'
import { whenInWords } from '../../../texts/en/days.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { LinkList } from '../../../ui/link-list.tsx'

/** Every milestone of the season, in the order of its file. */
export function SeasonSheet({ program, today }: { program: Program; today: Day }) {
  const now = program.timeline.findLastIndex((milestone) => happensOn(milestone.when, today))
  return (
    <HungSection id="season" heading="The season">
      <ol class="sheet border-b border-rule">
        {program.timeline.map((milestone, at) => (
          <li key={milestone.text}>
            <p class="when">{whenInWords(milestone.when, program.startsOn.slice(0, 4))}</p>
            <div>
              <p>
                {milestone.text}
                {at === now && (
                  <span class="ml-2 bg-mark px-1.5 py-0.5 text-note font-semibold text-mark-ink">now</span>
                )}
              </p>
              <Detail optional={milestone.optional ?? false} detail={milestone.detail} />
              <LinkList links={milestone.links ?? []} />
            </div>
          </li>
        ))}
      </ol>
    </HungSection>
  )
}

function Detail({ optional, detail }: { optional: boolean; detail?: string }) {
  const words = [optional ? 'Optional.' : '', detail ?? ''].filter((text) => text !== '').join(' ')
  return words === '' ? null : <p class="max-w-measure text-dense text-muted">{words}</p>
}

function happensOn(when: When, today: Day): boolean {
  if ('day' in when) return when.day === today
  if ('days' in when) return when.days.includes(today)
  if ('from' in when) return when.from <= today && today <= when.until
  if ('weekOf' in when) return when.weekOf <= today && Date.parse(today) - Date.parse(when.weekOf) < 7 * 86_400_000
  return false
}
