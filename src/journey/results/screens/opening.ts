import { audienceOf } from '../../../model/program.ts'
import { type About, type Actor, type Context, isAllowed, permit } from '../../../runtime/context.ts'
import type { Tx } from '../../../store/database.ts'
import type { Season } from '../../../store/seasons.ts'

/** Lets whoever may see every figure of a season go on, writes down by which action, and says so: it tells for whom what is shown. */
export async function permitOpening(ctx: Context, tx: Tx, season: Season): Promise<string> {
  const way = openingOf(ctx.actor, season) ?? { action: 'results.showResults', about: { seasonId: season.id } }
  await permit(ctx, tx, way.action, way.about)
  return way.action
}

/** What opens the full results to somebody: a hat or a link, or the audience that the program names; null where nothing does. */
export function openingOf(actor: Actor, { id, program }: Season): { action: string; about: About } | null {
  const audience = audienceOf(program)
  const personId = actor.kind === 'person' ? actor.personId : null
  const ways: readonly { action: string; about: About }[] = [
    { action: 'results.showResults', about: { seasonId: id } },
    ...(audience === 'public' ? [{ action: 'results.showToAnybody', about: { seasonId: id } }] : []),
    ...(audience === 'organisation' && personId
      ? [{ action: 'results.showToColleagues', about: { seasonId: id, people: [personId] } }]
      : []),
  ]
  return ways.find(({ action, about }) => isAllowed(actor, action, about)) ?? null
}
