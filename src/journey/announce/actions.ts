import { type Context, permit, within } from '../../runtime/context.ts'
import { findSeason, lockOpenSeason } from '../../runtime/season.ts'
import { planLetters } from './actions/plan-letters.ts'
import { changedSinceRead, type Released, refuseNothing, releaseLetters } from './actions/release-letters.ts'
import { openLetters } from './actions/see-letters.ts'
import { asLetter } from './messages.ts'

export type DraftsRead = {
  readonly drafts: readonly { to: string; kind: string; subject: string; body: string }[]
  /** Letters about the reader themself, which another coordinator reads. */
  readonly locked: number
}

/** Every letter as it would leave now, for the coordinator to read before anything does; none about themself. */
export async function readDrafts(ctx: Context, input: { season?: string }): Promise<DraftsRead> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { letters, open, locked } = await openLetters(ctx, tx, season)
    const drafts = open.map((it) => ({
      to: it.email,
      kind: it.kind,
      ...asLetter(it.text, it.values, letters.closing),
    }))
    return { drafts, locked }
  })
}

/** Tells everyone, now. `seen` is what was read; where that has changed since, nothing leaves. */
export async function releaseDecisions(
  ctx: Context,
  input: { season?: string; send?: boolean; seen?: string },
): Promise<Released> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'announce.releaseDecisions', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const letters = await planLetters(ctx, tx, season)
    refuseNothing(letters)
    if (input.seen !== undefined && input.seen !== letters.mark) throw changedSinceRead()
    return releaseLetters(ctx, tx, season, letters, input.send === true)
  })
}
