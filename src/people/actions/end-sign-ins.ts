import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { endSignIn as end, endOtherSignIns as endOthers } from '../../store/sign-ins.ts'
import { signedIn } from './own.ts'

/** Ends the sign-in somebody is in. */
export async function signOut(ctx: Context): Promise<void> {
  const me = signedIn(ctx)
  await within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.signOut', { people: [me.personId] })
    await end(tx, ctx.organisationId, me.personId, me.signInId, ctx.machineClock.now())
  })
}

/** Ends one of one's own sign-ins, wherever it is; it opens nothing from the next request on. */
export async function endSignIn(ctx: Context, input: { id: string }): Promise<void> {
  const me = signedIn(ctx)
  await within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.endSignIn', { people: [me.personId], about: input.id })
    const ended = await end(tx, ctx.organisationId, me.personId, input.id, ctx.machineClock.now())
    if (!ended) throw new NotFound('no such sign-in')
  })
}

/** Ends all of one's own sign-ins but the one somebody is in. Says how many. */
export async function endOtherSignIns(ctx: Context): Promise<number> {
  const me = signedIn(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.endSignIn', { people: [me.personId], about: 'all others' })
    return endOthers(tx, ctx.organisationId, me.personId, me.signInId, ctx.machineClock.now())
  })
}
