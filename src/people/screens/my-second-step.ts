import { type Context, within } from '../../runtime/context.ts'
import { NotAllowed } from '../../runtime/errors.ts'
import { codeAddress } from '../../runtime/one-time-password.ts'
import { codesOf, codesShown } from '../../store/one-time-codes.ts'
import { theOrganisation } from '../../store/organisations.ts'
import { stepsOf } from '../../store/second-steps.ts'
import { newcomerById } from '../../store/sign-in-links.ts'
import { decideChangeSteps, decideRemoveStep, hasStep } from '../rules/second-step.ts'
import { codeSecretAt } from '../shapes/code-secret.ts'

/** What somebody can take their second step with, and what they may change of it in this sign-in. */
export type MySecondStep = {
  readonly hasStep: boolean
  readonly stepped: boolean
  readonly wearsHat: boolean
  readonly passkeys: number
  /** Since when there are one-time codes; null without. */
  readonly codesSince: string | null
  readonly recoveryCodes: number
  readonly mayChange: boolean
  readonly mayRemoveCodes: boolean
}

export async function mySecondStep(ctx: Context): Promise<MySecondStep> {
  const me = whoSees(ctx)
  return within(ctx, async (tx) => {
    const steps = await stepsOf(tx, ctx.organisationId, me.personId)
    const shown = await codesShown(tx, ctx.organisationId, me.personId)
    const wearsHat = me.hats.length > 0
    return {
      hasStep: hasStep(steps),
      stepped: me.stepped,
      wearsHat,
      passkeys: steps.passkeys,
      codesSince: shown?.codesSince ?? null,
      recoveryCodes: shown?.recoveryCodes ?? 0,
      mayChange: decideChangeSteps(steps, me.stepped).ok,
      mayRemoveCodes: steps.codes && decideRemoveStep(steps, me.stepped, wearsHat).ok,
    }
  })
}

/** The secret that waits for its first code, as text and as the address an app opens; null where none waits. */
export async function codesToConfirm(ctx: Context): Promise<{ secret: string; address: string } | null> {
  const me = whoSees(ctx)
  return within(ctx, async (tx) => {
    const steps = await stepsOf(tx, ctx.organisationId, me.personId)
    const next = (await codesOf(tx, ctx.organisationId, me.personId))?.sealedNext
    const organisation = await theOrganisation(tx)
    const person = await newcomerById(tx, ctx.organisationId, me.personId, ctx.today)
    if (!next || !organisation || !person || !decideChangeSteps(steps, me.stepped).ok) return null
    const { owner, place } = codeSecretAt(ctx.organisationId, me.personId, 'sealed_next')
    const secret = await ctx.keyring.open(owner, place, next)
    return { secret, address: codeAddress({ organisation: organisation.name, email: person.email, secret }) }
  })
}

function whoSees({ actor }: Context) {
  if (actor.kind === 'person') return actor
  throw new NotAllowed('Sign in first.', { action: 'people.takeSecondStep', about: {}, code: 'sign-in-needed' })
}
