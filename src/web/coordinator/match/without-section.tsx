import type { Board, Without } from '../../../journey/match/actions/see-board.ts'
import { countOf } from '../../../texts/en/results.ts'
import { More } from '../../../ui/disclosure.tsx'
import { Link } from '../../../ui/link.tsx'
import { matchLink } from './match-links.ts'

const MOST_OPEN = 10
type Props = { board: Board; run: number }

/** Who has no pair, in order, and what would change it. */
export function WithoutSection({ board, run }: Props) {
  const mentees = board.without.filter((it) => it.role === 'mentee')
  const mentors = board.without.filter((it) => it.role === 'mentor')
  return (
    <>
      {mentees.length > 0 && (
        <section class="mt-section" aria-labelledby="without">
          <h2 id="without">{countOf(mentees.length, 'mentee')} without a mentor, and what would change it</h2>
          <People all={mentees} season={board.season} run={run} word="on the waiting list" />
        </section>
      )}
      {mentors.length > 0 && (
        <section class="mt-section" aria-labelledby="reserve">
          <h2 id="reserve">{countOf(mentors.length, 'mentor')} in reserve</h2>
          <People all={mentors} season={board.season} run={run} word="in the reserve" />
        </section>
      )}
    </>
  )
}

function People({ all, ...rest }: { all: readonly Without[]; season: string; run: number; word: string }) {
  const rest10 = all.slice(MOST_OPEN)
  return (
    <>
      <ol class="mt-3 border-b border-rule">
        {all.slice(0, MOST_OPEN).map((it, at) => (
          <Line key={it.person.id} it={it} place={at + 1} {...rest} />
        ))}
      </ol>
      {rest10.length > 0 && (
        <div class="mt-3">
          <More summary={`${rest10.length} more`}>
            <ol class="border-b border-rule">
              {rest10.map((it, at) => (
                <Line key={it.person.id} it={it} place={MOST_OPEN + at + 1} {...rest} />
              ))}
            </ol>
          </More>
        </div>
      )}
    </>
  )
}

type LineProps = { it: Without; place: number; season: string; run: number; word: string }

function Line({ it, place, season, run, word }: LineProps) {
  const { person, role } = it
  return (
    <li class="grid gap-x-10 gap-y-1 border-t border-rule py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]">
      <div class="min-w-0 wrap-anywhere">
        <p class="font-semibold">
          {role === 'mentee' ? (
            <Link href={matchLink('/place', { season, run, mentee: person.id })}>{person.name}</Link>
          ) : (
            person.name
          )}
        </p>
        <p class="text-note text-muted">
          {person.division ? `${person.division}. ` : ''}Number {place} {word}
        </p>
      </div>
      <p class="min-w-0">{it.reason}</p>
    </li>
  )
}
