import { type Context, permit, within } from '../../runtime/context.ts'
import { hashOf, newId, newSecret } from '../../runtime/new-id.ts'
import { findSeason } from '../../runtime/season.ts'
import { addResultsLink } from '../../store/seasons.ts'

/** Makes a link that opens the full results page of one season; only its hash is kept. */
export async function makeLink(ctx: Context, input: { season?: string }): Promise<{ path: string }> {
  const secret = newSecret()
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'results.makeLink', { seasonId: season.id })
    await addResultsLink(tx, ctx.organisationId, {
      id: newId(),
      seasonId: season.id,
      hash: hashOf(secret),
      createdAt: ctx.clock.now(),
    })
    return { path: `/seasons/${season.key}/results?link=${secret}` }
  })
}
