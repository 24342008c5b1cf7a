import type { Confirmation } from '../../model/figures.ts'
import { type ImportReport, type RowFault, unknownPerson } from '../../model/report.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { findSeason } from '../../runtime/season.ts'
import type { Tx } from '../../store/database.ts'
import { saveMeetings } from '../../store/facts.ts'
import { addPairChange, lockPair, pairOfMentee } from '../../store/matches.ts'
import { idsByEmail, personByEmail } from '../../store/people.ts'
import { lockSeason, type Season } from '../../store/seasons.ts'

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
    await lockSeason(tx, ctx.organisationId, season.id)
    const people = await idsByEmail(tx, ctx.organisationId)
    const rejected: RowFault[] = []
    const records = input.rows.flatMap((row) => {
      const menteeId = people.get(row.menteeEmail)
      const mentorId = row.mentorEmail ? people.get(row.mentorEmail) : null
      if (!menteeId) rejected.push(unknownPerson(row.row, row.menteeEmail, 'mentee_email'))
      else if (mentorId === undefined) rejected.push(unknownPerson(row.row, row.mentorEmail ?? '', 'mentor_email'))
      else return [asRecord(row, menteeId, mentorId)]
      return []
    })
    const latest = [...new Map(records.map((it) => [`${it.mentee_id} ${it.mentor_id} ${it.happened_on}`, it])).values()]
    const accepted = await saveMeetings(tx, ctx.organisationId, season.id, latest, ctx.clock.now())
    return { read: input.rows.length, accepted, unchanged: records.length - accepted, rejected, notes: [] }
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
    await permit(ctx, tx, 'meet.logMeeting', { seasonId: season.id })
    const heldOn = ctx.on ?? ctx.today
    if (heldOn > ctx.today)
      throw new Refused(
        'meeting-in-the-future',
        { heldOn },
        `${heldOn} has not come yet. A meeting is written down once it has happened.`,
      )
    const mentee = await known(ctx, tx, input.mentee)
    const mentor = input.mentor ? await known(ctx, tx, input.mentor) : null
    await thePair(ctx, tx, season, mentee, mentor)
    const row = {
      menteeEmail: input.mentee,
      mentorEmail: null,
      heldOn,
      minutes: input.minutes ?? season.program.meetings.minutes,
      confirmedBy: input.confirmedBy ?? 'both',
    }
    await saveMeetings(tx, ctx.organisationId, season.id, [asRecord(row, mentee, mentor)], ctx.clock.now())
    return { heldOn }
  })
}

export type PairNamed = { season?: string; mentee: string; mentor?: string }

/** Ends a pair without blame on the day named, its last. */
export function endPair(ctx: Context, input: PairNamed): Promise<PairChanged> {
  return changePair(ctx, 'meet.endPair', 'ended', input, null)
}

/** Pauses a pair from the day named until a day, or until further notice. */
export function pausePair(ctx: Context, input: PairNamed & { until?: string }): Promise<PairChanged> {
  return changePair(ctx, 'meet.pausePair', 'paused', input, input.until ?? null)
}

/** Excuses the window that holds the day named: it leaves the count and is printed. */
export function excusePair(ctx: Context, input: PairNamed): Promise<PairChanged> {
  return changePair(ctx, 'meet.excusePair', 'excused', input, null)
}

type PairChanged = { readonly on: string; readonly changed: boolean }

async function changePair(
  ctx: Context,
  action: string,
  kind: 'ended' | 'paused' | 'excused',
  input: PairNamed,
  until: string | null,
): Promise<PairChanged> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, action, { seasonId: season.id })
    const on = ctx.on ?? ctx.today
    if (until && until < on)
      throw new Invalid(`The pause would end on ${until}, before it begins on ${on}. Give a later --until.`)
    const pair = await thePair(
      ctx,
      tx,
      season,
      await known(ctx, tx, input.mentee),
      input.mentor ? await known(ctx, tx, input.mentor) : null,
    )
    await lockPair(tx, ctx.organisationId, pair.id)
    if (on < pair.publishedOn)
      throw new Refused(
        'before-the-pair',
        { on, publishedOn: pair.publishedOn },
        `This pair began on ${pair.publishedOn}; ${on} is before that.`,
      )
    const by = 'personId' in ctx.actor ? ctx.actor.personId : null
    return {
      on,
      changed: await addPairChange(tx, ctx.organisationId, {
        id: newId(),
        pairId: pair.id,
        kind,
        from: on,
        until,
        by,
        recordedAt: ctx.clock.now(),
      }),
    }
  })
}

async function known(ctx: Context, tx: Tx, email: string): Promise<string> {
  const person = await personByEmail(tx, ctx.organisationId, email.trim().toLowerCase())
  if (!person) throw new NotFound(`Nobody here has the address ${email}.`)
  return person.id
}

async function thePair(ctx: Context, tx: Tx, season: Season, menteeId: string, mentorId: string | null) {
  const pairs = await pairOfMentee(tx, ctx.organisationId, season.id, menteeId, mentorId)
  const pair = pairs[0]
  if (!pair) throw new NotFound('There is no published pair with these people in this season.')
  if (pairs.length > 1) throw new Invalid('This mentee has two mentors: say which, with --mentor ADDRESS.')
  return pair
}
