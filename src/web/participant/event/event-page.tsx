import type { OwnEvent } from '../../../journey/gather/actions/events.ts'
import type { SessionTime } from '../../../journey/gather/rules/sessions.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { longDay, whenInWords } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'

/** What somebody reads after they did something here. */
export const EVENT_DONE = {
  'signed-up': 'You are signed up.',
  moved: 'You are signed up for this session now.',
  interested: 'It is known that you would come. You sign up once it has its hours.',
  'not-interested': 'Taken back.',
  withdrawn: 'You have withdrawn. You can sign up again while there is time.',
} as const

type Props = {
  own: OwnEvent
  contact: string | null
  done: keyof typeof EVENT_DONE | null
  faults: readonly Problem[]
}

/** One event: when its sessions are on one's own clock, which one somebody comes to, and what belongs to it. */
export function EventPage({ own, contact, done, faults }: Props) {
  const { event } = own
  const mine = own.sessions.find((it) => it.key === own.signedUpFor)
  const path = `/seasons/${own.season}/events/${event.key}`
  return (
    <div class="wrap grid gap-x-24 gap-y-section pt-8 md:pt-12 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
      <div class="min-w-0">
        <ErrorSummary errors={faults.map((it) => ({ fieldId: it.place, text: it.message }))} />
        {done && <Notice>{EVENT_DONE[done]}</Notice>}
        <p class={done || faults.length > 0 ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
          {own.seasonName}. {event.name}, {event.minutes} minutes
        </p>
        <h1 class="mt-2 max-w-[26ch]">{heading(own, mine)}</h1>
        {event.calledOff && (
          <p class="mt-3 max-w-measure wrap-anywhere">
            {longDay(event.calledOff.on)}: {event.calledOff.because}
          </p>
        )}
        {event.text && !event.calledOff && <p class="mt-3 max-w-measure">{event.text}</p>}
        {mine && !event.calledOff && <MyPlace own={own} mine={mine} path={path} />}
        {own.wouldCome !== null && <WouldCome own={own} path={path} contact={contact} />}
        {own.wouldCome === null && own.open.length > 0 && (
          <ChooseSession own={own} path={path} faults={faults} contact={contact} />
        )}
      </div>
      <Beside own={own} />
    </div>
  )
}

function heading({ event, cameTo, open, wouldCome }: OwnEvent, mine: SessionTime | undefined): string {
  if (event.calledOff) return `“${event.name}” is called off`
  if (wouldCome !== null) return wouldCome ? `You would come to “${event.name}”` : `Would you come to “${event.name}”?`
  if (cameTo.length > 0) return `You were at “${event.name}”`
  if (mine?.at) return `You come on ${longDay(mine.at.mine.day)} at ${mine.at.mine.time}`
  if (mine) return `You come to session ${mine.key}`
  if (open.length === 0) return `“${event.name}” is over`
  return open.length === 1 ? `Do you come to “${event.name}”?` : 'Choose the session that suits you'
}

function MyPlace({ own, mine, path }: { own: OwnEvent; mine: SessionTime; path: string }) {
  return (
    <div class="mt-block space-y-4">
      <p class="max-w-measure">{sessionInWords(mine, own)}</p>
      {own.group !== null && <p>You are in small group {own.group}.</p>}
      <div class="flex flex-wrap items-center gap-x-6 gap-y-3">
        {mine.on && <Link href={`${path}/calendar.ics`}>Add it to my calendar</Link>}
        {own.open.includes(mine.key) && (
          <Form action={`${path}/withdraw`}>
            <Button>Withdraw</Button>
          </Form>
        )}
      </div>
    </div>
  )
}

/** Asked before there is a day: it is held if enough would come, at hours that suit them. */
function WouldCome({ own, path, contact }: { own: OwnEvent; path: string; contact: string | null }) {
  return (
    <Form action={`${path}/interest`} class="mt-block max-w-measure space-y-4">
      <p>It is optional and has no day yet. If enough people would come, it is held at hours that suit them.</p>
      {own.wouldCome && <input type="hidden" name="back" value="yes" />}
      <Button rank={own.wouldCome ? 'second' : 'primary'}>
        {own.wouldCome ? 'I would not come after all' : 'I would come'}
      </Button>
      <PrivacyNotice
        purpose="A coordinator knows whether to hold it, and when."
        readers="you and the coordinators"
        kept={`until 90 days after ${longDay(own.seasonEndsOn)}`}
        contact={contact}
      />
    </Form>
  )
}

function ChooseSession(props: { own: OwnEvent; path: string; faults: readonly Problem[]; contact: string | null }) {
  const { own, path, faults, contact } = props
  const open = own.sessions.filter((it) => own.open.includes(it.key))
  const sessions = open.filter((it) => !own.full.includes(it.key))
  const full = open.filter((it) => own.full.includes(it.key))
  if (own.signedUpFor && open.length === 1) return null
  if (sessions.length === 0)
    return <p class="mt-block max-w-measure">Every place is taken. Tell a coordinator if you would come.</p>
  const choices = sessions.map((it) => ({ value: it.key, text: `Session ${it.key}`, hint: sessionInWords(it, own) }))
  return (
    <Form action={path} class="mt-block max-w-measure space-y-4">
      <Choices
        id="session"
        name="session"
        legend={own.signedUpFor ? 'Another session suits me better' : 'Which session do you come to?'}
        hint={own.event.sessions.length > 1 ? 'All have the same content; one is enough.' : undefined}
        error={faults.find((it) => it.place === 'session')?.message}
        choices={choices}
        chosen={[own.signedUpFor ?? (sessions.length === 1 ? (sessions[0]?.key ?? '') : '')]}
      />
      {full.length > 0 && (
        <p class="text-muted">
          Every place is taken: {full.map((it) => `session ${it.key}, ${sessionInWords(it, own)}`).join(' ')}
        </p>
      )}
      <Button rank={own.signedUpFor ? 'second' : 'primary'}>{own.signedUpFor ? 'Change' : 'Sign up'}</Button>
      <PrivacyNotice
        purpose="A coordinator knows how many come."
        readers="you and the coordinators"
        kept={`until 90 days after ${longDay(own.seasonEndsOn)}`}
        contact={contact}
      />
    </Form>
  )
}

/** Its time on one's own clock, and on the season's where that is another one. */
function sessionInWords(it: SessionTime, { myZone, zone, event }: OwnEvent): string {
  if (!it.at) {
    const day = it.on ? longDay(it.on) : whenInWords(event.when)
    return `${day}; the hour is still to be decided.`
  }
  const { mine, there } = it.at
  const own = `${longDay(mine.day)}, ${mine.time} on your clock (${zoneInWords(myZone)})`
  if (mine.day === there.day && mine.time === there.time) return `${own}.`
  const theirs = mine.day === there.day ? there.time : `${longDay(there.day)}, ${there.time}`
  return `${own}; that is ${theirs} in ${zoneInWords(zone)}.`
}

function zoneInWords(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

function Beside({ own }: { own: OwnEvent }) {
  const { event } = own
  const recordings = event.sessions.filter((it) => it.recording)
  const isHeld = !event.calledOff
  return (
    <aside class="space-y-9 text-dense" aria-label="About this event">
      {isHeld && event.parts.length > 0 && (
        <section aria-labelledby="parts">
          <h2 id="parts" class="text-read">
            What happens
          </h2>
          <ol class="mt-2 list-decimal pl-5 marker:text-muted">
            {event.parts.map((part) => (
              <li key={part.text}>
                {part.text}
                {part.minutes ? `, ${part.minutes} minutes` : ''}
              </li>
            ))}
          </ol>
        </section>
      )}
      {isHeld && event.preWork && event.preWork.length > 0 && (
        <section aria-labelledby="before">
          <h2 id="before" class="text-read">
            Before you come
          </h2>
          <ul class="mt-2">
            {event.preWork.map((it) => (
              <li key={it.url}>
                <Link href={it.url}>{it.text}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {recordings.length > 0 && (
        <section aria-labelledby="recordings">
          <h2 id="recordings" class="text-read">
            Recordings
          </h2>
          <ul class="mt-2">
            {recordings.map((it) => (
              <li key={it.key}>
                <Link href={it.recording ?? ''}>Recording of session {it.key}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="questions">
        <h2 id="questions" class="text-read">
          Questions
        </h2>
        <p class="mt-2 text-muted">
          Ask without your name, and vote for what you want to know too:{' '}
          <Link href={`/seasons/${own.season}/questions?event=${event.key}`}>the questions for this event</Link>
        </p>
      </section>
      {isHeld && (
        <section aria-labelledby="there">
          <h2 id="there" class="text-read">
            When you are there
          </h2>
          <p class="mt-2 text-muted">
            A code is shown at the event. <Link href="/check-in">Check in with it</Link> on the day, and it is known
            that you came.
          </p>
        </section>
      )}
    </aside>
  )
}
