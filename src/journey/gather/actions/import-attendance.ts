import type { Program, ProgramEvent } from '../../../model/program.ts'
import { type ImportReport, type RowFault, unknownPerson } from '../../../model/report.ts'
import { type Context, dayOf, permit, within } from '../../../runtime/context.ts'
import { keepImport, watchRows } from '../../../runtime/keep-import.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { type AttendanceRecord, addAttendance } from '../../../store/facts.ts'
import { idsByEmail } from '../../../store/people.ts'
import { dayOfSession, startOfEvent } from '../rules.ts'

export type AttendanceInput = {
  readonly row: number
  readonly event: string
  readonly session: string
  readonly email: string
  readonly attendedOn: string | null
}

/** Takes who came to which session. Guests are kept too, and counted apart. */
export async function importAttendance(
  ctx: Context,
  input: { season?: string; rows: readonly AttendanceInput[] },
): Promise<ImportReport> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'gather.importAttendance', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const people = await idsByEmail(tx, ctx.organisationId)
    const rejected: RowFault[] = []
    const read = input.rows.flatMap((row) => {
      const personId = people.get(row.email)
      const event = season.program.events.find((it) => it.key === row.event)
      const fault = !event?.sessions.some((it) => it.key === row.session)
        ? unknownSession(row, season.program)
        : !personId
          ? unknownPerson(row.row, row.email)
          : null
      if (fault) rejected.push(fault)
      if (fault || !event || !personId) return []
      const happened_on = dayOf(ctx, row.attendedOn, dayOfSession(event, row.session))
      return [{ row, event, record: asRecord(row, event, personId, happened_on) }]
    })
    const notes = read.flatMap(({ row, event, record }) => tooEarly(row.row, event, record.happened_on))
    const records = read.map((it) => it.record)
    const watch = await watchRows(
      ctx,
      tx,
      read.map(({ row, record: { person_id, event, session } }) => ({
        table: 'attendance',
        key: { season_id: season.id, person_id, event, session },
        personId: person_id,
        row: row.row,
        says: [row.email, event, session],
      })),
    )
    const accepted = await addAttendance(tx, ctx.organisationId, season.id, records, ctx.clock.now())
    await keepImport(ctx, tx, watch, { sheet: 'attendance', seasonId: season.id })
    return { read: input.rows.length, accepted, unchanged: records.length - accepted, rejected, notes }
  })
}

function asRecord(row: AttendanceInput, event: ProgramEvent, person_id: string, happened_on: string): AttendanceRecord {
  const { session } = row
  return { id: newId(), person_id, event: event.key, session, happened_on, begins_on: startOfEvent(event) }
}

/** Kept, since the row is somebody’s record; who reads the figures is told why they are fewer. */
function tooEarly(row: number, event: ProgramEvent, on: string): ImportReport['notes'] {
  const start = startOfEvent(event)
  if (start === null || on >= start) return []
  const message = `${event.name} begins on ${start}, so whoever was there on ${on} is kept and counts in no figure until a sheet says the right day`
  return [{ row, column: 'attended_on', message }]
}

function unknownSession(row: AttendanceInput, program: Program): RowFault {
  const event = program.events.find((it) => it.key === row.event)
  const choice = event ? event.sessions.map((it) => it.key) : program.events.map((it) => it.key)
  const message = event ? `${row.event} has no session "${row.session}"` : `the program has no event "${row.event}"`
  return {
    row: row.row,
    column: event ? 'session' : 'event',
    code: event ? 'unknown-session' : 'unknown-event',
    message,
    remedy: `Use one of: ${choice.join(', ')}.`,
  }
}
