import type { Results } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { longDay, whenInWords } from '../../../texts/en/days.ts'
import { percentTenths, targetInWords } from '../../../texts/en/percent.ts'
import { attendanceInWords, countOf } from '../../../texts/en/results.ts'
import { Define, More } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { TargetBar, TargetBarKey } from '../../../ui/target-bar.tsx'

type Attendance = Results['attendance'][number]

/** Who came to the live events, beside the aim. */
export function AttendancePart({ results, program }: { results: Results; program: Program }) {
  const aim = results.attendance.find((event) => event.target !== null)?.target ?? null
  return (
    <HungSection id="attendance" heading="Attendance">
      {results.attendance.length === 0 ? (
        <p>This season has no live events.</p>
      ) : (
        <>
          <p class="max-w-measure">{summary(results.attendance)}</p>
          <WhoIsInvited results={results} program={program} />
          <ol class="mt-5 border-b border-rule text-dense">
            {results.attendance.map((event) => (
              <EventLine key={event.event} event={event} planned={plannedOf(program, event.event)} />
            ))}
          </ol>
          <TargetBarKey certain="came" aim={aim === null ? null : `aim, ${targetInWords(aim)}`} />
          <div class="mt-3">
            <More summary="The same as a table">
              <AttendanceTable attendance={results.attendance} program={program} />
            </More>
          </div>
        </>
      )}
    </HungSection>
  )
}

function WhoIsInvited({ results, program }: { results: Results; program: Program }) {
  return (
    <Define summary="Who is invited">
      <p>
        Everybody in a published, not ended pair on any day of the event. Coming to any one session counts; each person
        counts once. Guests are not counted.
      </p>
      {results.attendance
        .filter((event) => event.percent !== null)
        .map((event) => (
          <p key={event.event}>
            <strong>{event.people}</strong> who came, divided by <strong>{event.roster}</strong> invited:{' '}
            {plannedOf(program, event.event)?.name ?? event.event}.
          </p>
        ))}
      <p>As of {longDay(results.asOf)}.</p>
    </Define>
  )
}

function summary(attendance: readonly Attendance[]): string {
  const held = attendance.filter((event) => event.percent !== null)
  if (held.length === 0) return 'No live event has taken place yet.'
  const aimed = held.filter((event) => event.target !== null)
  const reached = aimed.filter((event) => 100 * event.people >= (event.target ?? 0) * event.roster)
  const taken = `${held.length} of ${countOf(attendance.length, 'live event')} took place`
  return aimed.length === 0 ? `${taken}.` : `${taken}; ${reached.length} of ${held.length} reached the aim.`
}

function plannedOf(program: Program, key: string) {
  return program.events.find((event) => event.key === key)
}

function EventLine({ event, planned }: { event: Attendance; planned: Program['events'][number] | undefined }) {
  const tenths = event.percent === null ? null : percentTenths(event.people, event.roster)
  const sessions = event.sessions.map((people, at) => `session ${planned?.sessions[at]?.key ?? at + 1}: ${people}`)
  return (
    <li class="grid gap-x-6 gap-y-1 border-t border-rule py-3 sm:grid-cols-[13rem_minmax(0,1fr)] md:grid-cols-[13rem_minmax(0,1fr)_13.5rem]">
      <p>
        <strong>{planned?.name ?? event.event}</strong>
        {planned && <span class="block text-note text-muted">{whenInWords(planned.when)}</span>}
      </p>
      <TargetBar percent={(tenths ?? 0) / 10} target={event.target} />
      <p class="max-md:sm:col-start-2">
        {attendanceInWords(event)}
        {event.percent !== null && event.sessions.length > 1 && (
          <span class="block text-note text-muted">{sessions.join(', ')}</span>
        )}
        {event.guests > 0 && (
          <span class="block text-note text-muted">and {countOf(event.guests, 'guest')}, not counted</span>
        )}
      </p>
    </li>
  )
}

function AttendanceTable({ attendance, program }: { attendance: readonly Attendance[]; program: Program }) {
  const rows = attendance.map((event) => [
    plannedOf(program, event.event)?.name ?? event.event,
    event.sessions.join(', '),
    event.people,
    event.roster,
    attendanceInWords(event),
    event.target === null ? 'none' : targetInWords(event.target),
  ])
  const columns = [
    { text: 'Event' },
    { text: 'In each session', num: true },
    { text: 'Came', num: true },
    { text: 'Invited', num: true },
    { text: 'In words' },
    { text: 'Aim', num: true },
  ]
  return <Ledger caption="Attendance of each event" columns={columns} rows={rows} />
}
