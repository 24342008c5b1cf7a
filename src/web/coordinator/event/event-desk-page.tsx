import { type EventDesk, NAMES_PER_PAGE } from '../../../journey/gather/actions/check-in.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { SelectField } from '../../../ui/select-field.tsx'

/** What a coordinator has before them at an event: the code of each session, how many come, and who. */
export function EventDeskPage({ desk, page, checkInAt }: { desk: EventDesk; page: number; checkInAt: string }) {
  const path = `/seasons/${desk.season}/events/${desk.event}/desk`
  const first = (page - 1) * NAMES_PER_PAGE + 1
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">
        {desk.seasonName}. {desk.name}
      </p>
      <h1 class="mt-2 max-w-[26ch]">{desk.found === 0 ? 'Nobody has signed up yet' : `${desk.found} signed up`}</h1>
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
            rows={desk.sessions.map((it) => [it.session, it.code ?? 'none yet', it.signedUp, it.came])}
          />
        </div>
        {desk.sessions.some((it) => it.code === null) && (
          <Form action={path} class="mt-4">
            <Button rank="primary">Make the codes</Button>
          </Form>
        )}
      </section>
      <DrawGroups desk={desk} />
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
    </div>
  )
}

/** Small groups for each session that somebody signed up for and that has none. */
function DrawGroups({ desk }: { desk: EventDesk }) {
  const open = desk.sessions.filter((it) => it.signedUp > 0 && it.groups === 0)
  if (open.length === 0) return null
  const sessions = open.map((it) => ({ value: it.session, text: `Session ${it.session}, ${it.signedUp} signed up` }))
  return (
    <section class="mt-section" aria-labelledby="groups">
      <h2 id="groups">Small groups</h2>
      <p class="mt-2 max-w-measure">
        Groups are mixed across divisions and drawn once for a session; whoever signs up later has none. Draw them when
        nobody else is to come.
      </p>
      <Form
        action={`/seasons/${desk.season}/events/${desk.event}/groups`}
        class="mt-4 grid max-w-measure items-end gap-4 md:grid-cols-3"
      >
        <SelectField id="session" label="For" options={sessions} />
        <Field id="size" label="People in a group" inputMode="numeric" value="5" required />
        <Button>Draw the groups</Button>
      </Form>
    </section>
  )
}
