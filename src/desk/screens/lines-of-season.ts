import { addDays, dayIn } from '../../calendar/days.ts'
import { usualHours } from '../../calendar/working-hours.ts'
import { eventDays } from '../../journey/gather/rules.ts'
import { asAvailable } from '../../journey/offer/rules/available.ts'
import type { Day } from '../../model/day.ts'
import type { MeetingFact, PairFact } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import type { Context } from '../../runtime/context.ts'
import type { Tx } from '../../store/database.ts'
import { type DeskRows, deskRowsOf } from '../../store/desk.ts'
import { seasonFactsOf } from '../../store/facts.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import { availabilityOf } from '../../store/planned-meetings.ts'
import type { Season } from '../../store/seasons.ts'
import { readDeskFacts } from '../rules/desk-facts.ts'
import type { DeskFacts } from '../rules/desk-line.ts'
import { DAYS_BEFORE_EVENT } from '../rules/lines-of-dates.ts'
import { openLines, planDesk } from '../rules/plan-desk.ts'

/** A season as its desk reads it on a day. */
export type SeasonDesk = {
  readonly today: Day
  readonly facts: DeskFacts
  readonly pairs: readonly PairFact[]
  readonly meetings: readonly MeetingFact[]
  readonly rows: DeskRows
}

/** Every line of a season, and those that stand open. */
export async function linesOf(ctx: Context, tx: Tx, season: Season) {
  const today = todayIn(ctx, season)
  const near = season.program.events.some((it) => isNear(it, today))
  const { facts, rows } = await deskOfSeason(ctx, tx, season, near)
  const all = planDesk(facts)
  return { all, open: openLines(all, rows.marks, today) }
}

/** What the desk of a season is made of; working hours are read only where an event asks for them. */
export async function deskOfSeason(ctx: Context, tx: Tx, season: Season, withHours: boolean): Promise<SeasonDesk> {
  const { organisationId } = ctx
  const { program } = season
  const today = todayIn(ctx, season)
  const found = await seasonFactsOf(tx, organisationId, season.id, today, [])
  const rows = await deskRowsOf(tx, organisationId, season.id, today)
  const pairs = found.pairs.map(asPairFact)
  const two = withHours ? [...new Set(pairs.flatMap((it) => [it.mentorId, it.menteeId]))] : []
  const available = withHours ? await availabilityOf(tx, organisationId, two, today) : null
  const facts = readDeskFacts(
    program,
    { ...rows, pairs, meetings: found.meetings, answered: found.answered, supervisors: found.supervisors },
    (id) => hoursOf(available?.get(id), program.zone),
    today,
  )
  return { today, facts, pairs, meetings: found.meetings, rows }
}

function todayIn(ctx: Context, { program }: Season): Day {
  return ctx.on ?? dayIn(ctx.clock.now(), program.zone)
}

function hoursOf(row: Parameters<typeof asAvailable>[0] | undefined, zone: string) {
  return row ? asAvailable(row, zone).hours : usualHours(zone)
}

function isNear(event: Program['events'][number], today: Day): boolean {
  const days = eventDays(event)
  return days !== null && !event.calledOff && days.first >= today && days.first <= addDays(today, DAYS_BEFORE_EVENT)
}
