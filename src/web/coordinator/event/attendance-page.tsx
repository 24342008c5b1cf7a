import { type AttendanceList, TICKS_PER_PAGE } from '../../../journey/gather/actions/tick-attendance.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { Pager } from '../../../ui/pager.tsx'

type Props = {
  list: AttendanceList
  asked: { readonly q: string; readonly page: number }
  done: { readonly added: number; readonly removed: number } | null
}

/** Who may have come to a session, to tick who did. */
export function AttendancePage({ list, asked, done }: Props) {
  const of = `/seasons/${list.season}/events/${list.event}`
  const query = (page: number) => new URLSearchParams({ session: list.session, q: asked.q, page: String(page) })
  return (
    <div class="wrap pt-6 md:pt-10">
      {done && <Notice>{doneInWords(done)}</Notice>}
      <p class={done ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`${of}/desk`}>{list.name}</Link>, {list.seasonName}
      </p>
      <h1 class="mt-1 max-w-[26ch]">Who came to session {list.session}?</h1>
      <p class="mt-3 max-w-measure">
        {list.on ? `${longDay(list.on)}. ` : 'Its day is still to be decided. '}
        {list.isOver
          ? 'Whoever checked in with the code is ticked already.'
          : 'People can be ticked from its day on; before it, nobody can have been there.'}
      </p>
      <form
        class="mt-6 flex flex-wrap items-end gap-3"
        method="get"
        action={`${of}/attendance`}
        aria-label="Which people"
      >
        <div class="w-36">
          <label class="block text-note font-semibold" for="session">
            Session
          </label>
          <select class="select mt-1 w-full" id="session" name="session">
            {list.sessions.map((it) => (
              <option key={it} value={it} selected={it === list.session}>
                {it}
              </option>
            ))}
          </select>
        </div>
        <div class="min-w-48 flex-1 md:max-w-72">
          <label class="block text-note font-semibold" for="q">
            A name
          </label>
          <input class="input mt-1 w-full" id="q" name="q" type="search" value={asked.q} />
        </div>
        <Button>Show</Button>
      </form>
      {list.people.length === 0 ? (
        <p class="mt-6">{asked.q ? 'Nobody of that name is expected.' : 'Nobody is expected at this event yet.'}</p>
      ) : (
        <Ticks list={list} asked={asked} of={of} />
      )}
      <Pager
        page={asked.page}
        pages={Math.ceil(list.found / TICKS_PER_PAGE)}
        href={(to) => `${of}/attendance?${query(to)}`}
      />
    </div>
  )
}

function Ticks({ list, asked, of }: Pick<Props, 'list' | 'asked'> & { of: string }) {
  return (
    <Form action={`${of}/attendance`} class="mt-6" isRead>
      <input type="hidden" name="session" value={list.session} />
      <input type="hidden" name="q" value={asked.q} />
      <input type="hidden" name="page" value={String(asked.page)} />
      <p class="text-muted">{countOf(list.found, 'person', 'people')}</p>
      <ul class="mt-2 border-y border-rule">
        {list.people.map((it) => (
          <li key={it.id}>
            {it.came && <input type="hidden" name="was" value={it.id} />}
            <Offered
              to={`${of}/attendance`}
              instead={<p class="py-3 wrap-anywhere">{`${it.name}${beside(it)}${it.came ? ', came' : ''}`}</p>}
            >
              <label class="choice" for={`came-${it.id}`}>
                <input
                  class="checkbox checkbox-primary"
                  type="checkbox"
                  id={`came-${it.id}`}
                  name="came"
                  value={it.id}
                  checked={it.came}
                  disabled={!list.isOver}
                />
                <span class="min-w-0 wrap-anywhere">
                  {it.name}
                  <span class="text-muted">{beside(it)}</span>
                </span>
              </label>
            </Offered>
          </li>
        ))}
      </ul>
      {list.isOver && (
        <p class="mt-4">
          <Button rank="primary">Save who came</Button>
        </p>
      )}
    </Form>
  )
}

function beside({ signedUpFor, isGuest }: AttendanceList['people'][number]): string {
  const said = [isGuest ? 'a guest' : '', signedUpFor ? `signed up for session ${signedUpFor}` : '']
  const found = said.filter((it) => it !== '')
  return found.length > 0 ? `, ${found.join(', ')}` : ''
}

function doneInWords({ added, removed }: NonNullable<Props['done']>): string {
  if (added + removed === 0) return 'Nothing was changed.'
  const parts = [
    ...(added > 0 ? [`${countOf(added, 'person', 'people')} ticked`] : []),
    ...(removed > 0 ? [`${removed} taken back`] : []),
  ]
  return `Saved: ${parts.join(', ')}. Tick or untick again to change it.`
}
