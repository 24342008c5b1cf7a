import type { Hat } from '../../model/hats.ts'
import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { type HatLine, type HatsAsked, hatLines, hatLinesById } from '../../store/hats.ts'
import { type SeasonName, seasonNames } from '../../store/seasons.ts'

export const HATS_PER_PAGE = 50

export type HatsFilter = {
  readonly search: string
  readonly hat: Hat | null
  /** The key of a season: its hats, and those for every season. */
  readonly season: string | null
  readonly past: boolean
  readonly order: HatsAsked['order']
  /** Counts from 1. */
  readonly page: number
}

export type HatsScreen = {
  readonly lines: readonly HatLine[]
  readonly found: number
  readonly seasons: readonly SeasonName[]
  /** A hat that was given or taken off just now. */
  readonly latest: HatLine | null
  readonly mayChange: boolean
}

/** A page of who wears which hat. `latestId` names the one that was changed just now. */
export async function hats(ctx: Context, filter: HatsFilter, latestId: string | null): Promise<HatsScreen> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.seeHats')
    const seasons = await seasonNames(tx, ctx.organisationId)
    const seasonId = seasons.find((it) => it.key === filter.season)?.id ?? null
    const { search, hat, past, order } = filter
    const offset = (filter.page - 1) * HATS_PER_PAGE
    const asked = { search, hat, seasonId, past, order }
    const lines = await hatLines(tx, ctx.organisationId, asked, ctx.today, HATS_PER_PAGE, offset)
    const latest = latestId ? ((await hatLinesById(tx, ctx.organisationId, [latestId])).at(0) ?? null) : null
    return { lines, found: lines.at(0)?.total ?? 0, seasons, latest, mayChange: isAllowed(ctx.actor, 'office.giveHat') }
  })
}

const MOST_HATS = 1000

/** Who wears which hat now, for whoever reads it without pages. */
export async function allHats(ctx: Context): Promise<{ readonly hats: readonly HatSaid[] }> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.seeHats')
    const asked = { search: '', hat: null, seasonId: null, past: false, order: 'name' } as const
    const lines = await hatLines(tx, ctx.organisationId, asked, ctx.today, MOST_HATS, 0)
    return {
      hats: lines.map((it) => ({
        email: it.email,
        hat: it.hat,
        deputy: it.isDeputy,
        season: it.season,
        from: it.fromOn,
        until: it.untilOn,
        lentBy: it.lender,
      })),
    }
  })
}

export type HatSaid = {
  readonly email: string
  readonly hat: Hat
  readonly deputy: boolean
  readonly season: string | null
  readonly from: string
  readonly until: string | null
  readonly lentBy: string | null
}
