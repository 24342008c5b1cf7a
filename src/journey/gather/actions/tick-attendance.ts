import { dayIn } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { type Expected, expectedAt, removeAttendance } from '../../../store/attendance.ts'
import type { Tx } from '../../../store/database.ts'
import { addAttendance } from '../../../store/facts.ts'
import { pairsOf } from '../../../store/matches.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { dayOfSession, planRoster, startOfEvent } from '../rules.ts'
import { type EventNamed, eventOf } from './events.ts'

export const TICKS_PER_PAGE = 50
/** More rows than any page shows, for the check of what was ticked. */
const EVERYBODY = 100_000

type SessionNamed = EventNamed & { readonly session: string }
export type AttendanceList = {
  readonly season: string
  readonly seasonName: string
  readonly event: string
  readonly name: string
  readonly session: string
  readonly sessions: readonly string[]
  /** The day the session's attendance counts on; null while it is not decided. */
  readonly on: Day | null
  readonly isOver: boolean
  readonly people: readonly Expected[]
  readonly found: number
}

/** Those who may have come to a session, to tick who did. */
export async function seeAttendance(
  ctx: Context,
  input: EventNamed & { session: string | null; q: string; page: number },
): Promise<AttendanceList> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const event = season.program.events.find((it) => it.key === input.event)
    const session = event?.sessions.find((it) => it.key === input.session)?.key ?? event?.sessions[0]?.key ?? ''
    const pairs = (await pairsOf(tx, ctx.organisationId, season.id)).map(asPairFact)
    const roster = event ? [...planRoster(event, pairs)] : []
    const of = { seasonId: season.id, event: input.event, session, roster, q: input.q }
    const rows = event
      ? await expectedAt(tx, ctx.organisationId, of, TICKS_PER_PAGE, (input.page - 1) * TICKS_PER_PAGE)
      : []
    await permit(ctx, tx, 'gather.seeSignUps', { seasonId: season.id, people: rows.map((it) => it.id) })
    const found = eventOf(season, input.event)
    const on = dayOfSession(found, session)
    return {
      season: season.key,
      seasonName: `${season.program.name}, ${season.program.season}`,
      event: found.key,
      name: found.name,
      session,
      sessions: found.sessions.map((it) => it.key),
      on,
      isOver: on !== null && on <= dayIn(ctx.clock.now(), season.program.zone),
      people: rows.map(({ found: _, ...it }) => it),
      found: rows[0]?.found ?? 0,
    }
  })
}

/**
 * Ticks who came to a session, and takes back who did not. `was` are those who were ticked when the page was opened: only what
 * differs from it is changed, so that two who tick at once do not undo each other.
 */
export async function markAttendance(
  ctx: Context,
  input: SessionNamed & { came: readonly string[]; was: readonly string[] },
): Promise<{ added: number; removed: number }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const added = input.came.filter((id) => !input.was.includes(id))
    const removed = input.was.filter((id) => !input.came.includes(id))
    const people = [...added, ...removed]
    await permit(ctx, tx, 'gather.markAttendance', { seasonId: season.id, people, about: input.event })
    const event = eventOf(season, input.event)
    if (!event.sessions.some((it) => it.key === input.session)) throw new Invalid('Choose one of the sessions.')
    const today = dayIn(ctx.clock.now(), season.program.zone)
    const on = dayOfSession(event, input.session)
    if (on === null || on > today)
      throw new Refused('day-to-come', {}, 'This session is still to come: nobody can have been there.')
    const of = { seasonId: season.id, event: event.key, session: input.session }
    await refuseStrangers(ctx, tx, { ...of, roster: [...planRoster(event, await factsOf(ctx, tx, season.id))] }, added)
    const records = added.map((person) => ({
      id: newId(),
      person_id: person,
      event: of.event,
      session: of.session,
      happened_on: on,
      begins_on: startOfEvent(event),
    }))
    return {
      added: await addAttendance(tx, ctx.organisationId, season.id, records, ctx.clock.now()),
      removed: await removeAttendance(tx, ctx.organisationId, of, removed),
    }
  })
}

async function factsOf(ctx: Context, tx: Tx, seasonId: string) {
  return (await pairsOf(tx, ctx.organisationId, seasonId)).map(asPairFact)
}

/** Only those whom the list shows can be ticked: anybody else comes by the code or by a sheet. */
async function refuseStrangers(
  ctx: Context,
  tx: Tx,
  of: { seasonId: string; event: string; session: string; roster: readonly string[] },
  people: readonly string[],
): Promise<void> {
  const known = await expectedAt(tx, ctx.organisationId, { ...of, q: '' }, EVERYBODY, 0)
  const ids = new Set(known.map((it) => it.id))
  if (people.some((id) => !ids.has(id)))
    throw new Invalid('Somebody who was ticked is not expected here any more. Open the page anew; nothing was changed.')
}
