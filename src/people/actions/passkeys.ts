import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound, Refused } from '../../runtime/errors.ts'
import { newId, newSecret } from '../../runtime/new-id.ts'
import { askToMake, readNew, siteOf } from '../../runtime/webauthn.ts'
import { removeRecoveryCodes } from '../../store/one-time-codes.ts'
import * as passkeys from '../../store/passkeys.ts'
import { lockSteps } from '../../store/second-steps.ts'
import { decideOneMorePasskey, passkeyName } from '../rules/passkeys.ts'
import { decideChangeSteps, decideRemoveStep } from '../rules/second-step.ts'
import { askOnce, takeAnswerOnce } from './challenge.ts'
import { refuseUnless, signedIn } from './own.ts'
import { stepUp } from './step-up.ts'

/** What a device needs to make a passkey of this person, and the secret that its answer comes back with. */
export async function askForPasskey(ctx: Context) {
  const me = signedIn(ctx)
  return within(ctx, async (tx) => {
    const steps = await lockSteps(tx, ctx.organisationId, me.personId)
    await permit(ctx, tx, 'people.addSecondStep', { people: [me.personId], about: 'asked' })
    refuseUnless(decideChangeSteps(steps, me.stepped))
    refuseUnless(decideOneMorePasskey(steps.passkeys))
    const owner = await passkeys.passkeyOwner(tx, ctx.organisationId, me.personId)
    if (!owner) throw new NotFound('There is nobody of this id.')
    const there = await passkeys.passkeysOf(tx, ctx.organisationId, me.personId)
    const challenge = newSecret()
    const kept = { challenge, signInId: me.signInId }
    const secret = await askOnce(ctx, tx, { purpose: 'add-passkey', personId: me.personId, kept })
    const asked = { ...owner, personId: me.personId, there }
    return { secret, options: await askToMake(siteOf(ctx.publicUrl), challenge, asked) }
  })
}

/** Keeps the passkey a device has made. It was used just now, so the second step is taken as well: `signIn` is its new secret. */
export async function addPasskey(
  ctx: Context,
  input: { secret: string; answer: unknown; name: string; device: string },
): Promise<{ id: string; signIn: string | null }> {
  const me = signedIn(ctx)
  const asked = await takeAnswerOnce(ctx, 'add-passkey', input.secret)
  const isMine = asked?.personId === me.personId && asked.kept.signInId === me.signInId
  const made = isMine ? await readNew(siteOf(ctx.publicUrl), String(asked.kept.challenge), input.answer) : null
  return within(ctx, async (tx) => {
    const steps = await lockSteps(tx, ctx.organisationId, me.personId)
    await permit(ctx, tx, 'people.addSecondStep', { people: [me.personId], about: 'passkey' })
    refuseUnless(decideChangeSteps(steps, me.stepped))
    if (!made) throw notAccepted()
    const name = passkeyName(input.name, input.device)
    const it = { id: newId(), personId: me.personId, name, ...made }
    const now = ctx.machineClock.now()
    if ((await passkeys.addPasskey(tx, ctx.organisationId, it, now)) === 0) throw notAccepted()
    return { id: it.id, signIn: await stepUp(ctx, tx) }
  })
}

export async function renamePasskey(ctx: Context, input: { id: string; name: string }): Promise<void> {
  const me = signedIn(ctx)
  await within(ctx, async (tx) => {
    const steps = await lockSteps(tx, ctx.organisationId, me.personId)
    await permit(ctx, tx, 'people.addSecondStep', { people: [me.personId], about: 'passkey renamed' })
    refuseUnless(decideChangeSteps(steps, me.stepped))
    const name = passkeyName(input.name, 'Passkey')
    const renamed = await passkeys.renamePasskey(tx, ctx.organisationId, me.personId, input.id, name)
    if (renamed === 0) throw new NotFound('There is no such passkey.')
  })
}

/** With the last step go the recovery codes that stood in for it. */
export async function removePasskey(ctx: Context, input: { id: string }): Promise<void> {
  const me = signedIn(ctx)
  await within(ctx, async (tx) => {
    const steps = await lockSteps(tx, ctx.organisationId, me.personId)
    await permit(ctx, tx, 'people.removeSecondStep', { people: [me.personId], about: 'passkey' })
    const removed = await passkeys.removePasskey(tx, ctx.organisationId, me.personId, input.id)
    if (removed === 0) throw new NotFound('There is no such passkey.')
    refuseUnless(decideRemoveStep(steps, me.stepped, me.hats.length > 0))
    if (steps.passkeys === 1 && !steps.codes) await removeRecoveryCodes(tx, ctx.organisationId, me.personId)
  })
}

/** The answer did not come from this page, in its time, for this person and from a passkey that is new here. */
function notAccepted(): Refused {
  return new Refused(
    'passkey-not-accepted',
    {},
    'The answer of your device could not be used: it came too late, or from another page. Nothing was changed. Try once more.',
  )
}
