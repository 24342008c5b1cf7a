import { type EventDesk, NAMES_PER_PAGE } from '../../../journey/gather/actions/check-in.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { SmallGroups } from './small-groups.tsx'

/** What somebody reads after they did something to an event. */
export const EVENT_DESK_DONE = {
  saved: 'Saved, as a new version of the season’s file.',
  same: 'Nothing was changed.',
  back: 'It is as it was before.',
  drawn: 'The groups are drawn; each person sees their own number.',
  off: 'It is called off. Whoever waited for it has it on their page, and by e-mail at their next permitted hour.',
  held: 'It takes place after all, and whoever waits for it hears.',
  undrawn: 'The groups of before are back.',
} as const

type Props = { desk: EventDesk; page: number; checkInAt: string; done: keyof typeof EVENT_DESK_DONE | null }

/** What a coordinator has before them at an event: the code of each session, how many come, and who. */
export function EventDeskPage({ desk, page, checkInAt, done }: Props) {
  const of = `/seasons/${desk.season}/events/${desk.event}`
  return (
    <div class="wrap pt-6 md:pt-10">
      {done && <Notice>{EVENT_DESK_DONE[done]}</Notice>}
      {done === 'saved' && (
        <Form action={`${of}/back`} class="mt-3">
          <input type="hidden" name="seen" value={desk.seen} />
          <Button>Undo</Button>
        </Form>
      )}
      <p class={done ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`/desk/events?season=${desk.season}`}>Events</Link> of {desk.seasonName}
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">{desk.name}</h1>
      {desk.calledOff && (
        <p class="mt-3 max-w-measure wrap-anywhere">
          <strong>Called off on {longDay(desk.calledOff.on)}</strong>: {desk.calledOff.because}
        </p>
      )}
      <p class="mt-3">{desk.found === 0 ? 'Nobody has signed up yet.' : `${desk.found} signed up.`}</p>
      <p class="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <Offered to={`${of}/edit`}>
          <Link href={`${of}/edit`}>Change the event</Link>
          <Link href={`${of}/times`}>Have hours proposed</Link>
        </Offered>
        <Offered to={`${of}/attendance`} instead={<Link href={`${of}/attendance`}>Read who came</Link>}>
          <Link href={`${of}/attendance`}>Tick who came</Link>
          <Link href={`/imports/attendance?season=${desk.season}`}>Bring a spreadsheet of who came</Link>
        </Offered>
        <Link href={`/seasons/${desk.season}/questions?event=${desk.event}`}>Read the questions</Link>
        <Offered to={`${of}/call-off`}>
          <Link href={`${of}/call-off`}>
            {desk.calledOff ? 'Let it take place after all' : 'Call it off, or take it out'}
          </Link>
        </Offered>
      </p>
      <Sessions desk={desk} of={of} checkInAt={checkInAt} />
      <SmallGroups desk={desk} of={of} />
      <Names desk={desk} page={page} path={`${of}/desk`} />
    </div>
  )
}

function Sessions({ desk, of, checkInAt }: { desk: EventDesk; of: string; checkInAt: string }) {
  return (
    <section class="mt-section" aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      <p class="mt-2 max-w-measure">
        Show the code of the session at the event, and this address: <strong>{checkInAt}</strong>. It works on the day
        of the session alone, for whoever is signed in.
      </p>
      <div class="mt-4">
        <Ledger
          caption="Sessions with their codes"
          columns={[
            { text: 'Session' },
            { text: 'Code' },
            { text: 'Signed up', num: true },
            { text: 'Came', num: true },
          ]}
          rows={desk.sessions.map((it) => [
            `Session ${it.session}`,
            it.code ? (
              <Link key={it.session} href={`${checkInAt}?code=${it.code}`}>
                {it.code}
              </Link>
            ) : (
              'none yet'
            ),
            it.places === null ? it.signedUp : `${it.signedUp} of ${it.places}`,
            it.came,
          ])}
        />
      </div>
      {desk.sessions.some((it) => it.code === null) && (
        <Form action={`${of}/desk`} class="mt-4">
          <Button>Make the codes</Button>
        </Form>
      )}
    </section>
  )
}

function Names({ desk, page, path }: { desk: EventDesk; page: number; path: string }) {
  const first = (page - 1) * NAMES_PER_PAGE + 1
  return (
    <section class="mt-section" aria-labelledby="names">
      <h2 id="names">Who signed up</h2>
      {desk.found === 0 ? (
        <p class="mt-2">Names stand here as people sign up on the page of the event.</p>
      ) : (
        <>
          <p class="mt-2 text-muted">
            {desk.found} {desk.found === 1 ? 'person' : 'people'}, {first} to {first + desk.people.length - 1}
          </p>
          <div class="mt-4">
            <Ledger
              caption="Names with their sessions"
              columns={[{ text: 'Name' }, { text: 'Session' }, { text: 'Small group' }, { text: 'Came' }]}
              rows={desk.people.map((it) => [it.name, it.session, it.group ?? '', it.came ? 'yes' : ''])}
            />
          </div>
          <Pager page={page} pages={Math.ceil(desk.found / NAMES_PER_PAGE)} href={(to) => `${path}?page=${to}`} />
        </>
      )}
    </section>
  )
}
