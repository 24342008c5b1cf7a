import { importApplications } from '../journey/apply/actions.ts'
import { addComment } from '../journey/match/actions/comments.ts'
import { setRule } from '../journey/match/actions/set-rule.ts'
import { proposeMatch, publishMatch } from '../journey/match/actions.ts'
import { assignReviewers } from '../journey/review/actions/assign-reviewers.ts'
import { clearApplications, decideApplications, importReviews, type ReviewInput } from '../journey/review/actions.ts'
import { giveHat } from '../office/actions/hats.ts'
import { type Context, within } from '../runtime/context.ts'
import { Refused } from '../runtime/errors.ts'
import { idsByEmail } from '../store/people.ts'
import { asCoordinator } from './as-coordinator.ts'
import { addressOf } from './demo-people.ts'
import { demoLateApplications, lateMentorEmail } from './demo-season.ts'

type At = (day: string) => Promise<Context>
const SEASON = 'autumn-2026'
/** The two who reviewed the applications of summer, too. */
const REVIEWERS = [addressOf(201), addressOf(202)]

/**
 * What keeps the coordinator of the demo busy late in October: two more mentors applied and are being reviewed, and the mentor in
 * reserve was matched with somebody who waits. Four letters are to be read: to the new pair, and to the two in reserve.
 */
export async function goOnLate(at: At): Promise<void> {
  for (const email of REVIEWERS) await giveHat(await at('2026-07-20'), { email, hat: 'reviewer', season: SEASON })
  const late = demoLateApplications()
  await importApplications(await at('2026-10-26'), { rows: late })
  await clearApplications(await at('2026-10-27'), { emails: [] })
  await assignReviewers(asCoordinator(await at('2026-10-28')), { season: SEASON, each: REVIEWERS.length, seen: null })
  const [first = '', second = ''] = late.map((it) => it.email)
  await importReviews(await at('2026-10-30'), {
    rows: [score(first, 0, [5, 4]), score(first, 1, [3, 3]), score(second, 1, [4, 5])],
  })
  await matchOneMore(at)
  // By the program's rules whoever applies late is in reserve; the reviews say in which order.
  await decideApplications(await at('2026-10-31'), { season: SEASON, late: true })
}

function score(email: string, reviewer: number, [track = 0, performance = 0]: readonly number[]): ReviewInput {
  return { row: 2, email, role: 'mentor', reviewer: REVIEWERS[reviewer] ?? '', scores: { track, performance } }
}

/** The first proposal is forbidden, somebody else who waits is pinned, and the run after that is published. */
async function matchOneMore(at: At): Promise<void> {
  const { run, pairs, waitingList } = await proposeMatch(await at('2026-10-29'), { season: SEASON })
  const ctx = asCoordinator(await at('2026-10-29'))
  const [proposed] = pairs
  if (!proposed) throw new Error('the demo has somebody in reserve and somebody who waits')
  const words = 'They shared an office for years. Somebody who does not know them yet would gain more.'
  const ids = await within(ctx, (tx) => idsByEmail(tx, ctx.organisationId, [proposed.mentee]))
  await addComment(ctx, { season: SEASON, run, mentee: ids.get(proposed.mentee) ?? '', words })
  await setRule(ctx, { season: SEASON, kind: 'forbid', mentee: proposed.mentee, mentor: proposed.mentor })
  for (const mentee of waitingList) if (await pinned(ctx, mentee)) break
  await proposeMatch(await at('2026-10-30'), { season: SEASON })
  await publishMatch(await at('2026-10-30'), { season: SEASON })
}

/** Whether the mentor in reserve could be pinned with this one; somebody of the same division cannot be. */
async function pinned(ctx: Context, mentee: string): Promise<boolean> {
  try {
    await setRule(ctx, { season: SEASON, kind: 'pin', mentee, mentor: lateMentorEmail })
    return true
  } catch (fault) {
    if (fault instanceof Refused) return false
    throw fault
  }
}
