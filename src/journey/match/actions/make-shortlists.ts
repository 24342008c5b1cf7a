import type { Shortlist } from '../../../matching/shortlists.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { replaceShortlists, shortlistsOf } from '../../../store/shortlists.ts'
import { shortlistsWithoutWaiting } from '../board-apart.ts'
import { sayNotYet } from '../messages/say-not-yet.ts'
import { type Asked, readProblem } from '../read-problem.ts'
import { decideMaking } from '../rules/choosing.ts'
import { readerOf } from './of-the-match.ts'

/** How often lists are made anew because something changed while they were made. */
const TRIES = 3

export type ShortlistsMade = { readonly lists: string; readonly mentees: number; readonly offers: number }
type Found = { readonly inputHash: string; readonly lists: readonly Shortlist[] }

/**
 * Makes the shortlists of the day's people, in the place of those that were made and not sent. They are worked out outside of any
 * transaction and kept only if nothing they were computed from has changed since.
 */
export async function makeShortlists(ctx: Context, input: { season?: string }): Promise<ShortlistsMade> {
  let found: Found | null = null
  for (let tried = 0; ; tried += 1) {
    const made: ShortlistsMade | { asked: Asked; size: number } = await keepLists(ctx, input, found)
    if ('lists' in made) return made
    if (tried === TRIES)
      throw new Refused(
        'match-keeps-changing',
        {},
        `Something changed each of the ${TRIES} times the shortlists were made. Make them again when nobody is changing people, applications or rules.`,
      )
    const { asked, size } = made
    const { problem, policy } = asked.problem
    found = { inputHash: asked.inputHash, lists: await shortlistsWithoutWaiting(problem, policy, size) }
  }
}

async function keepLists(ctx: Context, input: { season?: string }, found: Found | null) {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.makeShortlists', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const asked = await readProblem(ctx, tx, season)
    const size = season.program.matching.shortlist?.size ?? 0
    const decided = decideMaking(asked.choosing, asked.isFirst)
    if (!decided.ok) throw new Refused(decided.code, {}, sayNotYet(decided.code, season.program))
    if (found?.inputHash !== asked.inputHash) return { asked, size }
    const entries = found.lists.flatMap(({ menteeId, mentors }) =>
      mentors.map(({ mentorId }) => ({ id: newId(), mentee_id: menteeId, mentor_id: mentorId })),
    )
    if (entries.length === 0) throw new Refused('nobody-to-choose', {}, sayNotYet('nobody-to-choose', season.program))
    const before = await shortlistsOf(tx, ctx.organisationId, season.id)
    const mentees = new Set(entries.map((it) => it.mentee_id)).size
    // The same people again have the same lists: what somebody looks at just now stays what it is.
    if (before?.inputHash === asked.inputHash && before.size === size)
      return { lists: before.id, mentees, offers: entries.length }
    const made = { id: newId(), size, inputHash: asked.inputHash, by: readerOf(ctx), on: ctx.on ?? ctx.today }
    await replaceShortlists(tx, ctx.organisationId, season.id, { ...made, at: ctx.clock.now() }, entries)
    return { lists: made.id, mentees, offers: entries.length }
  })
}
