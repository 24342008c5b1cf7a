import { WAITING_PER_PAGE, type WaitingList } from '../../../desk/screens/waiting-list.ts'
import { longDay, shortDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { writePath } from '../desk/group-in-words.ts'
import { divisionInWords, priorityInWords } from './application-words.ts'

type Props = { list: WaitingList; page: number }

/** Who waits for a place, in the order in which the match gives seats, and who is next where one is free. */
export function WaitingPage({ list, page }: Props) {
  const other = list.role === 'mentee' ? 'mentor' : 'mentee'
  const path = (role: string, at = 1) =>
    `/desk/waiting-list?${new URLSearchParams({ season: list.season, ...(role === 'mentee' ? {} : { role }), ...(at > 1 ? { page: String(at) } : {}) })}`
  return (
    <div class="wrap pt-6 md:pt-10">
      <p class="text-muted">
        <Link href={`/desk/selection?season=${list.season}`}>Selecting</Link>, {list.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{heading(list)}</h1>
      <p class="mt-3 max-w-measure">{next(list)}</p>
      {list.next && (
        <Form action="/desk/applications/decide" class="mt-4">
          <input type="hidden" name="season" value={list.season} />
          <input type="hidden" name="ids" value={list.next.id} />
          <input type="hidden" name="outcome" value="pool" />
          <input type="hidden" name="seen" value={list.next.seen} />
          <input type="hidden" name="at" value={`season=${list.season}`} />
          <Button rank="primary">Admit {list.next.name}</Button>
        </Form>
      )}
      {list.found > 0 && (
        <ol class="mt-6 border-b border-rule" start={(page - 1) * WAITING_PER_PAGE + 1}>
          {list.waiters.map((it, at) => (
            <li
              key={it.id}
              class="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-4 gap-y-0.5 border-t border-rule py-3 md:grid-cols-[2.5rem_minmax(0,1fr)_11rem_12rem_7rem]"
            >
              <span class="text-muted tabular-nums">{(page - 1) * WAITING_PER_PAGE + at + 1}</span>
              <p class="min-w-0 wrap-anywhere">
                <Link href={`/desk/applications/${it.id}?season=${list.season}&state=waiting`}>{it.name}</Link>
              </p>
              <p class="col-start-2 min-w-0 text-muted wrap-anywhere md:col-start-auto">
                {divisionInWords(it.division)}
              </p>
              <p class="col-start-2 text-muted md:col-start-auto">
                {it.isHeldBack ? 'held back' : 'admitted, no seat yet'}, {shortDay(it.sentOn)}
              </p>
              <p class="col-start-2 text-muted tabular-nums md:col-start-auto md:text-right">
                {it.priority === null ? 'no review' : `priority ${priorityInWords(it.priority)}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      <Pager page={page} pages={Math.ceil(list.found / WAITING_PER_PAGE)} href={(at) => path(list.role, at)} />
      <p class="mt-6">
        <Link href={path(other)}>
          {other === 'mentor' ? `Mentors in reserve: ${list.mentors}` : `Mentees who wait: ${list.mentees}`}
        </Link>
      </p>
      {list.found > 0 && (
        <p class="mt-3">
          <Link href={writePath(list.season, { to: 'waiting', who: `${list.role}s` })}>Write to them</Link>
        </p>
      )}
    </div>
  )
}

function heading({ role, found }: WaitingList): string {
  if (role === 'mentee')
    return found === 0 ? 'Nobody waits for a place' : `${countOf(found, 'mentee waits', 'mentees wait')} for a place`
  return found === 0 ? 'No mentor is in reserve' : `${countOf(found, 'mentor')} in reserve`
}

function next(list: WaitingList): string {
  const pool = `The pool has ${countOf(list.places, 'place')} and ${countOf(list.pool, 'mentee')}.`
  if (list.next) return `${pool} A place is free, and ${list.next.name} is next.`
  if (!list.isPublished)
    return `${pool} The order is that in which the match gives seats: the higher priority first, then who applied earlier.`
  const by = list.writeAgainBy
    ? ` Whoever waits was told that you write by ${longDay(list.writeAgainBy)} if a place opens.`
    : ''
  return `When a place opens, run the match again: it seats who waits, in this order, and leaves the pairs as they are.${by}`
}
