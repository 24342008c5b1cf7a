import {
  PAIRS_PER_PAGE,
  type PairOfSeason,
  type PairsAsked,
  type PairsOfSeason,
  type Standing,
} from '../../../desk/screens/pairs.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf, stateInWords } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { GlyphSymbols, WindowGlyph } from '../../../ui/window-glyph.tsx'
import { writePath } from './group-in-words.ts'

export const STANDING_IN_WORDS: Readonly<Record<Standing, string>> = {
  running: 'running',
  paused: 'paused',
  ended: 'ended',
}
const KEY = ['met', 'one', 'disagree', 'unknown', 'due', 'excused', 'coming'] as const

type OnPage = PairsAsked & { readonly page: number }
type Props = { list: PairsOfSeason; asked: OnPage }

/** Every pair of a season with its windows, and nothing of what the two write. */
export function PairsPage({ list, asked }: Props) {
  const path = (page: number) => `/desk/pairs?${pairsQuery({ ...asked, season: list.season, page })}`
  return (
    <div class="wrap pt-6 md:pt-10">
      <GlyphSymbols />
      <p class="text-muted">
        <Link href="/desk">Today</Link>, {list.name}, as of {longDay(list.asOf)}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{heading(list, asked)}</h1>
      {list.all > 0 && <Filter list={list} asked={asked} />}
      {list.pairs.length === 0 ? (
        <p class="mt-6 max-w-measure">
          {list.all === 0 ? (
            'Pairs stand here from the day the match is published.'
          ) : (
            <>
              Nothing fits. <Link href={`/desk/pairs?season=${list.season}`}>Show all pairs</Link>
            </>
          )}
        </p>
      ) : (
        <>
          <p class="mt-6 flex flex-wrap gap-x-5 gap-y-1 text-note text-muted">
            {KEY.map((state) => (
              <span key={state} class="flex items-center gap-2">
                <WindowGlyph state={state} />
                {stateInWords(state)}
              </span>
            ))}
          </p>
          <ul class="mt-3 border-b border-rule">
            {list.pairs.map((pair) => (
              <PairRow key={pair.id} pair={pair} />
            ))}
          </ul>
          <Pager page={asked.page} pages={Math.ceil(list.found / PAIRS_PER_PAGE)} href={path} />
          <p class="mt-6 flex flex-wrap gap-x-6 gap-y-2">
            <Link href={writePath(list.season, { to: 'pairs', q: asked.q, standing: asked.standing })}>
              Write to those in this list
            </Link>
            <Link href={`/desk/written?season=${list.season}`}>Letters to groups</Link>
            <Link href={`/desk/pairs.csv?${pairsQuery({ ...asked, season: list.season, page: 1 })}`}>
              Download as CSV
            </Link>
          </p>
        </>
      )}
      {list.own > 0 && (
        <p class="mt-6 text-muted">
          <Icon name="lock" />
          {list.own === 1 ? 'Your own pair is' : 'Your own pairs are'} not in this list: another coordinator has it.
        </p>
      )}
    </div>
  )
}

function heading(list: PairsOfSeason, asked: OnPage): string {
  if (list.all === 0) return 'No pairs yet'
  const isFiltered = asked.q !== '' || asked.standing !== null
  if (isFiltered) return `${countOf(list.found, 'pair')} found`
  return list.found > PAIRS_PER_PAGE
    ? `${list.found} pairs, ${(asked.page - 1) * PAIRS_PER_PAGE + 1} to ${Math.min(asked.page * PAIRS_PER_PAGE, list.found)}`
    : countOf(list.found, 'pair')
}

function Filter({ list, asked }: Props) {
  return (
    <form class="mt-6 flex flex-wrap items-end gap-3" method="get" action="/desk/pairs" aria-label="Pairs">
      <input type="hidden" name="season" value={list.season} />
      <div class="min-w-48 flex-1 md:max-w-72">
        <label class="block text-note font-semibold" for="q">
          A name
        </label>
        <input class="input mt-1 w-full" id="q" name="q" type="search" value={asked.q} />
      </div>
      <div class="w-36">
        <label class="block text-note font-semibold" for="standing">
          Which
        </label>
        <select class="select mt-1 w-full" id="standing" name="standing">
          <option value="">All</option>
          {Object.entries(STANDING_IN_WORDS).map(([value, text]) => (
            <option key={value} value={value} selected={value === asked.standing}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <div class="w-48">
        <label class="block text-note font-semibold" for="sort">
          Order
        </label>
        <select class="select mt-1 w-full" id="sort" name="sort">
          <option value="met" selected={asked.sort === 'met'}>
            Met least first
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

function PairRow({ pair }: { pair: PairOfSeason }) {
  return (
    <li class="grid gap-x-8 gap-y-1 border-t border-rule py-3 md:grid-cols-[minmax(0,1fr)_auto_9rem]">
      <p class="min-w-0 wrap-anywhere">
        <Link href={`/desk/pairs/${pair.id}`}>
          {pair.mentee} with {pair.mentor}
        </Link>
        {pair.standing !== 'running' && <span class="text-muted">, {STANDING_IN_WORDS[pair.standing]}</span>}
      </p>
      <p class="flex flex-wrap items-center gap-2.5" aria-hidden="true">
        {pair.cells.map((cell) => (
          <WindowGlyph key={cell.firstDay} state={cell.state} />
        ))}
      </p>
      <p class="text-muted tabular-nums md:text-right">
        {pair.due === 0 ? 'no window over yet' : `met in ${pair.met} of ${pair.due}`}
      </p>
    </li>
  )
}

export function pairsQuery({ season, q, standing, sort, page }: OnPage): string {
  return new URLSearchParams({
    ...(season ? { season } : {}),
    ...(q ? { q } : {}),
    ...(standing ? { standing } : {}),
    ...(sort === 'met' ? {} : { sort }),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString()
}
