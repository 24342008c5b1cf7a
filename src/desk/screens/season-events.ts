import { asksInterest } from '../../journey/gather/rules/sessions.ts'
import { eventDays } from '../../journey/gather/rules.ts'
import type { Day } from '../../model/day.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { cameTo, eventCountsOf } from '../../store/events.ts'
import { seasonAsked } from './season-asked.ts'

export type EventOfSeason = {
  readonly key: string
  readonly name: string
  readonly days: { readonly first: Day; readonly last: Day } | null
  readonly sessions: number
  readonly optional: boolean
  readonly calledOff: boolean
  /** Whether every session has its day and its hour. */
  readonly isPlanned: boolean
  readonly signedUp: number
  readonly came: number
  readonly questions: number
  readonly votes: number
  /** Who would come, of an optional event without a day; null where it is not asked. */
  readonly wouldCome: number | null
}
export type SeasonEvents = {
  readonly season: string
  readonly name: string
  readonly events: readonly EventOfSeason[]
}

const SEE_EVENTS = 'gather.seeEvents'

/** The events of a season in their order, each with what was done around it, as counts. */
export async function seeSeasonEvents(ctx: Context, input: { season?: string }): Promise<SeasonEvents> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_EVENTS, input.season)
    await permit(ctx, tx, SEE_EVENTS, { seasonId: season.id })
    const { program } = season
    const counts = new Map((await eventCountsOf(tx, ctx.organisationId, season.id)).map((it) => [it.event, it]))
    const came = new Map((await cameTo(tx, ctx.organisationId, season.id)).map((it) => [it.event, it.came]))
    return {
      season: season.key,
      name: `${program.name}, ${program.season}`,
      events: program.events.map((event) => {
        const { signedUp = 0, questions = 0, votes = 0, wouldCome = 0 } = counts.get(event.key) ?? {}
        return {
          key: event.key,
          name: event.name,
          days: eventDays(event),
          sessions: event.sessions.length,
          optional: event.optional,
          calledOff: event.calledOff !== undefined,
          isPlanned: event.sessions.every((it) => it.on && it.startsAt),
          ...{ signedUp, questions, votes },
          came: came.get(event.key) ?? 0,
          wouldCome: asksInterest(event) ? wouldCome : null,
        }
      }),
    }
  })
}
