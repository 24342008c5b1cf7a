import { dayIn } from '../../calendar/days.ts'
import { answerTo } from '../../journey/apply/rules/plan-application.ts'
import { countReviews, type ReviewsCount } from '../../journey/review/rules/count-reviews.ts'
import { seenOf } from '../../journey/review/rules/plan-by-hand.ts'
import { type Evidence, hasReached, isCleared, planEvidence } from '../../journey/review/rules/reached.ts'
import {
  type ApplicationState,
  type ApplicationsFilter,
  neighboursOf,
  selectApplications,
  stateOf,
} from '../../journey/review/rules/select-applications.ts'
import type { Day } from '../../model/day.ts'
import type { Role } from '../../model/role.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { selfOf } from '../../runtime/self.ts'
import type { Tx } from '../../store/database.ts'
import { reviewsOfOne } from '../../store/review-assignments.ts'
import { notesOf, type ReviewNote } from '../../store/review-notes.ts'
import {
  applicationLines,
  lastChangeOf,
  mentorOnlyOf,
  seasonOfApplication,
  writtenIn,
} from '../../store/season-applications.ts'
import { type Season, seasonById } from '../../store/seasons.ts'
import { reachedIn, type StepDone, stepDone } from './applications.ts'
import { seasonAsked } from './season-asked.ts'

export type OneApplication = {
  readonly id: string
  readonly season: string
  readonly seasonName: string
  readonly announcedOn: Day
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly division: string | null
  readonly sentOn: Day
  readonly late: boolean
  /** Null where it is cleared and does not meet a rule: it is opened one by one, and stands in no list. */
  readonly state: ApplicationState | null
  readonly byHand: { readonly by: string; readonly at: string } | null
  readonly hasHeard: boolean
  readonly isDecided: boolean
  readonly priority: number | null
  /** Null where whoever looks is still to send a review of it: until then they see nothing of others. */
  readonly reviews: ReviewsCount | null
  readonly notes: readonly (ReviewNote & { readonly isOwn: boolean })[]
  readonly answers: readonly {
    readonly question: string
    readonly shared: boolean
    readonly words: readonly string[]
  }[]
  readonly evidence: readonly Evidence[]
  readonly knownFrom: Day | null
  /** Where it stands in the list that was asked for. */
  readonly place: {
    readonly at: number
    readonly of: number
    readonly before: string | null
    readonly after: string | null
  }
  readonly seen: string
  readonly done: StepDone | null
}
const FIRST_DAY_OF_RECORD = '0001-01-01'
const SEE_APPLICATION = 'review.seeApplication'

/**
 * One application: what they wrote, and each rule with the fact it was weighed by. Only of those that are cleared; of any other it
 * says, as of one that is not there, that none has reached the coordinator. PRODUCT.md, who sees what.
 */
export async function seeOneApplication(
  ctx: Context,
  input: { readonly id: string; readonly filter: ApplicationsFilter; readonly step: string | null },
): Promise<OneApplication> {
  return within(ctx, async (tx) => {
    const found = await seasonOfApplication(tx, ctx.organisationId, input.id)
    const season = found && (await seasonById(tx, ctx.organisationId, found.seasonId))
    if (!season) {
      await permit(ctx, tx, SEE_APPLICATION)
      throw new NotFound('No such application.')
    }
    await permit(ctx, tx, SEE_APPLICATION, { seasonId: season.id, people: [found.personId] })
    const { line, list } = await lineOf(ctx, tx, season, input.id)
    const written = line && (await writtenIn(tx, ctx.organisationId, line.id))
    if (!line || !written) throw new NotFound('No such application.')
    const last = line.stepId ? await lastChangeOf(tx, ctx.organisationId, [line.id]) : undefined
    const { program } = season
    return {
      id: line.id,
      season: season.key,
      seasonName: `${program.name}, ${program.season}`,
      announcedOn: program.announcement.on,
      name: line.name,
      email: line.email,
      role: line.role,
      division: line.division,
      sentOn: line.submittedOn,
      late: line.late,
      state: hasReached(program, line) ? stateOf(line) : null,
      byHand: last ? { by: last.by, at: last.at } : null,
      hasHeard: line.releasedOn !== null,
      isDecided: list.some((it) => it.outcome !== null),
      priority: line.isBlind ? null : line.priority,
      ...(await reviewsFor(ctx, tx, season, line)),
      answers: program.roles[line.role].questions.map((question) => ({
        question: question.text,
        shared: question.shareable,
        words: answerTo(question, written),
      })),
      evidence: planEvidence(program, line),
      knownFrom: line.knownFrom === FIRST_DAY_OF_RECORD ? null : line.knownFrom,
      place: neighboursOf(selectApplications(list, input.filter), line.id),
      seen: hashOf(seenOf([line])),
      done: await stepDone(ctx, tx, season, input.step),
    }
  })
}

/** One line among all of its season, where it is cleared, with the list beside which it is read. */
async function lineOf(ctx: Context, tx: Tx, season: Season, id: string) {
  const list = await reachedIn(ctx, tx, season)
  const listed = list.find((it) => it.id === id)
  if (listed) return { line: listed, list }
  const day = ctx.on ?? dayIn(ctx.clock.now(), season.program.zone)
  const all = await applicationLines(tx, ctx.organisationId, season.id, day)
  const other = all.find((it) => it.id === id && isCleared(season.program, it))
  const mayWait = (await mentorOnlyOf(tx, ctx.organisationId, season.id)) !== null
  return { line: other && { ...other, mayWait, isBlind: false }, list }
}

/** What reviewers made of it and what was noted; nothing of others where whoever looks is still to send their own review. */
async function reviewsFor(
  ctx: Context,
  tx: Tx,
  { program }: Season,
  line: { readonly id: string; readonly role: Role; readonly isBlind: boolean },
): Promise<Pick<OneApplication, 'reviews' | 'notes'>> {
  const me = selfOf(ctx)
  const notes = await notesOf(tx, ctx.organisationId, line.id, line.isBlind ? me : null)
  const { given, waiting } = await reviewsOfOne(tx, ctx.organisationId, line.id)
  const criteria = program.roles[line.role].considerations.filter((it) => it.source !== 'match').map((it) => it.key)
  const asScores = given.map((scores) => ({ scores }))
  return {
    reviews: line.isBlind ? null : countReviews(asScores, criteria, waiting),
    notes: notes.map((it) => ({ ...it, isOwn: it.authorId === me })),
  }
}

const FIND_APPLICATION = 'review.findApplication'
export type FoundApplication = { readonly season: string; readonly name: string; readonly id: string | null }

/** One application by its person's address, also where it stands in no list; each is looked up by itself, and the look recorded. */
export async function findApplication(
  ctx: Context,
  input: { readonly season?: string; readonly email: string; readonly role: Role },
): Promise<FoundApplication> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, FIND_APPLICATION, input.season)
    const wanted = input.email.trim().toLowerCase()
    const day = ctx.on ?? dayIn(ctx.clock.now(), season.program.zone)
    const lines = await applicationLines(tx, ctx.organisationId, season.id, day)
    const me = selfOf(ctx)
    const one = lines.find((it) => it.email === wanted && it.role === input.role && it.personId !== me)
    await permit(ctx, tx, FIND_APPLICATION, { seasonId: season.id })
    const name = `${season.program.name}, ${season.program.season}`
    return { season: season.key, name, id: one && isCleared(season.program, one) ? one.id : null }
  })
}
