import { type Context, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { lockOpenSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { saveReviews } from '../../../store/applications.ts'
import { markExcused } from '../../../store/review-assignments.ts'
import { addNote } from '../../../store/review-notes.ts'
import type { ApplicationLine } from '../../../store/season-applications.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { criteriaOf, findOwnReview } from './find-own-review.ts'

export const LONGEST_NOTE = 4000
export const SMALLEST_SCORE = 1
export const LARGEST_SCORE = 5

/** Sends one's review, or changes it, until everybody has heard. */
export async function sendReview(
  ctx: Context,
  input: { application: string; scores: Readonly<Record<string, number>>; note: string },
): Promise<void> {
  await within(ctx, async (tx) => {
    const { season, line, assignment } = await findOwnReview(ctx, tx, 'review.sendReview', input.application)
    await lockOpenSeason(ctx, tx, season.id)
    refuseHeard(line)
    if (assignment.isExcused)
      throw new Refused('excused-already', {}, 'You were excused from this one. Take that back first.')
    const criteria = criteriaOf(season, line.role)
    const scores = Object.fromEntries(
      criteria.flatMap(({ key }) => (isScore(input.scores[key]) ? [[key, input.scores[key]]] : [])),
    )
    const missing = criteria.filter((it) => scores[it.key] === undefined)
    if (missing.length > 0)
      throw new Invalid('Give a score for each.', {
        fields: missing.map((it) => ({ place: it.key, message: `Choose a score: ${it.text}` })),
      })
    const review = {
      id: newId(),
      application_id: line.id,
      reviewer_id: selfOf(ctx),
      scores,
      happened_on: ctx.on ?? ctx.today,
    }
    await saveReviews(tx, ctx.organisationId, [review], ctx.clock.now())
    const words = input.note.trim().slice(0, LONGEST_NOTE)
    const note = { id: newId(), applicationId: line.id, authorId: selfOf(ctx), words, at: ctx.clock.now() }
    if (words !== '') await addNote(tx, ctx.organisationId, note)
  })
}

function isScore(it: number | undefined): it is number {
  return it !== undefined && Number.isInteger(it) && it >= SMALLEST_SCORE && it <= LARGEST_SCORE
}

/** Says that one stands too near to review fairly; no reason is asked. `back` takes it back. */
export async function excuseOneself(ctx: Context, input: { application: string; back: boolean }): Promise<void> {
  await within(ctx, async (tx) => {
    const { season, line, mine } = await findOwnReview(ctx, tx, 'review.excuseOneself', input.application)
    await lockSeason(tx, ctx.organisationId, season.id)
    refuseHeard(line)
    if (mine && !input.back) throw new Refused('review-sent', {}, 'Your review is in already. Ask the coordinator.')
    const whose = { applicationId: line.id, reviewerId: selfOf(ctx) }
    await markExcused(tx, ctx.organisationId, whose, input.back ? null : ctx.clock.now())
  })
}

function refuseHeard(line: ApplicationLine): void {
  if (line.releasedOn !== null)
    throw new Refused('decision-released', {}, 'Everybody has heard, so this review is not changed any more.')
}
