import { ROLES } from '../../model/role.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import {
  type ClearanceLine,
  clearanceCounts,
  clearanceOf,
  clearancePage,
  type Standing,
} from '../../store/clearances.ts'
import { seasonAsked } from './season-asked.ts'

export const NAMES_PER_PAGE = 50
const SEE_CLEARANCE = 'desk.seeClearance'

export type ClearanceQuery = {
  readonly season?: string
  readonly q: string
  readonly standing: Standing | null
  readonly page: number
}
export type ClearanceScreen = {
  readonly season: string
  readonly name: string
  /** Whether the program asks for it at all: if not, no name is shown. */
  readonly isAsked: boolean
  readonly lines: readonly ClearanceLine[]
  readonly found: number
  readonly all: number
  readonly open: number
  readonly isOwnThere: boolean
  /** Whoever was just answered for, wherever the filter leaves them. */
  readonly answered: ClearanceLine | null
}

/** Names and one bit each, for the people team: no role, no answer, nothing of what anybody wrote. */
export async function seeClearance(
  ctx: Context,
  query: ClearanceQuery,
  answeredFor: string | null,
): Promise<ClearanceScreen> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_CLEARANCE, query.season)
    const { program } = season
    const isAsked = ROLES.some((role) => program.roles[role].requirements.some((it) => it.kind === 'standing'))
    const me = 'personId' in ctx.actor ? ctx.actor.personId : ''
    const part = { limit: NAMES_PER_PAGE, offset: (query.page - 1) * NAMES_PER_PAGE }
    const lines = isAsked ? await clearancePage(tx, ctx.organisationId, season.id, me, { ...query, ...part }) : []
    const counts = isAsked
      ? await clearanceCounts(tx, ctx.organisationId, season.id, me)
      : { all: 0, open: 0, isOwnThere: false }
    const answered = answeredFor ? await clearanceOf(tx, ctx.organisationId, season.id, answeredFor) : null
    await permit(ctx, tx, SEE_CLEARANCE, { seasonId: season.id, people: lines.map((it) => it.personId) })
    return {
      season: season.key,
      name: `${program.name}, ${program.season}`,
      isAsked,
      lines,
      found: lines[0]?.found ?? 0,
      ...counts,
      answered: answered ?? null,
    }
  })
}
