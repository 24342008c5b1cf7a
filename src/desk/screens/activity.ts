import type { Day } from '../../model/day.ts'
import { PERMISSIONS } from '../../permissions/all.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { type Deed, deedsOfSeason } from '../../store/audit-search.ts'
import { stagesOfDeeds, TEAM_HATS, teamDeeds } from '../rules/team-deeds.ts'
import { type MySeason, mySeasons } from './my-seasons.ts'
import { seasonAsked } from './season-asked.ts'

export const DEEDS_PER_PAGE = 50
const MOST_OF_A_SHEET = 20_000
const SEE_ACTIVITY = 'desk.seeActivity'

export const STAGES_OF_DEEDS: readonly string[] = stagesOfDeeds(PERMISSIONS)

export type ActivityAsked = {
  readonly season?: string
  readonly who: string
  readonly stage: string | null
  readonly from: Day | null
  readonly until: Day | null
  readonly page: number
}
export type DeedShown = Omit<Deed, 'total'> & {
  /** In the words of the permissions. */
  readonly does: string
}
export type Activity = {
  readonly season: string
  readonly name: string
  readonly zone: string
  readonly today: Day
  readonly seasons: readonly MySeason[]
  readonly deeds: readonly DeedShown[]
  readonly found: number
}

/** Who of a season’s team did what on which day: never whose affairs it was about, and nobody’s looking. */
export function seeActivity(ctx: Context, asked: ActivityAsked): Promise<Activity> {
  return read(ctx, asked, DEEDS_PER_PAGE, (asked.page - 1) * DEEDS_PER_PAGE)
}

/** The same for a spreadsheet. */
export function activitySheet(ctx: Context, asked: ActivityAsked): Promise<Activity> {
  return read(ctx, asked, MOST_OF_A_SHEET, 0)
}

function read(ctx: Context, asked: ActivityAsked, limit: number, offset: number): Promise<Activity> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_ACTIVITY, asked.season)
    await permit(ctx, tx, SEE_ACTIVITY, { seasonId: season.id })
    const { program, id, key } = season
    const { who, stage, from, until } = asked
    const grounds = [...TEAM_HATS]
    const search = {
      seasonId: id,
      zone: program.zone,
      who,
      actions: teamDeeds(PERMISSIONS, stage),
      grounds,
      from,
      until,
    }
    const deeds = await deedsOfSeason(tx, ctx.organisationId, search, limit, offset)
    return {
      season: key,
      name: `${program.name}, ${program.season}`,
      zone: program.zone,
      today: ctx.today,
      seasons: await mySeasons(ctx, tx, SEE_ACTIVITY),
      deeds: deeds.map(({ total: _, ...it }) => ({ ...it, does: PERMISSIONS[it.action]?.does ?? it.action })),
      found: deeds[0]?.total ?? 0,
    }
  })
}
