import type { Program, ProgramEvent } from '../../../model/program.ts'
import { longDay, whenInWords } from '../../../texts/en/days.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'

type Session = ProgramEvent['sessions'][number]

/** The live events: when, what happens in them, their parallel sessions and recordings. */
export function EventsSection({ program }: { program: Program }) {
  if (program.events.length === 0) return null
  const knownYear = program.startsOn.slice(0, 4)
  return (
    <HungSection id="events" heading="When everybody meets">
      <ol class="sheet border-b border-rule">
        {program.events.map((event) => (
          <li key={event.key}>
            <p class="when">{whenInWords(event.when, knownYear)}</p>
            <EventBody event={event} knownYear={knownYear} />
          </li>
        ))}
      </ol>
    </HungSection>
  )
}

function EventBody({ event, knownYear }: { event: ProgramEvent; knownYear: string }) {
  const hasParallel = event.sessions.length > 1
  return (
    <div class="max-w-measure">
      <h3>
        {event.name}, {event.minutes} minutes
      </h3>
      {event.calledOff && (
        <p class="text-dense wrap-anywhere">
          <strong>Called off on {longDay(event.calledOff.on, knownYear)}</strong>: {event.calledOff.because}
        </p>
      )}
      {event.text && <p class="text-dense">{event.text}</p>}
      <Parts parts={event.parts} />
      {event.panellists.length > 0 && <p class="mt-2 text-dense">On the panel: {event.panellists.join(', ')}.</p>}
      <p class="mt-2 text-dense text-muted">
        {event.optional ? 'Optional. ' : ''}
        {hasParallel && !event.calledOff
          ? `${event.sessions.length} sessions with the same content; come to any one of them.`
          : ''}
      </p>
      <ul class="mt-1 text-dense">
        {(event.calledOff ? event.sessions.filter((it) => it.recording) : sessionsToTell(event)).map((session) => (
          <SessionLine key={session.key} session={session} name={`Session ${session.key}`} knownYear={knownYear} />
        ))}
      </ul>
    </div>
  )
}

function Parts({ parts }: { parts: ProgramEvent['parts'] }) {
  if (parts.length === 0) return null
  return (
    <ol class="mt-2 list-decimal pl-5 text-dense marker:text-muted">
      {parts.map((part) => (
        <li key={part.text}>
          {part.text}
          {part.minutes ? `, ${part.minutes} minutes` : ''}
        </li>
      ))}
    </ol>
  )
}

function SessionLine({ session, name, knownYear }: { session: Session; name: string; knownYear: string }) {
  const when = [session.on ? longDay(session.on, knownYear) : 'day to be decided', session.startsAt ?? ''].filter(
    Boolean,
  )
  return (
    <li>
      {name}: {when.join(', ')}
      {session.recording && (
        <>
          . <Link href={session.recording}>Recording of {name.toLowerCase()}</Link>
        </>
      )}
    </li>
  )
}

/** One session without a day, an hour or a recording says nothing that its event does not. */
function sessionsToTell(event: ProgramEvent): readonly Session[] {
  const [first, second] = event.sessions
  const isSilent = first && !second && !first.on && !first.startsAt && !first.recording
  return isSilent ? [] : event.sessions
}
