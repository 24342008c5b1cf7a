import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, Refused } from '../../runtime/errors.ts'
import { newCodeSecret, stepOfCode } from '../../runtime/one-time-password.ts'
import {
  confirmSecret,
  keepStep,
  lockCodes,
  removeCodes as remove,
  removeRecoveryCodes,
  saveNextSecret,
} from '../../store/one-time-codes.ts'
import { lockSteps } from '../../store/second-steps.ts'
import { CODE_WINDOW, codeAsTyped, decideCode } from '../rules/one-time-codes.ts'
import { decideChangeSteps, decideRemoveStep } from '../rules/second-step.ts'
import { openCodeSecret, sealCodeSecret } from './code-secrets.ts'
import { codeNotTaken, countCodeTry } from './code-tries.ts'
import { refuseUnless, signedIn } from './own.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { stepUp } from './step-up.ts'

/** Makes a secret for one-time codes. It counts once its first code has come; until then the one before it stands. */
export async function beginCodes(ctx: Context): Promise<void> {
  const me = signedIn(ctx)
  await within(ctx, async (tx) => {
    const steps = await lockSteps(tx, ctx.organisationId, me.personId)
    await permit(ctx, tx, 'people.addSecondStep', { people: [me.personId], about: 'one-time codes asked' })
    refuseUnless(decideChangeSteps(steps, me.stepped))
    const sealed = await sealCodeSecret(ctx, me.personId, 'sealed_next', newCodeSecret())
    const madeAt = ctx.machineClock.now()
    await saveNextSecret(tx, ctx.organisationId, { personId: me.personId, sealed, madeAt })
  })
}

/** What the door gives the browser, and the recovery codes it shows this once. */
export type CodesConfirmed = { readonly secret: string; readonly recoveryCodes: readonly string[] }

/** Takes the first code of a new secret. A step was taken with it just now, so it counts for this sign-in as well. */
export async function confirmCodes(ctx: Context, input: { code: string }): Promise<CodesConfirmed> {
  const me = signedIn(ctx)
  await countCodeTry(ctx, me.personId)
  return within(ctx, async (tx) => {
    const steps = await lockSteps(tx, ctx.organisationId, me.personId)
    await permit(ctx, tx, 'people.addSecondStep', { people: [me.personId], about: 'one-time codes' })
    refuseUnless(decideChangeSteps(steps, me.stepped))
    const next = (await lockCodes(tx, ctx.organisationId, me.personId))?.sealedNext
    if (!next) throw new Refused('no-codes-begun', {}, 'There is no new secret to confirm. Begin once more.')
    const secret = await openCodeSecret(ctx, me.personId, 'sealed_next', next)
    const at = ctx.machineClock.now()
    const step = stepOfCode(secret, codeAsTyped(input.code), at, CODE_WINDOW)
    if (step === null) throw wrongFirstCode()
    const sealed = await sealCodeSecret(ctx, me.personId, 'sealed_secret', secret)
    await confirmSecret(tx, ctx.organisationId, { personId: me.personId, sealed, step, at })
    const recoveryCodes = await replaceRecoveryCodes(ctx, tx, me.personId)
    return { secret: await stepUp(ctx, tx), recoveryCodes }
  })
}

/** Takes the second step of this sign-in with a code. The try counts whether or not the code is taken. */
export async function takeCode(ctx: Context, input: { code: string }): Promise<{ secret: string }> {
  const me = signedIn(ctx)
  await countCodeTry(ctx, me.personId)
  return within(ctx, async (tx) => {
    const about = { people: [me.personId], about: 'one-time code' }
    const codes = await lockCodes(tx, ctx.organisationId, me.personId)
    const sealed = codes?.sealedSecret
    const secret = sealed ? await openCodeSecret(ctx, me.personId, 'sealed_secret', sealed) : null
    const step = secret ? stepOfCode(secret, codeAsTyped(input.code), ctx.machineClock.now(), CODE_WINDOW) : null
    const decided = decideCode(step, codes?.lastStep ?? 0)
    if (!decided.ok) throw codeNotTaken(about, decided.code)
    await permit(ctx, tx, 'people.takeSecondStep', about)
    await keepStep(tx, ctx.organisationId, me.personId, decided.value)
    return { secret: await stepUp(ctx, tx) }
  })
}

/** With the last step go the recovery codes that stood in for it. */
export async function removeCodes(ctx: Context): Promise<void> {
  const me = signedIn(ctx)
  await within(ctx, async (tx) => {
    const steps = await lockSteps(tx, ctx.organisationId, me.personId)
    await permit(ctx, tx, 'people.removeSecondStep', { people: [me.personId], about: 'one-time codes' })
    if (!steps.codes) return
    refuseUnless(decideRemoveStep(steps, me.stepped, me.hats.length > 0))
    await remove(tx, ctx.organisationId, me.personId)
    if (steps.passkeys === 0) await removeRecoveryCodes(tx, ctx.organisationId, me.personId)
  })
}

function wrongFirstCode(): Invalid {
  const message = 'Enter the code your app shows now for the new secret; it changes every 30 seconds.'
  return new Invalid(message, { fields: [{ place: 'code', message }] })
}
