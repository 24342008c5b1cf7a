import type { Context } from '../../../runtime/context.ts'
import { seasonsOf } from '../../../store/seasons.ts'

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
