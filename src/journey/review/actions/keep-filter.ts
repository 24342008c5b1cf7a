import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { removeFilter, saveFilter } from '../../../store/saved-filters.ts'

const LONGEST_NAME = 80

/** Keeps a filter of a season's applications under a name, for whoever keeps it alone; the same name again changes it. */
export async function keepFilter(ctx: Context, input: { season: string; name: string; query: string }): Promise<void> {
  const name = input.name.trim().slice(0, LONGEST_NAME)
  if (name === '')
    throw new Invalid('Give the filter a name.', { fields: [{ place: 'name', message: 'Give a name.' }] })
  await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'review.keepFilter', { seasonId: season.id })
    const whose = { seasonId: season.id, personId: selfOf(ctx) }
    await saveFilter(tx, ctx.organisationId, { ...whose, id: newId(), name, query: input.query, at: ctx.clock.now() })
  })
}

/** Forgets a filter of one's own. */
export async function forgetFilter(ctx: Context, input: { season: string; id: string }): Promise<void> {
  await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'review.keepFilter', { seasonId: season.id })
    const whose = { seasonId: season.id, personId: selfOf(ctx), id: input.id }
    if (!(await removeFilter(tx, ctx.organisationId, whose))) throw new NotFound('There is no such filter of yours.')
  })
}
