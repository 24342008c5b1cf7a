import { randomBytes } from 'node:crypto'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Refused } from '../../runtime/errors.ts'
import { hashOf, newId } from '../../runtime/new-id.ts'
import type { Tx } from '../../store/database.ts'
import { saveRecoveryCodes, spendRecoveryCode } from '../../store/one-time-codes.ts'
import { lockSteps } from '../../store/second-steps.ts'
import { RECOVERY_CODES, RECOVERY_LENGTH, recoveryCodeAsTyped, recoveryCodeFrom } from '../rules/one-time-codes.ts'
import { decideChangeSteps, hasStep } from '../rules/second-step.ts'
import { codeNotTaken, countCodeTry } from './code-tries.ts'
import { refuseUnless, signedIn } from './own.ts'
import { stepUp } from './step-up.ts'

/** New recovery codes in the place of all there were; they are shown this once. */
export async function renewRecoveryCodes(ctx: Context): Promise<{ recoveryCodes: readonly string[] }> {
  const me = signedIn(ctx)
  return within(ctx, async (tx) => {
    const steps = await lockSteps(tx, ctx.organisationId, me.personId)
    await permit(ctx, tx, 'people.addSecondStep', { people: [me.personId], about: 'recovery codes' })
    if (!hasStep(steps))
      throw new Refused('no-step-yet', {}, 'Set up a second step first; recovery codes stand in for it.')
    refuseUnless(decideChangeSteps(steps, me.stepped))
    return { recoveryCodes: await replaceRecoveryCodes(ctx, tx, me.personId) }
  })
}

/** Takes the second step with a recovery code, which is spent. The try counts whether or not it is taken. */
export async function takeRecoveryCode(ctx: Context, input: { code: string }): Promise<{ secret: string }> {
  const me = signedIn(ctx)
  await countCodeTry(ctx, me.personId)
  return within(ctx, async (tx) => {
    const about = { people: [me.personId], about: 'recovery code' }
    const hash = hashFor(me.personId, recoveryCodeAsTyped(input.code))
    const spent = await spendRecoveryCode(tx, ctx.organisationId, me.personId, hash, ctx.machineClock.now())
    if (!spent) throw codeNotTaken(about, 'wrong-code')
    await permit(ctx, tx, 'people.takeSecondStep', about)
    return { secret: await stepUp(ctx, tx) }
  })
}

/** Within an action that sets up a second step: only hashes are kept. */
export async function replaceRecoveryCodes(ctx: Context, tx: Tx, personId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeFrom([...randomBytes(RECOVERY_LENGTH)]))
  const rows = codes.map((code) => ({ id: newId(), hash: hashFor(personId, code) }))
  await saveRecoveryCodes(tx, ctx.organisationId, personId, rows, ctx.machineClock.now())
  return codes
}

function hashFor(personId: string, code: string): string {
  return hashOf(`${personId} ${code}`)
}
