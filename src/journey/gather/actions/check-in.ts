import { dayIn } from '../../../calendar/days.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { countTry } from '../../../runtime/rate-limit.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { newShortCode } from '../../../runtime/short-code.ts'
import { addAttendance } from '../../../store/facts.ts'
import {
  addCodes,
  type SessionCount,
  type SignedUp,
  sessionByCode,
  sessionCounts,
  signedUpFor,
} from '../../../store/sign-ups.ts'
import { decideCheckIn } from '../rules/sessions.ts'
import { startOfEvent } from '../rules.ts'
import { wordOf } from './change-event.ts'
import { type EventNamed, eventOf } from './events.ts'

/** Codes that one person may try: enough for slips, not for guessing. */
const TRIES = { name: 'check-in', most: 20, minutes: 10 }
export const NAMES_PER_PAGE = 50

export type EventDesk = {
  readonly season: string
  readonly seasonName: string
  readonly event: string
  readonly name: string
  /** With the places each has, null for as many as like. */
  readonly sessions: readonly (SessionCount & { readonly places: number | null })[]
  readonly calledOff: { readonly on: string; readonly because: string } | null
  /** The event as it stands, in a word, so that undoing undoes just that. */
  readonly seen: string
  readonly found: number
  readonly people: readonly SignedUp[]
}

/** Checks in with the code shown at the event, on its day: the same row that an import writes. Twice is once. */
export async function checkIn(ctx: Context, input: { code: string }): Promise<{ became: 'in' | 'there' }> {
  const personId = selfOf(ctx)
  // In a transaction of its own: a try counts although it fails.
  await within(ctx, (tx) => countTry(ctx, tx, TRIES, personId))
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'gather.checkIn', { people: [personId] })
    const code = input.code.replace(/[\s-]/g, '').toUpperCase()
    const found = await sessionByCode(tx, ctx.organisationId, code)
    if (!found) throw noSuchCode()
    const season = await findSeason(ctx, tx, found.seasonKey)
    const event = season.program.events.find((it) => it.key === found.event)
    if (!event) throw noSuchCode()
    const today = dayIn(ctx.clock.now(), season.program.zone)
    const decided = decideCheckIn(event, found.session, today)
    if (!decided.ok && decided.code === 'event-called-off')
      throw new Refused('event-called-off', {}, 'This event is called off. If you were there, tell a coordinator.')
    if (!decided.ok)
      throw new Refused('not-on-this-day', {}, 'This code is for another day. If you were there, tell a coordinator.')
    const { event: key, session } = found
    const when = { happened_on: today, begins_on: startOfEvent(event) }
    const record = { id: newId(), person_id: personId, event: key, session, ...when }
    const added = await addAttendance(tx, ctx.organisationId, season.id, [record], ctx.clock.now())
    return { became: added > 0 ? 'in' : 'there' }
  })
}

/** What a coordinator has before them at an event: its codes, how many signed up and came, and who. */
export async function eventDesk(ctx: Context, input: EventNamed & { page: number }): Promise<EventDesk> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const offset = (input.page - 1) * NAMES_PER_PAGE
    const rows = await signedUpFor(tx, ctx.organisationId, season.id, input.event, NAMES_PER_PAGE, offset)
    await permit(ctx, tx, 'gather.seeSignUps', { seasonId: season.id, people: rows.map((it) => it.personId) })
    const event = eventOf(season, input.event)
    const sessions = event.sessions.map((it) => it.key)
    return {
      season: season.key,
      seasonName: season.program.name,
      event: event.key,
      name: event.name,
      sessions: (await sessionCounts(tx, ctx.organisationId, season.id, event.key, sessions)).map((it) => ({
        ...it,
        places: event.sessions.find((one) => one.key === it.session)?.places ?? null,
      })),
      calledOff: event.calledOff ?? null,
      seen: wordOf(event),
      found: rows[0]?.found ?? 0,
      people: rows.map(({ found: _, ...it }) => it),
    }
  })
}

/** Makes a code for each session that has none yet; those that are there stay. */
export async function makeCodes(ctx: Context, input: EventNamed): Promise<void> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'gather.makeCodes', { seasonId: season.id })
    const event = eventOf(season, input.event)
    const codes = event.sessions.map((it) => ({ id: newId(), session: it.key, code: newShortCode() }))
    const it = { seasonId: season.id, event: event.key, madeAt: ctx.clock.now() }
    await addCodes(tx, ctx.organisationId, it, codes)
  })
}

function noSuchCode(): Invalid {
  const message = 'There is no such code. Look at it once more; there is no O, 0, I or 1 in it.'
  return new Invalid(message, { fields: [{ place: 'code', message }] })
}
