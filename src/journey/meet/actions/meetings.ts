import type { Confirmation } from '../../../model/figures.ts'
import { type ImportReport, type RowFault, unknownPerson } from '../../../model/report.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { keepImport, watchRows } from '../../../runtime/keep-import.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { saveMeetings } from '../../../store/facts.ts'
import { idsByEmail } from '../../../store/people.ts'
import { findPair } from './find-pair.ts'

export type MeetingInput = {
  readonly row: number
  readonly menteeEmail: string
  readonly mentorEmail: string | null
  readonly heldOn: string
  readonly minutes: number | null
  readonly confirmedBy: Confirmation
}

/** Takes meetings under mentee and day; each finds its pair when figures are computed. */
export async function importMeetings(
  ctx: Context,
  input: { season?: string; rows: readonly MeetingInput[] },
): Promise<ImportReport> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'meet.importMeetings', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const people = await idsByEmail(tx, ctx.organisationId)
    const rejected: RowFault[] = []
    const read = input.rows.flatMap((row) => {
      const menteeId = people.get(row.menteeEmail)
      const mentorId = row.mentorEmail ? people.get(row.mentorEmail) : null
      if (!menteeId) rejected.push(unknownPerson(row.row, row.menteeEmail, 'mentee_email'))
      else if (mentorId === undefined) rejected.push(unknownPerson(row.row, row.mentorEmail ?? '', 'mentor_email'))
      else return [{ row, record: asRecord(row, menteeId, mentorId) }]
      return []
    })
    const latest = [
      ...new Map(
        read.map((it) => [`${it.record.mentee_id} ${it.record.mentor_id} ${it.record.happened_on}`, it]),
      ).values(),
    ]
    const watch = await watchRows(
      ctx,
      tx,
      latest.map(({ row, record: { mentee_id, mentor_id, happened_on } }) => ({
        table: 'meeting',
        key: { season_id: season.id, mentee_id, mentor_id, happened_on },
        personId: mentee_id,
        row: row.row,
        says: [row.menteeEmail, row.mentorEmail ?? '', happened_on],
      })),
    )
    const records = latest.map((it) => it.record)
    const accepted = await saveMeetings(tx, ctx.organisationId, season.id, records, ctx.clock.now())
    await keepImport(ctx, tx, watch, { sheet: 'meetings', seasonId: season.id })
    return { read: input.rows.length, accepted, unchanged: read.length - accepted, rejected, notes: [] }
  })
}

function asRecord(row: Omit<MeetingInput, 'row'>, menteeId: string, mentorId: string | null) {
  const denied_on = row.confirmedBy === 'denied' ? row.heldOn : null
  return {
    id: newId(),
    mentee_id: menteeId,
    mentor_id: mentorId,
    happened_on: row.heldOn,
    minutes: row.minutes,
    confirmed_by: row.confirmedBy,
    denied_on,
  }
}

/** A day, as in a spreadsheet's cell. */
const LONGEST_MEETING_MINUTES = 1440

export type MeetingLogged = {
  season?: string
  mentee: string
  mentor?: string
  minutes?: number
  confirmedBy?: Confirmation
}

/** Writes down one meeting of a pair on the day named, or today. */
export async function logMeeting(ctx: Context, input: MeetingLogged): Promise<{ heldOn: string }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const pair = await findPair(ctx, tx, season, input)
    await permit(ctx, tx, 'meet.logMeeting', { seasonId: season.id, people: [pair.mentorId, pair.menteeId] })
    const heldOn = ctx.on ?? ctx.today
    if ((input.minutes ?? 0) > LONGEST_MEETING_MINUTES)
      throw new Invalid(`A meeting has at most ${LONGEST_MEETING_MINUTES} minutes.`, {
        fields: [{ place: 'minutes', message: `is ${input.minutes}` }],
      })
    if (heldOn > ctx.today)
      throw new Refused(
        'meeting-in-the-future',
        { heldOn },
        `${heldOn} has not come yet. A meeting is written down once it has happened.`,
      )
    const row = {
      menteeEmail: input.mentee,
      mentorEmail: null,
      heldOn,
      minutes: input.minutes ?? season.program.meetings.minutes,
      confirmedBy: input.confirmedBy ?? 'both',
    }
    await saveMeetings(
      tx,
      ctx.organisationId,
      season.id,
      [asRecord(row, pair.menteeId, pair.namedMentorId)],
      ctx.clock.now(),
    )
    return { heldOn }
  })
}
