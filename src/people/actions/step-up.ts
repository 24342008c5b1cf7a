import type { Context } from '../../runtime/context.ts'
import { hashOf, newSecret } from '../../runtime/new-id.ts'
import type { Tx } from '../../store/database.ts'
import { markStepped } from '../../store/second-steps.ts'
import { renewSecret } from '../../store/sign-ins.ts'
import { signedIn } from './own.ts'

/**
 * Notes, within an action, that the second step was taken in this sign-in. The door gives the browser the new secret: one that
 * somebody saw before the step does not get past it (OWASP ASVS 5.0, V7.2.4).
 */
export async function stepUp(ctx: Context, tx: Tx): Promise<string> {
  const { signInId } = signedIn(ctx)
  const secret = newSecret()
  await markStepped(tx, ctx.organisationId, signInId, ctx.machineClock.now())
  await renewSecret(tx, ctx.organisationId, signInId, hashOf(secret))
  return secret
}
