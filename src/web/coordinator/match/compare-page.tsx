import type { Compared, Side } from '../../../journey/match/actions/list-runs.ts'
import { longDay } from '../../../texts/en/days.ts'
import { outOf100, pointsInWords, termInWords } from '../../../texts/en/match.ts'
import { countOf } from '../../../texts/en/results.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { MatchCrumbs } from './match-crumbs.tsx'
import { matchLink } from './match-links.ts'
import { policyInWords } from './policy-words.ts'

const MOVES_PER_PAGE = 50

/** What changed from one run to another. */
export function ComparePage({ compared, page }: { compared: Compared; page: number }) {
  const { season, runs, moves, strong, locked } = compared
  const [one, other] = runs
  const shown = moves.slice((page - 1) * MOVES_PER_PAGE, page * MOVES_PER_PAGE)
  return (
    <div class="wrap pt-6 md:pt-10">
      <MatchCrumbs season={season} />
      <h1 class="mt-1 max-w-[26ch]">
        {moves.length === 0 ? 'Nobody has another mentor' : `${countOf(moves.length, 'mentee')} moved`} from run{' '}
        {one.run} to run {other.run}
      </h1>
      <p class="mt-3 max-w-measure">{gainInWords(one, other)}</p>
      <HungSection id="sums" heading="Side by side">
        <Ledger
          caption="Both runs"
          columns={[{ text: 'What' }, ...runs.map((it) => ({ text: `Run ${it.run}`, num: true }))]}
          rows={[
            ['Made on', longDay(one.happenedOn), longDay(other.happenedOn)],
            ['Pairs', one.pairs, other.pairs],
            ['Mentees without a mentor', one.waiting, other.waiting],
            ['Mentors in reserve', one.reserve, other.reserve],
            ['Worth, mean of 100', meanOf(one), meanOf(other)],
            ['Worst-off pair', worstOf(one), worstOf(other)],
          ]}
        />
      </HungSection>
      {strong.length > 0 && (
        <HungSection id="parts" heading="What speaks for them">
          <Ledger
            caption="In how many pairs each part of the worth is strong"
            columns={[{ text: 'Strong in so many pairs' }, ...runs.map((it) => ({ text: `Run ${it.run}`, num: true }))]}
            rows={strong.map((it) => [termInWords(it.name), ...it.pairs])}
          />
        </HungSection>
      )}
      {moves.length > 0 && (
        <HungSection id="moves" heading="Who moved">
          <Ledger
            caption="Mentees with another mentor"
            columns={[{ text: 'Mentee' }, ...runs.map((it) => ({ text: `Run ${it.run}` }))]}
            rows={shown.map((it) => [it.mentee.name, it.from?.name ?? 'nobody', it.to?.name ?? 'nobody'])}
          />
          <Pager
            page={page}
            pages={Math.ceil(moves.length / MOVES_PER_PAGE)}
            href={(to) => matchLink('/compare', { season, run: one.run, with: other.run, page: to })}
          />
        </HungSection>
      )}
      {locked > 0 && <p class="mt-6 text-muted">One line more is about yourself; another coordinator sees it.</p>}
      <Rules one={one} other={other} />
    </div>
  )
}

function gainInWords(one: Side, other: Side): string {
  const points = other.worth - one.worth
  const pairs = other.pairs - one.pairs
  if (pairs !== 0) return `Run ${other.run} has ${countOf(Math.abs(pairs), 'pair')} ${pairs > 0 ? 'more' : 'fewer'}.`
  if (points === 0) return 'All pairs together are worth the same.'
  return `All pairs together ${points > 0 ? 'gain' : 'lose'} ${pointsInWords(points)}.`
}

function meanOf(it: Side): string {
  return it.pairs === 0 ? 'no pair' : outOf100(it.worth / it.pairs)
}

function worstOf({ worst }: Side): string {
  return worst === null ? 'no pair' : outOf100(worst)
}

function Rules({ one, other }: { one: Side; other: Side }) {
  if (!one.asked || !other.asked) return null
  const [before, after] = [policyInWords(one.asked), policyInWords(other.asked)]
  const gone = before.filter((it) => !after.includes(it))
  const come = after.filter((it) => !before.includes(it))
  return (
    <HungSection id="rules" heading="Rules">
      {gone.length + come.length === 0 ? (
        <p>Both obeyed the same rules.</p>
      ) : (
        <ul class="max-w-measure list-disc space-y-1 pl-5">
          {gone.map((it) => (
            <li key={it}>
              Run {one.run}: {it}
            </li>
          ))}
          {come.map((it) => (
            <li key={it}>
              Run {other.run}: {it}
            </li>
          ))}
        </ul>
      )}
    </HungSection>
  )
}
