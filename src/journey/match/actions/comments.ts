import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { removeComment as dropComment, addComment as keepComment } from '../../../store/match-comments.ts'
import { runByNumber } from '../../../store/match-runs.ts'

export const MOST_LETTERS = 2000

/** Says something of a pair of a run to the other coordinators. */
export async function addComment(
  ctx: Context,
  input: { readonly season?: string; readonly run: number; readonly mentee: string; readonly words: string },
): Promise<{ readonly comment: string }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const run = await runByNumber(tx, ctx.organisationId, season.id, input.run)
    const pair = run?.answer.pairs.find((it) => it.menteeId === input.mentee)
    const people = pair ? [pair.mentorId, pair.menteeId] : []
    await permit(ctx, tx, 'match.addComment', { seasonId: season.id, people })
    if (!run || !pair) throw new NotFound('There is no such pair in this run.')
    const words = input.words.trim()
    if (words === '') throw new Invalid('Write something first.')
    if (words.length > MOST_LETTERS) throw new Invalid(`A comment has at most ${MOST_LETTERS} letters.`)
    const id = newId()
    const of = { id, runId: run.id, mentorId: pair.mentorId, menteeId: pair.menteeId, authorId: selfOf(ctx), words }
    await keepComment(tx, ctx.organisationId, { ...of, madeOn: ctx.on ?? ctx.today, madeAt: ctx.clock.now() })
    return { comment: id }
  })
}

/** Takes away what one said oneself. */
export async function removeComment(
  ctx: Context,
  input: { readonly season?: string; readonly run: number; readonly comment: string },
): Promise<void> {
  await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.removeComment', { seasonId: season.id })
    const run = await runByNumber(tx, ctx.organisationId, season.id, input.run)
    if (!run || (await dropComment(tx, ctx.organisationId, run.id, input.comment, selfOf(ctx))) === 0)
      throw new NotFound('That comment is gone already, or is not yours.')
  })
}
