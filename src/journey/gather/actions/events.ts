import { dayIn } from '../../../calendar/days.ts'
import type { ProgramEvent } from '../../../model/program.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { hashOf, newId } from '../../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { addInterest, interestedIn, removeInterest } from '../../../store/event-interest.ts'
import { ownGroup } from '../../../store/groups.ts'
import type { Season } from '../../../store/seasons.ts'
import { othersSignedUp, ownPlaceAt, removeSignUp, saveSignUp, zoneOf } from '../../../store/sign-ups.ts'
import { rolesIn } from '../../../store/training.ts'
import {
  asksInterest,
  decideSignUp,
  fullSessions,
  planSessions,
  type SessionTime,
  tellsSomething,
} from '../rules/sessions.ts'

export type EventNamed = { readonly season: string; readonly event: string }
export type OwnEvent = {
  readonly season: string
  readonly seasonName: string
  readonly seasonEndsOn: string
  readonly event: ProgramEvent
  readonly sessions: readonly SessionTime[]
  readonly zone: string
  readonly myZone: string
  readonly signedUpFor: string | null
  readonly cameTo: readonly string[]
  /** The number of one’s small group; null where none was drawn. */
  readonly group: number | null
  /** Whether one said that one would come, while it has no day yet; null where it is not asked. */
  readonly wouldCome: boolean | null
  /** Sessions one can still sign up for, and those of them whose places others have taken. */
  readonly open: readonly string[]
  readonly full: readonly string[]
}
export type CalendarEntry = {
  readonly uid: string
  /** Null where a title would tell something about the person. */
  readonly title: string | null
  readonly path: string | null
  /** Instants where the hour is known, else the day. */
  readonly from: string
  readonly until: string
  readonly madeAt: string
}

/** An event as it stands for the person who asks: to whoever neither applied nor is in a pair it is not there. */
export async function seeEvent(ctx: Context, input: EventNamed): Promise<OwnEvent> {
  return within(ctx, async (tx) => (await enter(ctx, tx, 'gather.seeEvent', input)).own)
}

/** Signs up for one session of an event, instead of another one if there was one. */
export async function signUp(
  ctx: Context,
  input: EventNamed & { session: string },
): Promise<{ became: 'signed-up' | 'moved' }> {
  return within(ctx, async (tx) => {
    const { own, season, today, personId } = await enter(ctx, tx, 'gather.signUp', input)
    const decided = decideSignUp(own.event, input.session, today)
    if (!decided.ok && decided.code === 'no-such-session') {
      const message = 'Choose one of the sessions.'
      throw new Invalid(message, { fields: [{ place: 'session', message }] })
    }
    if (!decided.ok && decided.code === 'event-called-off')
      throw new Refused('event-called-off', {}, 'This event is called off: nobody can sign up for it.')
    if (!decided.ok) throw new Refused('session-over', {}, 'This session is over; choose another one.')
    await takePlace(ctx, tx, season, own.event, { personId, session: input.session })
    const place = { seasonId: season.id, event: input.event, personId }
    await saveSignUp(tx, ctx.organisationId, { ...place, id: newId(), session: input.session, madeAt: ctx.clock.now() })
    return { became: own.signedUpFor ? 'moved' : 'signed-up' }
  })
}

/** Says that one would come to an optional event that has no day yet, or takes it back; either may be done twice. */
export async function sayInterest(ctx: Context, input: EventNamed & { back: boolean }): Promise<void> {
  return within(ctx, async (tx) => {
    const { own, season, personId } = await enter(ctx, tx, 'gather.sayInterest', input)
    if (own.wouldCome === null)
      throw new Refused('day-is-set', {}, 'This event has its days now: sign up for a session instead.')
    const place = { seasonId: season.id, event: input.event, personId }
    if (input.back) await removeInterest(tx, ctx.organisationId, place)
    else await addInterest(tx, ctx.organisationId, { ...place, id: newId(), madeAt: ctx.clock.now() })
  })
}

/** The last place goes to one: whoever signs up for a session with so many places waits for whoever is doing it. */
async function takePlace(
  ctx: Context,
  tx: Tx,
  season: Season,
  event: ProgramEvent,
  it: { personId: string; session: string },
) {
  if (event.sessions.every((one) => one.places === undefined)) return
  await lockOpenSeason(ctx, tx, season.id)
  const taken = await othersSignedUp(tx, ctx.organisationId, { seasonId: season.id, event: event.key, ...it })
  if (!fullSessions(event, taken).includes(it.session)) return
  throw new Refused('session-full', {}, 'Every place of this session is taken; choose another one.')
}

/** Withdraws from an event; doing it twice is the same. */
export async function withdrawSignUp(ctx: Context, input: EventNamed): Promise<{ withdrawn: boolean }> {
  return within(ctx, async (tx) => {
    const { season, personId } = await enter(ctx, tx, 'gather.withdrawSignUp', input)
    return {
      withdrawn: await removeSignUp(tx, ctx.organisationId, { seasonId: season.id, event: input.event, personId }),
    }
  })
}

/** What goes into one's own calendar: when, and nobody else; where taking part tells something, nothing of what it is. */
export async function calendarEntry(ctx: Context, input: EventNamed): Promise<CalendarEntry> {
  return within(ctx, async (tx) => {
    const { own, season } = await enter(ctx, tx, 'gather.seeEvent', input)
    const session = own.sessions.find((it) => it.key === own.signedUpFor)
    if (!session?.on || own.event.calledOff) throw new NotFound('There is no day to put into a calendar yet.')
    const isDiscreet = tellsSomething(season.program)
    return {
      uid: hashOf(`${season.id} ${input.event}`).slice(0, 32),
      title: isDiscreet ? null : `${own.event.name}, ${own.seasonName}`,
      path: isDiscreet ? null : `/seasons/${own.season}/events/${own.event.key}`,
      from: session.at?.from ?? session.on,
      until: session.at?.until ?? session.on,
      madeAt: ctx.clock.now(),
    }
  })
}

async function enter(ctx: Context, tx: Tx, action: string, named: EventNamed) {
  const personId = selfOf(ctx)
  const season = await findSeason(ctx, tx, named.season)
  const roles = await rolesIn(tx, ctx.organisationId, season.id, personId)
  await permit(ctx, tx, action, { seasonId: season.id, people: roles.length > 0 ? [personId] : [] })
  const event = eventOf(season, named.event)
  const { program } = season
  const today = dayIn(ctx.clock.now(), program.zone)
  const myZone = (await zoneOf(tx, ctx.organisationId, personId, today)) ?? program.zone
  const place = await ownPlaceAt(tx, ctx.organisationId, { seasonId: season.id, event: event.key, personId })
  const group = place.signedUpFor
    ? await ownGroup(
        tx,
        ctx.organisationId,
        { seasonId: season.id, event: event.key, session: place.signedUpFor },
        personId,
      )
    : null
  const own: OwnEvent = {
    season: season.key,
    seasonName: program.name,
    seasonEndsOn: program.endsOn,
    event,
    sessions: planSessions(event, program.zone, myZone),
    zone: program.zone,
    myZone,
    ...place,
    group,
    wouldCome: asksInterest(event)
      ? (await interestedIn(tx, ctx.organisationId, season.id, event.key)).includes(personId)
      : null,
    open: event.sessions.filter((it) => decideSignUp(event, it.key, today).ok).map((it) => it.key),
    full: fullSessions(
      event,
      await othersSignedUp(tx, ctx.organisationId, { seasonId: season.id, event: event.key, personId }),
    ),
  }
  return { own, season, today, personId }
}

export function eventOf(season: Season, key: string): ProgramEvent {
  const event = season.program.events.find((it) => it.key === key)
  if (!event) throw new NotFound('There is no such event.')
  return event
}
