import { dayIn } from '../../calendar/days.ts'
import { keepReached } from '../../journey/review/rules/reached.ts'
import {
  type ApplicationState,
  type ApplicationsFilter,
  selectApplications,
  stateOf,
} from '../../journey/review/rules/select-applications.ts'
import type { Day } from '../../model/day.ts'
import type { Role } from '../../model/role.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { selfOf } from '../../runtime/self.ts'
import type { Tx } from '../../store/database.ts'
import { blindTo } from '../../store/review-assignments.ts'
import { type SavedFilter, savedFilters } from '../../store/saved-filters.ts'
import { applicationLines, mentorOnlyOf, stepOf } from '../../store/season-applications.ts'
import type { Season } from '../../store/seasons.ts'
import { seasonAsked } from './season-asked.ts'

export const APPLICATIONS_PER_PAGE = 50
export type ApplicationsAsked = ApplicationsFilter & {
  readonly season?: string
  /** Null for all of them, as a sheet has them. */
  readonly page: number | null
  /** A step that was just done, so that it can be undone. */
  readonly step?: string | null
}
export type ApplicationOfSeason = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly division: string | null
  readonly sentOn: Day
  readonly late: boolean
  readonly state: ApplicationState
  /** Whether a person decided it, not the rules. */
  readonly byHand: boolean
  readonly priority: number | null
  /** Whether whoever looks is still to send a review of it: until then they see no score of others. */
  readonly isBlind: boolean
}
/** What was just done, for the line that offers to undo it. */
export type StepDone = {
  readonly id: string
  readonly outcome: 'pool' | 'reserve' | 'declined'
  readonly many: number
  readonly one: string
}
export type ApplicationsOfSeason = {
  readonly season: string
  readonly name: string
  readonly announcedOn: Day
  readonly applications: readonly ApplicationOfSeason[]
  readonly found: number
  readonly all: number
  readonly divisions: readonly string[]
  readonly isDecided: boolean
  readonly filters: readonly SavedFilter[]
  readonly done: StepDone | null
}
const SEE_APPLICATIONS = 'review.seeApplications'

/** The applications of a season that reached the coordinator, cleared and eligible; of all others only a number is known. */
export async function seeApplications(ctx: Context, asked: ApplicationsAsked): Promise<ApplicationsOfSeason> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_APPLICATIONS, asked.season)
    const all = await reachedIn(ctx, tx, season)
    const found = selectApplications(all, asked)
    const { page } = asked
    const shown = page === null ? found : found.slice((page - 1) * APPLICATIONS_PER_PAGE, page * APPLICATIONS_PER_PAGE)
    await permit(ctx, tx, SEE_APPLICATIONS, { seasonId: season.id })
    return {
      season: season.key,
      name: `${season.program.name}, ${season.program.season}`,
      announcedOn: season.program.announcement.on,
      applications: shown.map((it) => ({
        id: it.id,
        name: it.name,
        email: it.email,
        role: it.role,
        division: it.division,
        sentOn: it.submittedOn,
        late: it.late,
        state: stateOf(it),
        byHand: it.stepId !== null,
        priority: it.isBlind ? null : it.priority,
        isBlind: it.isBlind,
      })),
      found: found.length,
      all: all.length,
      divisions: [...new Set(all.map((it) => it.division ?? ''))].toSorted(),
      isDecided: all.some((it) => it.outcome !== null),
      filters: await savedFilters(tx, ctx.organisationId, { seasonId: season.id, personId: selfOf(ctx) }),
      done: await stepDone(ctx, tx, season, asked.step ?? null),
    }
  })
}

/** What a coordinator may list of a season: cleared, eligible, and not their own. */
export async function reachedIn(ctx: Context, tx: Tx, season: Season) {
  const day = ctx.on ?? dayIn(ctx.clock.now(), season.program.zone)
  const lines = await applicationLines(tx, ctx.organisationId, season.id, day)
  const mentorOnly = await mentorOnlyOf(tx, ctx.organisationId, season.id)
  const blind = await blindTo(tx, ctx.organisationId, season.id, selfOf(ctx))
  const reached = keepReached(season.program, lines, { but: selfOf(ctx), mentorOnly })
  return reached.map((it) => ({ ...it, isBlind: blind.has(it.id) }))
}

export async function stepDone(ctx: Context, tx: Tx, season: Season, id: string | null): Promise<StepDone | null> {
  const step = id === null ? undefined : await stepOf(tx, ctx.organisationId, id)
  if (!step || step.seasonId !== season.id) return null
  return { id: step.id, outcome: step.outcome, many: step.many, one: step.one }
}
