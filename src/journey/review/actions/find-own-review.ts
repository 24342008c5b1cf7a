import type { Role } from '../../../model/role.ts'
import { type Context, permit } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { selfOf } from '../../../runtime/self.ts'
import { type ReviewRecord, reviewsOf } from '../../../store/applications.ts'
import type { Tx } from '../../../store/database.ts'
import { type Assignment, assignmentsOf } from '../../../store/review-assignments.ts'
import { type ApplicationLine, applicationLines, seasonOfApplication } from '../../../store/season-applications.ts'
import { type Season, seasonById } from '../../../store/seasons.ts'
import { hasReached } from '../rules/reached.ts'

/** What a reviewer scores of a role: criteria that no match answers. */
export function criteriaOf({ program }: Pick<Season, 'program'>, role: Role) {
  return program.roles[role].considerations.filter((it) => it.source !== 'match')
}

export type OwnReview = {
  readonly season: Season
  readonly line: ApplicationLine
  readonly assignment: Assignment
  readonly mine: ReviewRecord | null
}

/** One application that was given to whoever asks, and still stands; anything else is not there. */
export async function findOwnReview(ctx: Context, tx: Tx, action: string, id: string): Promise<OwnReview> {
  const found = await seasonOfApplication(tx, ctx.organisationId, id)
  const season = found && (await seasonById(tx, ctx.organisationId, found.seasonId))
  if (!found || !season) {
    await permit(ctx, tx, action)
    throw new NotFound('No such review.')
  }
  await permit(ctx, tx, action, { seasonId: season.id, people: [found.personId] })
  const me = selfOf(ctx)
  const assignments = await assignmentsOf(tx, ctx.organisationId, season.id)
  const assignment = assignments.find((it) => it.applicationId === id && it.reviewerId === me)
  const lines = await applicationLines(tx, ctx.organisationId, season.id, ctx.on ?? ctx.today)
  const line = lines.find((it) => it.id === id && hasReached(season.program, it))
  if (!assignment || !line) throw new NotFound('No such review.')
  const given = await reviewsOf(tx, ctx.organisationId, season.id)
  const mine = given.find((it) => it.application_id === id && it.reviewer_id === me) ?? null
  return { season, line, assignment, mine }
}
