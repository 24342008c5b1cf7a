import { RUNS_PER_PAGE, type Runs } from '../../../journey/match/actions/list-runs.ts'
import { longDay } from '../../../texts/en/days.ts'
import { outOf100 } from '../../../texts/en/match.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { MatchCrumbs } from './match-crumbs.tsx'
import { matchLink } from './match-links.ts'

/** Every run of a season: none is ever changed, any can be opened, and any two compared. */
export function RunsPage({ list, page }: { list: Runs; page: number }) {
  const { season, runs, found } = list
  return (
    <div class="wrap pt-6 md:pt-10">
      <MatchCrumbs season={season} />
      <h1 class="mt-1 max-w-[26ch]">{found === 0 ? 'No run yet' : countOf(found, 'run')}</h1>
      <p class="mt-3 max-w-measure text-muted">
        {found === 0
          ? 'Each run is kept here, with the rules it obeyed and whether it is proved.'
          : 'Each is kept as it was, with the rules it obeyed and whether it is proved.'}
      </p>
      {runs.length > 0 && (
        <div class="mt-6">
          <Ledger
            caption="Runs of the match"
            columns={[
              { text: 'Run' },
              { text: 'Made' },
              { text: 'Pairs', num: true },
              { text: 'Without a mentor', num: true },
              { text: 'Mean worth', num: true },
              { text: 'Worst off', num: true },
              { text: 'Pinned, forbidden', num: true },
              { text: 'Proved' },
              { text: 'Published' },
            ]}
            rows={runs.map((it) => [
              <Link key="run" href={matchLink('', { season, run: it.number })}>
                Run {String(it.number)}
              </Link>,
              `${longDay(it.happenedOn)}${it.madeBy ? `, ${it.madeBy}` : ''}`,
              it.pairs,
              it.waiting,
              it.worth === null || it.pairs === 0 ? '' : outOf100(it.worth / it.pairs),
              it.worst === null ? '' : outOf100(it.worst),
              `${it.pinned}, ${it.forbidden}`,
              it.stands === null ? '' : it.stands ? 'yes' : 'no',
              it.publishedOn ? longDay(it.publishedOn) : 'no',
            ])}
          />
        </div>
      )}
      <Pager
        page={page}
        pages={Math.ceil(found / RUNS_PER_PAGE)}
        href={(to) => matchLink('/runs', { season, page: to })}
      />
      {runs.length > 1 && <CompareForm list={list} />}
    </div>
  )
}

function CompareForm({ list: { season, runs } }: { list: Runs }) {
  const choose = (name: 'run' | 'with', label: string, chosen: number) => (
    <div class="w-36">
      <label class="block text-note font-semibold" for={name}>
        {label}
      </label>
      <select class="select mt-1 w-full" id={name} name={name}>
        {runs.map((it) => (
          <option key={it.number} value={String(it.number)} selected={it.number === chosen}>
            Run {it.number}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form
      class="mt-8 flex flex-wrap items-end gap-3"
      method="get"
      action="/desk/match/compare"
      aria-label="Compare two runs"
    >
      <input type="hidden" name="season" value={season} />
      {choose('run', 'Compare', runs[1]?.number ?? 0)}
      {choose('with', 'with', runs[0]?.number ?? 0)}
      <Button>Compare</Button>
    </form>
  )
}
