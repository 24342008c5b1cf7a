import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { findSeason } from '../../runtime/season.ts'
import { type GroupLetter, groupLetter, groupLetters } from '../../store/group-letters.ts'

export type { GroupLetter } from '../../store/group-letters.ts'

export const LETTERS_PER_PAGE = 50
const SEE_WRITTEN = 'desk.seeWritten'
type Named = { readonly season: string }
export type Written = { readonly season: string; readonly name: string }

/** The letters that coordinators wrote to groups of a season, each with how far it is: counts, and no reader's name. */
export async function seeWritten(ctx: Context, input: Named & { readonly page: number }) {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, SEE_WRITTEN, { seasonId: season.id })
    const at = { limit: LETTERS_PER_PAGE, offset: (input.page - 1) * LETTERS_PER_PAGE }
    const letters = await groupLetters(tx, ctx.organisationId, season.id, at)
    return { ...named(season), letters, total: letters[0]?.total ?? 0 }
  })
}

/** One of them. */
export async function seeOneWritten(ctx: Context, input: Named & { readonly id: string }) {
  return within(ctx, async (tx): Promise<Written & { readonly letter: GroupLetter }> => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, SEE_WRITTEN, { seasonId: season.id })
    const letter = await groupLetter(tx, ctx.organisationId, season.id, input.id)
    if (!letter) throw new NotFound('There is no such letter.')
    return { ...named(season), letter }
  })
}

function named({ key, program }: { key: string; program: { name: string; season: string } }): Written {
  return { season: key, name: `${program.name}, ${program.season}` }
}
