import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import { type VersionLine, versionsOf, versionText } from '../../../store/season-versions.ts'

export const VERSIONS_PER_PAGE = 50

export type Versions = {
  readonly season: string
  readonly name: string
  readonly versions: readonly VersionLine[]
  readonly found: number
  /** The decisions that the program itself tells its readers. */
  readonly decisions: readonly { readonly on: string; readonly text: string; readonly because: string }[]
}

const SEE = 'design.seeVersions'

/** Who put which version of a season in force, when and why, and the decisions its program page tells. */
export async function seeVersions(
  ctx: Context,
  input: { readonly season: string; readonly page: number },
): Promise<Versions> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, SEE, { seasonId: season.id })
    const offset = (input.page - 1) * VERSIONS_PER_PAGE
    const versions = await versionsOf(tx, ctx.organisationId, season.id, VERSIONS_PER_PAGE, offset)
    const { name, season: which, decisions } = season.program
    return { season: season.key, name: `${name}, ${which}`, versions, found: versions[0]?.found ?? 0, decisions }
  })
}

export async function seeVersion(
  ctx: Context,
  input: { readonly season: string; readonly id: string },
): Promise<{ readonly season: string; readonly name: string; readonly text: string; readonly loadedOn: string }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, SEE, { seasonId: season.id })
    const version = await versionText(tx, ctx.organisationId, season.id, input.id)
    if (!version) throw new NotFound('There is no such version.')
    return { season: season.key, name: `${season.program.name}, ${season.program.season}`, ...version }
  })
}
