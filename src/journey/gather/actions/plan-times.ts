import { addDays, dayIn, daysBetween } from '../../../calendar/days.ts'
import { clockIn } from '../../../calendar/moments.ts'
import { type Day, isDay } from '../../../model/day.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { interestedIn } from '../../../store/event-interest.ts'
import { pairsOf } from '../../../store/matches.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { availabilityOf } from '../../../store/planned-meetings.ts'
import { asAvailable } from '../../offer/rules/available.ts'
import { planTimesApart } from '../plan-apart.ts'
import { MOST_DAYS, MOST_SESSIONS, type ProposedTimes } from '../rules/plan-times.ts'
import { eventDays, planRoster } from '../rules.ts'
import { type EventNamed, eventOf } from './events.ts'

const ACTION = 'gather.planTimes'
/** Where an event has no days yet, times are looked for from a week ahead, for two weeks. */
const DAYS_AHEAD = 7
const USUAL_DAYS = 14

type Named = { readonly id: string; readonly name: string }
export type TimesShown = {
  readonly times: readonly { readonly at: string; readonly day: Day; readonly time: string; readonly reaches: number }[]
  readonly covered: number
  readonly left: readonly Named[]
}
export type SessionTimes = TimesShown & {
  readonly season: string
  readonly seasonName: string
  readonly zone: string
  readonly event: string
  readonly name: string
  readonly minutes: number
  readonly from: Day
  readonly until: Day
  readonly sessions: number
  readonly people: number
  readonly instead: readonly TimesShown[]
  readonly nextBest: TimesShown | null
}
export type TimesWanted = { readonly from: string; readonly until: string; readonly sessions: string }

/** Times for the sessions of an event that give most of its people one inside their working hours, and who has none. */
export async function proposeSessionTimes(ctx: Context, input: EventNamed & TimesWanted): Promise<SessionTimes> {
  const { asked, season, event, names } = await within(ctx, (tx) => read(ctx, tx, input))
  const planned = await planTimesApart(asked)
  const shown = ({ times, covered, left }: ProposedTimes): TimesShown => ({
    covered,
    times: times.map(({ at, reaches }) => ({ at, reaches, ...clockIn(at, asked.zone) })),
    left: left.map((id) => ({ id, name: names.get(id) ?? '' })).toSorted((a, b) => a.name.localeCompare(b.name)),
  })
  const all = [planned, ...planned.instead].flatMap((it) => it.left)
  // Whoever is named is told that somebody looked.
  await within(ctx, (tx) => permit(ctx, tx, ACTION, { seasonId: season.id, people: [...new Set(all)] }))
  const { program } = season
  return {
    ...shown(planned),
    season: season.key,
    seasonName: `${program.name}, ${program.season}`,
    zone: asked.zone,
    event: event.key,
    name: event.name,
    minutes: event.minutes,
    from: asked.from,
    until: asked.until,
    sessions: asked.sessions,
    people: asked.people.length,
    instead: planned.instead.map(shown),
    nextBest: planned.nextBest && shown(planned.nextBest),
  }
}

async function read(ctx: Context, tx: Tx, input: EventNamed & TimesWanted) {
  const season = await findSeason(ctx, tx, input.season)
  await permit(ctx, tx, ACTION, { seasonId: season.id })
  const event = eventOf(season, input.event)
  const { zone } = season.program
  const today = dayIn(ctx.clock.now(), zone)
  const days = readDays(input, eventDays(event), today)
  const sessions = Number(input.sessions || Math.min(event.sessions.length, MOST_SESSIONS))
  if (!Number.isInteger(sessions) || sessions < 1 || sessions > MOST_SESSIONS)
    throw unfit('sessions', `Say how many sessions there are, from 1 to ${MOST_SESSIONS}.`)
  const pairs = (await pairsOf(tx, ctx.organisationId, season.id)).map(asPairFact)
  const on = { ...event, when: { from: days.from, until: days.until }, sessions: [{ key: 'any' }] }
  // An optional event is planned for those who said that they would come, once somebody has.
  const wouldCome = event.optional ? await interestedIn(tx, ctx.organisationId, season.id, event.key) : []
  const roster = wouldCome.length > 0 ? wouldCome : [...planRoster(on, pairs)]
  const available = await availabilityOf(tx, ctx.organisationId, roster, days.from)
  const here = [...available.values()].filter((it) => !it.isGone)
  const people = here.map((it) => ({ id: it.id, ...asAvailable(it, zone) }))
  const names = new Map(here.map((it) => [it.id, it.name]))
  return { season, event, names, asked: { people, ...days, zone, minutes: event.minutes, sessions } }
}

/** The days that were asked for, else those the event may have and that are still to come, else two weeks ahead. */
function readDays(
  { from, until }: TimesWanted,
  own: { readonly first: Day; readonly last: Day } | null,
  today: Day,
): { readonly from: Day; readonly until: Day } {
  if (from === '' && until === '') {
    if (own && own.last > today && daysBetween(own.first, own.last) < MOST_DAYS)
      return { from: own.first > today ? own.first : addDays(today, 1), until: own.last }
    const first = addDays(today, DAYS_AHEAD)
    return { from: first, until: addDays(first, USUAL_DAYS - 1) }
  }
  if (!isDay(from)) throw unfit('from', 'Give the first day as in 2026-03-04.')
  if (!isDay(until)) throw unfit('until', 'Give the last day as in 2026-03-17.')
  if (until < from) throw unfit('until', 'The last day lies before the first.')
  if (daysBetween(from, until) >= MOST_DAYS)
    throw unfit('until', `Look at ${MOST_DAYS} days at most: give a last day nearer to the first.`)
  return { from, until }
}

function unfit(place: string, message: string): Invalid {
  return new Invalid(message, { fields: [{ place, message }] })
}
