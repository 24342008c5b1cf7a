import type { ProgramEvent } from '../../../model/program.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { findSeason } from '../../../runtime/season.ts'
import { cameTo, eventCountsOf } from '../../../store/events.ts'
import { wordOf } from './change-event.ts'

type Listed = {
  /** As it stands in the season's file. */
  readonly event: ProgramEvent
  /** The event as it stands, in a word: what is changed or called off is said with it. */
  readonly seen: string
  readonly signedUp: number
  readonly came: number
  readonly wouldCome: number
  readonly questions: number
}

/** The events of a season as they are set, each with what was done around it, as counts. */
export async function listEvents(
  ctx: Context,
  input: { season?: string },
): Promise<{ season: string; events: readonly Listed[] }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'gather.seeEvents', { seasonId: season.id })
    const counts = new Map((await eventCountsOf(tx, ctx.organisationId, season.id)).map((it) => [it.event, it]))
    const came = new Map((await cameTo(tx, ctx.organisationId, season.id)).map((it) => [it.event, it.came]))
    const events = season.program.events.map((event) => {
      const { signedUp = 0, wouldCome = 0, questions = 0 } = counts.get(event.key) ?? {}
      return { event, seen: wordOf(event), signedUp, came: came.get(event.key) ?? 0, wouldCome, questions }
    })
    return { season: season.key, events }
  })
}
