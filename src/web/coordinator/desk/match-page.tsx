import type { Proposed } from '../../../journey/match/actions.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'

const PAIRS_PER_PAGE = 50
const POINTS_OF_ONE_SHOWN = 100
type Props = { match: Proposed; season: string; page: number; q: string; refused: string | null }

/** A run of the match: each pair with its reason, and everybody without one with what is so. */
export function MatchPage({ match, season, page, q, refused }: Props) {
  const wanted = q.trim().toLowerCase()
  const found = match.pairs.filter((it) => `${it.mentor}\n${it.mentee}`.toLowerCase().includes(wanted))
  const shown = found.slice((page - 1) * PAIRS_PER_PAGE, page * PAIRS_PER_PAGE)
  return (
    <div class="wrap pt-6 md:pt-10">
      {refused && <ErrorSummary errors={[{ fieldId: 'publish', text: refused }]} />}
      <p class={refused ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk">Today</Link>, <Link href={`/desk/selection?season=${season}`}>selecting</Link>, run{' '}
        {match.run}
      </p>
      <h1 class="mt-1 max-w-[26ch]">
        {countOf(match.pairs.length, 'pair')}
        {match.publishedOn ? `, published on ${longDay(match.publishedOn)}` : ', not published yet'}
      </h1>
      <p class="mt-3 max-w-measure">
        {countOf(match.waitingList.length, 'mentee waits', 'mentees wait')},{' '}
        {countOf(match.reserve.length, 'mentor is', 'mentors are')} in reserve.{' '}
        {match.mentorsOnly.length > 0 &&
          `Places were short, so ${countOf(match.mentorsOnly.length, 'person', 'people')} who applied for both serve as mentors only.`}
      </p>
      {!match.publishedOn && (
        <Form action="/desk/match/publish" class="mt-6 flex flex-wrap items-center gap-4" id="publish">
          <input type="hidden" name="season" value={season} />
          <Button rank="primary">Publish these pairs</Button>
          <p class="max-w-measure text-muted">
            It fixes them; nobody hears of it until you release the letters. If anything changed since the run, it is
            refused.
          </p>
        </Form>
      )}
      <form class="mt-8 flex flex-wrap items-end gap-3" method="get" action="/desk/match">
        <input type="hidden" name="season" value={season} />
        <div class="min-w-48 flex-1 md:max-w-72">
          <label class="block text-note font-semibold" for="q">
            An address or part of it
          </label>
          <input class="input mt-1 w-full" id="q" name="q" type="search" value={q} />
        </div>
        <Button>Show</Button>
      </form>
      {shown.length === 0 && <p class="mt-6">No pair fits.</p>}
      <ol class="mt-4 border-b border-rule">
        {shown.map((it) => (
          <li
            key={`${it.mentor} ${it.mentee}`}
            class="grid gap-x-8 gap-y-1 border-t border-rule py-3 md:grid-cols-[4rem_minmax(0,1fr)]"
          >
            <p class="tabular-nums">
              {it.worth === null ? <Icon name="lock" /> : (it.worth / POINTS_OF_ONE_SHOWN).toFixed(1)}
            </p>
            <div class="min-w-0 wrap-anywhere">
              <p class="font-semibold">
                {it.mentor}, mentor, and {it.mentee}, mentee
              </p>
              <p class="text-muted">{it.reason ?? 'Your own pair: another coordinator has it.'}</p>
            </div>
          </li>
        ))}
      </ol>
      <Pager
        page={page}
        pages={Math.ceil(found.length / PAIRS_PER_PAGE)}
        href={(to) => `/desk/match?${new URLSearchParams({ season, ...(q ? { q } : {}), page: String(to) })}`}
      />
      {match.unmatched.length > 0 && (
        <section class="mt-section" aria-labelledby="without">
          <h2 id="without">Without a pair</h2>
          <More
            summary={countOf(match.unmatched.length, 'person', 'people')}
            open={match.unmatched.length <= PAIRS_PER_PAGE}
          >
            <ul class="border-b border-rule">
              {match.unmatched.map((it) => (
                <li
                  key={`${it.role} ${it.email}`}
                  class="grid gap-x-8 gap-y-1 border-t border-rule py-2 md:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]"
                >
                  <p class="wrap-anywhere">
                    {it.email}, {it.role}
                  </p>
                  <p class="text-muted">{it.reason}</p>
                </li>
              ))}
            </ul>
          </More>
        </section>
      )}
      <p class="mt-section max-w-measure text-note text-muted">
        <Icon name="eye" />
        Everybody who applied sees, once they have heard, by hat and day who looked at a run.
      </p>
    </div>
  )
}
