import { type Context, permit, within } from '../../runtime/context.ts'
import { findSeason } from '../../runtime/season.ts'
import { applicationsOf } from '../../store/applications.ts'
import { messagesOf } from '../../store/messages.ts'
import { lockSeason } from '../../store/seasons.ts'
import { ownLetters } from './actions/own-letters.ts'
import { writeDrafts } from './actions/plan-letters.ts'
import { changedSinceRead, type Released, releaseLetters } from './actions/release-letters.ts'

export type DraftsRead = {
  readonly drafts: readonly { to: string; kind: string; subject: string; body: string }[]
  /** Letters about the reader themself, which another coordinator reads. */
  readonly locked: number
}

/** Every letter as it would leave now, for the coordinator to read before anything does; none about themself. */
export async function readDrafts(ctx: Context, input: { season?: string }): Promise<DraftsRead> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const applications = await applicationsOf(tx, ctx.organisationId, season.id)
    const people = [...new Set(applications.map((it) => it.person_id))]
    await permit(ctx, tx, 'announce.readDrafts', { seasonId: season.id, people })
    await lockSeason(tx, ctx.organisationId, season.id)
    await writeDrafts(ctx, tx, season)
    const drafts = (await messagesOf(tx, ctx.organisationId, season.id)).filter((it) => it.state === 'draft')
    const isOwn = await ownLetters(ctx, tx, season.id)
    const open = drafts.filter((it) => !isOwn(it.person_id, it.about))
    return {
      drafts: open.map((it) => ({ to: it.email, kind: it.kind, subject: it.subject, body: it.body })),
      locked: drafts.length - open.length,
    }
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
    await lockSeason(tx, ctx.organisationId, season.id)
    const { mark } = await writeDrafts(ctx, tx, season)
    if (input.seen !== undefined && input.seen !== mark) throw changedSinceRead()
    return releaseLetters(ctx, tx, season, input.send === true)
  })
}
