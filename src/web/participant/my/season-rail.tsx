import type { RailLine } from '../../../desk/rules/plan-rail.ts'
import type { MySeason } from '../../../desk/screens/my-page.ts'
import type { Day } from '../../../model/day.ts'
import { shortDay, whenInWords } from '../../../texts/en/days.ts'
import { More } from '../../../ui/disclosure.tsx'
import { Link } from '../../../ui/link.tsx'

/** Lines of the past that stand open: what is longer ago is folded away. */
const PAST_SHOWN = 2

/** The season of somebody in the order of its days, with today in it. */
export function SeasonRail({ season, today, isOnly }: { season: MySeason; today: Day; isOnly: boolean }) {
  const past = season.rail.filter((it) => it.place === 'past')
  const now = season.rail.filter((it) => it.place === 'now')
  const coming = season.rail.filter((it) => it.place === 'coming')
  const before = past.slice(0, -PAST_SHOWN)
  const id = `rail-${season.id}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="pb-4">
        {isOnly ? 'The season' : season.name}
      </h2>
      {before.length > 0 && (
        <div class="pb-4 text-dense">
          <More summary={before.length === 1 ? 'One line before' : `${before.length} lines before`}>
            <ol class="rail">
              {before.map((it) => (
                <OneLine key={it.text} line={it} year={season.year} />
              ))}
            </ol>
          </More>
        </div>
      )}
      <ol class="rail">
        {past.slice(-PAST_SHOWN).map((it) => (
          <OneLine key={it.text} line={it} year={season.year} />
        ))}
        <li aria-current="step">
          <p class="font-semibold">
            <mark class="bg-mark px-1 text-mark-ink">Today</mark>, {shortDay(today, season.year)}
          </p>
          {now.map((it) => (
            <p key={it.text} class="mt-1">
              {it.text}, {whenInWords(it.when, season.year)}
              {ownWords(it)}
            </p>
          ))}
        </li>
        {coming.map((it) => (
          <OneLine key={it.text} line={it} year={season.year} />
        ))}
      </ol>
      <ul class="space-y-2 text-dense">
        {season.pages.map((it) => (
          <li key={it.href}>
            <Link href={it.href}>{it.text}</Link>
          </li>
        ))}
        <li>
          <Link href={`/seasons/${season.key}`}>All about {season.name}</Link>
        </li>
      </ul>
    </section>
  )
}

function OneLine({ line, year }: { line: RailLine; year: string }) {
  return (
    <li data-done={line.place === 'past' ? '' : undefined}>
      <p class="text-muted">{whenInWords(line.when, year)}</p>
      <p>
        {line.text}
        {ownWords(line)}
      </p>
      {line.detail && line.place === 'coming' && <p class="text-muted">{line.detail}</p>}
    </li>
  )
}

/** What is the reader's own on a line; nothing is said of what was not done. */
function ownWords({ own, place, text }: RailLine): string {
  if (own === 'done') return text.startsWith('Survey') ? '. Answered.' : '. You have done it.'
  return own === 'open' && place === 'now' ? '. Open for you.' : ''
}
