import type { Program } from '../../model/program.ts'
import { type Context, within } from '../../runtime/context.ts'
import { findSeason } from '../../runtime/season.ts'
import { seasonsOf } from '../../store/seasons.ts'

export type SeasonLine = {
  readonly key: string
  readonly name: string
  readonly season: string
  readonly startsOn: string
  readonly endsOn: string
}

/** The organisation's seasons, for the front page; open to anybody, like the pages it leads to. */
export async function seasonLines(ctx: Context): Promise<readonly SeasonLine[]> {
  const seasons = await seasonsOf(ctx.db, ctx.organisationId)
  return seasons.map(({ key, program }) => ({
    key,
    name: program.name,
    season: program.season,
    startsOn: program.startsOn,
    endsOn: program.endsOn,
  }))
}

/** A season's program page; open to anybody, so it writes no audit line. */
export async function seeProgramPage(ctx: Context, input: { season: string }): Promise<{ program: Program }> {
  return within(ctx, async (tx) => ({ program: (await findSeason(ctx, tx, input.season)).program }))
}
