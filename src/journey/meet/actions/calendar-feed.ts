import { feed } from '../../../outbox/calendar.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { hashOf, newId, newSecret } from '../../../runtime/new-id.ts'
import { selfOf } from '../../../runtime/self.ts'
import { feedOf, personOfFeed, replaceFeed, revokeFeed } from '../../../store/calendar-feeds.ts'
import { plannedOfPerson } from '../../../store/planned-meetings.ts'
import { startsOf } from '../rules/planned-starts.ts'
import { GENERIC_TITLE } from './invite.ts'

/** When one's own feed was made; null where there is none. */
export async function readFeedState(ctx: Context): Promise<{ readonly madeAt: string | null }> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'meet.keepFeed', { people: [me] })
    return { madeAt: (await feedOf(tx, ctx.organisationId, me))?.madeAt ?? null }
  })
}

/** Makes a private calendar; its address is shown once, and the one before it opens nothing any more. */
export async function makeFeed(ctx: Context): Promise<{ readonly address: string }> {
  const me = selfOf(ctx)
  const secret = newSecret()
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'meet.keepFeed', { people: [me] })
    const it = { id: newId(), personId: me, hash: hashOf(secret), at: ctx.clock.now() }
    await replaceFeed(tx, ctx.organisationId, it)
    return { address: `${ctx.publicUrl}/feeds/${secret}.ics` }
  })
}

/** Revokes one's own feed; doing it twice is the same. */
export async function endFeed(ctx: Context): Promise<{ readonly revoked: boolean }> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'meet.keepFeed', { people: [me] })
    return { revoked: await revokeFeed(tx, ctx.organisationId, { personId: me, at: ctx.clock.now() }) }
  })
}

/** The calendar behind an address; null where it was revoked, or its person has left. */
export async function readFeed(ctx: Context, input: { readonly secret: string }): Promise<string | null> {
  return within(ctx, async (tx) => {
    const found = await personOfFeed(tx, ctx.organisationId, hashOf(input.secret), ctx.today)
    if (!found) return null
    await permit(ctx, tx, 'meet.readFeed', { about: found.id })
    const planned = await plannedOfPerson(tx, ctx.organisationId, found.personId, ctx.today)
    return feed(planned.map((it) => ({ ...it, title: GENERIC_TITLE, starts: startsOf(it), isCancelled: false })))
  })
}
