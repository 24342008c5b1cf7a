import { reviewersFor } from '../../../people/rules/wearers.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Refused } from '../../../runtime/errors.ts'
import { hashOf, newId } from '../../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { hatBook } from '../../../store/hats.ts'
import { namesOf } from '../../../store/people.ts'
import {
  addAssignments,
  assignmentsOf,
  linesAbove,
  partnersOf,
  rolesEverOf,
  takeBackUnsent,
} from '../../../store/review-assignments.ts'
import { type ApplicationLine, applicationLines } from '../../../store/season-applications.ts'
import type { Season } from '../../../store/seasons.ts'
import { type Nearness, standsTooNear } from '../rules/conflicts.ts'
import { planReviewers } from '../rules/plan-reviewers.ts'
import { hasReached } from '../rules/reached.ts'
import { tellReviewers, untellReviewers } from './tell-reviewers.ts'

export type ReviewerLine = {
  readonly id: string
  readonly name: string
  /** Applications they have to review, and how many of these reviews are in. */
  readonly assigned: number
  readonly sent: number
  /** How many they would have after giving out what is missing. */
  readonly after: number
}
export type Reviewing = {
  readonly season: string
  readonly name: string
  readonly each: number
  readonly applications: number
  readonly reviewers: readonly ReviewerLine[]
  readonly assigned: number
  readonly sent: number
  /** How many would be given out, and how many applications would still have fewer than asked for. */
  readonly toGive: number
  readonly short: number
  readonly seen: string
}

/** Who reviews how much in a season, and what giving out the missing reviews would do; nothing is changed. */
export async function seeReviewing(
  ctx: Context,
  input: { season: string | undefined; each: number },
): Promise<Reviewing> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'review.seeReviewing', { seasonId: season.id })
    const { people, here, assignments, plan } = await planned(ctx, tx, season, input.each)
    const names = await namesOf(tx, ctx.organisationId, people)
    const mine = (id: string) => assignments.filter((it) => it.reviewerId === id && !it.isExcused)
    const all = assignments.filter((it) => !it.isExcused)
    return {
      season: season.key,
      name: `${season.program.name}, ${season.program.season}`,
      each: input.each,
      applications: here.length,
      reviewers: people
        .map((id) => ({
          id,
          name: names.get(id) ?? '',
          assigned: mine(id).length,
          sent: mine(id).filter((it) => it.isSent).length,
          after: plan.loads.get(id) ?? 0,
        }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      assigned: all.length,
      sent: all.filter((it) => it.isSent).length,
      toGive: plan.added.length,
      short: plan.short,
      seen: seenOf(plan.added),
    }
  })
}

export type Assigned = { readonly assigned: number; readonly short: number; readonly step: string | null }

/** Gives out what is missing, evenly and past every conflict; `seen` is what the page showed, null to give out whatever is missing now. */
export async function assignReviewers(
  ctx: Context,
  input: { season: string | undefined; each: number; seen: string | null },
): Promise<Assigned> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'review.assignReviewers', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const { people, plan } = await planned(ctx, tx, season, input.each)
    if (people.length === 0)
      throw new Refused('no-reviewer', {}, 'Nobody wears the hat of a reviewer for this season. An owner gives it.')
    if (input.seen !== null && input.seen !== seenOf(plan.added))
      throw new Refused(
        'reviews-changed',
        {},
        'What is to be given out has changed since you opened it. Nothing was: look again.',
      )
    if (plan.added.length === 0) return { assigned: 0, short: plan.short, step: null }
    const step = { id: newId(), by: selfOf(ctx), at: ctx.clock.now() }
    await addAssignments(tx, ctx.organisationId, step, plan.added)
    const to = [...new Set(plan.added.map((it) => it.reviewerId))]
    await tellReviewers(ctx, tx, season, { people: to, step: step.id })
    return { assigned: plan.added.length, short: plan.short, step: step.id }
  })
}

/** Takes back what was given out and is not sent: all of it, or that of one step. */
export async function takeBackReviews(
  ctx: Context,
  input: { season: string | undefined; step: string | null },
): Promise<{ takenBack: number }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'review.takeBackReviews', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const what = { stepId: input.step, but: selfOf(ctx) }
    const takenBack = await takeBackUnsent(tx, ctx.organisationId, season.id, what)
    await untellReviewers(ctx, tx, season, input.step, newId())
    return { takenBack }
  })
}

async function planned(ctx: Context, tx: Tx, season: Season, each: number) {
  const day = ctx.on ?? ctx.today
  const people = reviewersFor(await hatBook(tx, ctx.organisationId, day), season.id, day)
  const lines = await applicationLines(tx, ctx.organisationId, season.id, day)
  // Whoever has heard is not reviewed any more; a coordinator's own is given out by another, and counts nowhere for them.
  const me = selfOf(ctx)
  const here = lines.filter((it) => it.releasedOn === null && it.personId !== me && hasReached(season.program, it))
  const ids = new Set(here.map((it) => it.id))
  const assignments = (await assignmentsOf(tx, ctx.organisationId, season.id)).filter((it) => ids.has(it.applicationId))
  const near = await nearnessOf(ctx, tx, season, people, here, day)
  const of = Map.groupBy(assignments, (it) => it.applicationId)
  const toReview = here.map((it) => {
    const its = of.get(it.id) ?? []
    const tooNear = people.filter((one) => standsTooNear(one, it, near))
    return {
      id: it.id,
      // Whoever wears the hat no more and has sent nothing leaves the place to another.
      given: its
        .filter((one) => !one.isExcused && (one.isSent || people.includes(one.reviewerId)))
        .map((one) => one.reviewerId),
      excluded: new Set([...tooNear, ...its.filter((one) => one.isExcused).map((one) => one.reviewerId)]),
    }
  })
  return { people, here, assignments, plan: planReviewers(people, toReview, each) }
}

async function nearnessOf(
  ctx: Context,
  tx: Tx,
  season: Season,
  people: readonly string[],
  here: readonly ApplicationLine[],
  day: string,
): Promise<Nearness> {
  const all = [...new Set([...people, ...here.map((it) => it.personId)])]
  const above = await linesAbove(tx, ctx.organisationId, all, day)
  const pairs = await partnersOf(tx, ctx.organisationId, people)
  const roles = await rolesEverOf(tx, ctx.organisationId, season.id, people)
  const partnersIn = (id: string) => pairs.flatMap((it) => (it.one === id ? it.other : it.other === id ? it.one : []))
  return {
    managers: new Map(above.map((it) => [it.personId, it.managerId])),
    partners: new Map(people.map((id) => [id, new Set(partnersIn(id))])),
    applied: new Map(people.map((id) => [id, new Set(roles.filter((it) => it.personId === id).map((it) => it.role))])),
  }
}

function seenOf(added: readonly { readonly applicationId: string; readonly reviewerId: string }[]): string {
  return hashOf(
    added
      .map((it) => `${it.applicationId} ${it.reviewerId}`)
      .toSorted()
      .join('\n'),
  )
}
