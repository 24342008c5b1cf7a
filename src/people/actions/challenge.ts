import { type Context, within } from '../../runtime/context.ts'
import { hashOf, newId, newSecret } from '../../runtime/new-id.ts'
import { addChallenge, type Purpose, spendChallenge } from '../../store/challenges.ts'
import type { Tx } from '../../store/database.ts'
import { CHALLENGE_MINUTES } from '../rules/passkeys.ts'

const MINUTE_MS = 60_000

/** Asks something that is to be answered once, in minutes, by whoever holds the secret; only its hash is kept. */
export async function askOnce(
  ctx: Context,
  tx: Tx,
  it: { readonly purpose: Purpose; readonly personId: string | null; readonly kept: Readonly<Record<string, string>> },
): Promise<string> {
  const secret = newSecret()
  const madeAt = ctx.machineClock.now()
  const untilAt = new Date(Date.parse(madeAt) + CHALLENGE_MINUTES * MINUTE_MS).toISOString()
  await addChallenge(tx, ctx.organisationId, { ...it, id: newId(), hash: hashOf(secret), madeAt, untilAt })
  return secret
}

/** Takes what was asked, in a transaction of its own: an answer that is refused afterwards has spent it too. */
export async function takeAnswerOnce(ctx: Context, purpose: Purpose, secret: string) {
  return within(ctx, (tx) => spendChallenge(tx, ctx.organisationId, purpose, hashOf(secret), ctx.machineClock.now()))
}
