import type { QuietPairs } from '../../../journey/meet/screens/quiet-pairs.ts'
import { dayRange, longDay, windowName } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Pager } from '../../../ui/pager.tsx'

const LINES_PER_PAGE = 50
type Line = QuietPairs['pairs'][number] & { readonly program: string; readonly everyDays: number }

/** Pairs that a coordinator should look at: nothing is known of them, or their two say different things. */
export function QuietPairsPage({ seasons, page }: { seasons: readonly QuietPairs[]; page: number }) {
  const lines = seasons.flatMap((it) =>
    it.pairs.map((pair) => ({ ...pair, program: it.program, everyDays: it.everyDays })),
  )
  const own = seasons.reduce((sum, it) => sum + it.own, 0)
  const shown = lines.slice((page - 1) * LINES_PER_PAGE, page * LINES_PER_PAGE)
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">{heading(lines)}</h1>
      <p class="mt-3 max-w-measure">
        {lines.length === 0
          ? 'A pair stands here two working days after a window of which neither of them says anything. Both were asked by letter before.'
          : 'Both were asked by letter. Write to them and ask whether they need anything; who of the two has not answered is not shown.'}
      </p>
      {(lines.length > 0 || own > 0) && (
        <ul class="mt-6 border-b border-rule text-dense">
          {shown.map((it) => (
            <QuietLine key={`${it.program} ${it.mentor} ${it.mentee} ${it.firstDay}`} it={it} />
          ))}
          {own > 0 && (
            <li class="border-t border-rule py-3 text-muted">
              <Icon name="lock" />
              {own === 1 ? 'One pair is about you.' : `${own} pairs are about you.`} Another coordinator has it.
            </li>
          )}
        </ul>
      )}
      <Pager page={page} pages={Math.ceil(lines.length / LINES_PER_PAGE)} href={(to) => `/quiet-pairs?page=${to}`} />
      <p class="mt-8 max-w-measure text-note text-muted">
        <Icon name="eye" />
        Only the coordinators of a season see its pairs here, and the two of a pair see by hat and day who looked.
      </p>
    </div>
  )
}

function heading(lines: readonly Line[]): string {
  if (lines.length === 0) return 'No pair has gone quiet'
  const quiet = lines.filter((it) => it.state === 'quiet').length
  if (quiet === 0) return `${countOf(lines.length, 'pair says', 'pairs say')} different things`
  return `${countOf(quiet, 'pair has', 'pairs have')} gone quiet`
}

function QuietLine({ it }: { it: Line }) {
  const since = it.windows > 1 ? `${it.windows} in a row` : `one ${windowName(it.everyDays)}`
  return (
    <li class="grid gap-x-8 gap-y-1 border-t border-rule py-3 md:grid-cols-[13rem_minmax(0,1fr)_minmax(0,12rem)]">
      <p class="text-muted">ended {longDay(it.lastDay)}</p>
      <div class="min-w-0 wrap-anywhere">
        <p class="font-semibold">
          {it.mentor}, mentor, and {it.mentee}, mentee
        </p>
        <p class="text-muted">
          {it.state === 'quiet' ? 'Nothing is known of' : 'They say different things of'}{' '}
          {dayRange(it.firstDay, it.lastDay)}, {since}.
        </p>
      </div>
      <p class="text-note text-muted md:text-right">{it.program}</p>
    </li>
  )
}
