import type { Context } from '../../runtime/context.ts'
import { hashOf, newId, newSecret } from '../../runtime/new-id.ts'
import type { Tx } from '../../store/database.ts'
import { addSignIn, endSignIn, type NewSignIn } from '../../store/sign-ins.ts'

/** What the door gives the browser, and where it leads it. */
export type CameIn = { readonly secret: string; readonly goesTo: string }

/**
 * Makes, within an action, a sign-in of its own with a secret that nobody can have seen before. The one the same browser was in
 * until now is over: it holds its secret no more.
 */
export async function beginSignIn(
  ctx: Context,
  tx: Tx,
  it: Pick<NewSignIn, 'personId' | 'method' | 'device' | 'stepped'>,
): Promise<string> {
  const secret = newSecret()
  const madeAt = ctx.machineClock.now()
  const { actor, organisationId } = ctx
  if (actor.kind === 'person') await endSignIn(tx, organisationId, actor.personId, actor.signInId, madeAt)
  await addSignIn(tx, organisationId, { ...it, id: newId(), hash: hashOf(secret), madeAt })
  return secret
}
