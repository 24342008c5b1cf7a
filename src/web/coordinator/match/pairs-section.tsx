import type { Board, BoardPair } from '../../../journey/match/actions/see-board.ts'
import { outOf100 } from '../../../texts/en/match.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { type BoardAsked, matchLink } from './match-links.ts'

export const PAIRS_PER_PAGE = 50
type Props = { board: Board; run: number; asked: BoardAsked }

/** Every pair with what joins it: found by name and division, fifty a page. */
export function PairsSection({ board, run, asked }: Props) {
  const found = pairsFound(board.pairs, asked)
  const shown = found.slice((asked.page - 1) * PAIRS_PER_PAGE, asked.page * PAIRS_PER_PAGE)
  const at = { season: board.season, run, q: asked.q, division: asked.division, sort: asked.sort }
  const isFiltered = asked.q !== '' || asked.division !== ''
  return (
    <section aria-labelledby="pairs">
      <div class="flex flex-wrap items-baseline justify-between gap-x-8">
        <h2 id="pairs">{isFiltered ? `${countOf(found.length, 'pair')} found` : countOf(found.length, 'pair')}</h2>
        <Link href={matchLink('/pairs.csv', { season: board.season, run })}>Download as CSV</Link>
      </div>
      <Filter board={board} run={run} asked={asked} />
      {shown.length === 0 && (
        <p class="mt-6">
          No pair fits. <Link href={matchLink('', { season: board.season, run })}>Show all pairs</Link>
        </p>
      )}
      <ol class="mt-4 border-b border-rule">
        {shown.map((it) => (
          <PairLine key={it.mentee.id} pair={it} season={board.season} run={run} />
        ))}
      </ol>
      <Pager
        page={asked.page}
        pages={Math.ceil(found.length / PAIRS_PER_PAGE)}
        href={(page) => matchLink('', { ...at, page })}
      />
    </section>
  )
}

function Filter({ board, run, asked }: Props) {
  const divisions = [...new Set(board.pairs.flatMap((it) => [it.mentee.division, it.mentor.division]))]
    .filter((it) => it !== null)
    .sort()
  return (
    <form class="mt-4 flex flex-wrap items-end gap-3" method="get" action="/desk/match" aria-label="Pairs">
      <input type="hidden" name="season" value={board.season} />
      <input type="hidden" name="run" value={String(run)} />
      <div class="min-w-40 flex-1">
        <label class="block text-note font-semibold" for="q">
          A name
        </label>
        <input class="input mt-1 w-full" id="q" name="q" type="search" value={asked.q} />
      </div>
      {divisions.length > 1 && (
        <div class="w-44">
          <label class="block text-note font-semibold" for="division">
            Division
          </label>
          <select class="select mt-1 w-full" id="division" name="division">
            <option value="">All {divisions.length}</option>
            {divisions.map((it) => (
              <option key={it} value={it} selected={it === asked.division}>
                {it}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="w-40">
        <label class="block text-note font-semibold" for="sort">
          Order
        </label>
        <select class="select mt-1 w-full" id="sort" name="sort">
          <option value="best" selected={asked.sort === 'best'}>
            Highest worth
          </option>
          <option value="worst" selected={asked.sort === 'worst'}>
            Lowest worth
          </option>
          <option value="name" selected={asked.sort === 'name'}>
            Mentee’s name
          </option>
        </select>
      </div>
      <Button>Show</Button>
    </form>
  )
}

function PairLine({ pair, season, run }: { pair: BoardPair; season: string; run: number }) {
  const { mentee, mentor, worth, joins } = pair
  const names = `${mentee.name} with ${mentor.name}`
  return (
    <li class="grid grid-cols-[minmax(0,1fr)_3rem] gap-x-6 gap-y-1 border-t border-rule py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)_3rem]">
      <div class="min-w-0 wrap-anywhere">
        {worth === null ? (
          <p>{names}</p>
        ) : (
          <p>
            <Link href={matchLink('/place', { season, run, mentee: mentee.id })}>{names}</Link>
          </p>
        )}
        <p class="text-note text-muted">{whereFrom(pair)}</p>
      </div>
      <p class="min-w-0 wrap-anywhere text-muted max-md:col-span-2 max-md:row-start-2">
        {worth === null && <Icon name="lock" />}
        {worth === null
          ? 'Your own pair: another coordinator has it.'
          : `${pair.isPinned ? 'Pinned. ' : pair.isChosen ? 'Chosen by the mentee. ' : ''}${capital(joins || 'It serves the whole season best')}.`}
        {pair.comments > 0 && ` ${countOf(pair.comments, 'comment')}.`}
      </p>
      <p class="text-right tabular-nums max-md:col-start-2 max-md:row-start-1">
        {worth !== null && (
          <>
            <span class="sr-only">worth </span>
            {outOf100(worth)}
          </>
        )}
      </p>
    </li>
  )
}

function whereFrom({ mentee, mentor }: BoardPair): string {
  if (mentee.division === null && mentor.division === null) return ''
  return `${mentee.division ?? 'not said'} with ${mentor.division ?? 'not said'}`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The pairs a filter leaves, in its order. */
export function pairsFound(pairs: readonly BoardPair[], asked: BoardAsked): readonly BoardPair[] {
  const wanted = asked.q.trim().toLowerCase()
  const found = pairs.filter(
    ({ mentee, mentor }) =>
      `${mentee.name}\n${mentor.name}`.toLowerCase().includes(wanted) &&
      (asked.division === '' || [mentee.division, mentor.division].includes(asked.division)),
  )
  if (asked.sort === 'name') return found
  const sign = asked.sort === 'best' ? -1 : 1
  return found.toSorted((a, b) => sign * ((a.worth ?? -1) - (b.worth ?? -1)))
}
