import { dayIn } from '../../calendar/days.ts'
import { countEventStanding } from '../../journey/gather/rules/event-standing.ts'
import { cameBy, eventDays } from '../../journey/gather/rules.ts'
import { countTraining, type TrainingStanding } from '../../journey/learn/rules/count-training.ts'
import { countPairStanding } from '../../journey/meet/rules/pair-standing.ts'
import { planStrips } from '../../journey/meet/rules.ts'
import { planForecast } from '../../journey/results/rules/forecast.ts'
import type { Day } from '../../model/day.ts'
import type { Forecast, Standing } from '../../model/measure-figure.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import type { Tx } from '../../store/database.ts'
import { trainedIn } from '../../store/events.ts'
import { seasonFactsOf } from '../../store/facts.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import { namesOf } from '../../store/people.ts'
import type { Season } from '../../store/seasons.ts'
import { countWindows, type WindowCounts } from '../rules/health.ts'
import { standingOf } from './pairs.ts'
import { seasonAsked } from './season-asked.ts'

export type EventHealth = Standing & {
  readonly key: string
  readonly name: string
  readonly firstDay: Day | null
  readonly forecast: Forecast | null
  readonly target: number | null
  readonly guests: number
}
export type SeasonHealth = {
  readonly season: string
  readonly name: string
  readonly everyDays: number
  readonly asOf: Day
  /** Whether the season gives certificates of completion. */
  readonly givesCertificates: boolean
  readonly pairs: { readonly running: number; readonly paused: number; readonly ended: number }
  readonly cadence: Standing & { readonly forecast: Forecast | null; readonly target: number | null }
  readonly windows: readonly WindowCounts[]
  readonly training: readonly (Omit<TrainingStanding, 'missing'> & { readonly missing: number })[]
  readonly events: readonly EventHealth[]
}
export type Untrained = {
  readonly season: string
  readonly name: string
  readonly training: string
  readonly key: string
  readonly dueOn: Day | null
  readonly people: number
  readonly missing: readonly { readonly id: string; readonly name: string }[]
  readonly found: number
}

const SEE_HEALTH = 'desk.seeHealth'
const SEE_UNTRAINED = 'desk.seeUntrained'
export const UNTRAINED_PER_PAGE = 50

/** How a season stands as counts, and what may still be missed: nobody's name, and nothing of what pairs write. */
export async function seeHealth(ctx: Context, input: { readonly season?: string }): Promise<SeasonHealth> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_HEALTH, input.season)
    await permit(ctx, tx, SEE_HEALTH, { seasonId: season.id })
    const { program } = season
    const asOf = ctx.on ?? dayIn(ctx.clock.now(), program.zone)
    const facts = await seasonFactsOf(tx, ctx.organisationId, season.id, asOf, [])
    const pairs = facts.pairs.map(asPairFact).filter((it) => it.publishedOn <= asOf)
    const strips = planStrips(program.meetings, pairs, facts.meetings, asOf)
    const target = (of: string) => program.measures.find((it) => it.definition === of)?.targetPercent ?? null
    const standings = pairs.map((it) => standingOf(it, asOf))
    const count = (one: string) => standings.filter((it) => it === one).length
    const training = countTraining(program, pairs, await trainedIn(tx, ctx.organisationId, season.id), asOf)
    return {
      season: season.key,
      name: `${program.name}, ${program.season}`,
      everyDays: program.meetings.everyDays,
      asOf,
      givesCertificates: program.certificate !== undefined,
      pairs: { running: count('running'), paused: count('paused'), ended: count('ended') },
      cadence: withForecast(countPairStanding(strips, asOf), target('cadence')),
      windows: countWindows(strips),
      training: training.map((it) => ({ ...it, missing: it.missing.length })),
      events: program.events
        .filter((it) => !it.calledOff)
        .map((event) => {
          const standing = countEventStanding(event, pairs, facts.attendance, asOf)
          const came = cameBy([event], facts.attendance, asOf).filter((it) => it.event === event.key)
          return {
            key: event.key,
            name: event.name,
            firstDay: eventDays(event)?.first ?? null,
            ...withForecast(standing, event.countsTowardsTarget ? target('attendance') : null),
            guests: new Set(came.map((it) => it.personId)).size - standing.reached,
          }
        }),
    }
  })
}

function withForecast(standing: Standing, target: number | null) {
  return { ...standing, target, forecast: target === null ? null : planForecast(standing, target) }
}

/** Who in a running pair has not completed a training yet, by name. */
export async function seeUntrained(
  ctx: Context,
  input: { readonly season?: string; readonly training: string; readonly page: number | null },
): Promise<Untrained> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_UNTRAINED, input.season)
    const standing = (await trainingOf(ctx, tx, season)).find((it) => it.key === input.training)
    const names = await namesOf(tx, ctx.organisationId, standing?.missing ?? [])
    const all = (standing?.missing ?? []).map((id) => ({ id, name: names.get(id) ?? '' }))
    const sorted = all.toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
    const { page } = input
    const missing = page === null ? sorted : sorted.slice((page - 1) * UNTRAINED_PER_PAGE, page * UNTRAINED_PER_PAGE)
    await permit(ctx, tx, SEE_UNTRAINED, { seasonId: season.id, people: missing.map((it) => it.id) })
    if (!standing) throw new NotFound('There is no such training in this season.')
    return {
      season: season.key,
      name: `${season.program.name}, ${season.program.season}`,
      training: standing.name,
      key: standing.key,
      dueOn: standing.dueOn,
      people: standing.people,
      missing,
      found: sorted.length,
    }
  })
}

async function trainingOf(ctx: Context, tx: Tx, season: Season): Promise<readonly TrainingStanding[]> {
  const asOf = ctx.on ?? dayIn(ctx.clock.now(), season.program.zone)
  const { pairs } = await seasonFactsOf(tx, ctx.organisationId, season.id, asOf, [])
  const trained = await trainedIn(tx, ctx.organisationId, season.id)
  return countTraining(season.program, pairs.map(asPairFact), trained, asOf)
}
