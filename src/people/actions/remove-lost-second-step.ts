import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { queueLetters } from '../../runtime/queue-letters.ts'
import { forgetTries } from '../../runtime/rate-limit.ts'
import type { Tx } from '../../store/database.ts'
import { hatsOf } from '../../store/hats.ts'
import { theOrganisation } from '../../store/organisations.ts'
import { lockPersonBy, type PersonHere } from '../../store/people.ts'
import { removeEveryStep, type StepsRemoved, stepsOf } from '../../store/second-steps.ts'
import { endEverySignIn } from '../../store/sign-ins.ts'
import { stepRemovedLetter } from '../messages/step-removed-letter.ts'
import { CODE_LIMITS } from '../rules/one-time-codes.ts'
import { decideRemoveLostStep } from '../rules/second-step.ts'

export type LostStepRemoved = StepsRemoved & {
  readonly name: string
  readonly email: string
  readonly endedSignIns: number
  readonly wearsHat: boolean
  /** Whether a letter says it to them; without a mail server it stays on their page. */
  readonly letterLeaves: boolean
}

/** Takes away all a person takes the second step with, where they have lost it, for whoever is at the machine. They are told. */
export async function removeLostSecondStep(ctx: Context, input: { address: string }): Promise<LostStepRemoved> {
  return within(ctx, async (tx) => {
    const email = input.address.trim().toLowerCase()
    const person = await lockPersonBy(tx, ctx.organisationId, { email })
    if (!person) throw new NotFound(`Nobody here has the address ${input.address}.`)
    await permit(ctx, tx, 'people.removeLostSecondStep', { people: [person.id], about: person.id })
    const decided = decideRemoveLostStep(person, await stepsOf(tx, ctx.organisationId, person.id), ctx.today)
    if (!decided.ok) throw new Refused(decided.code, decided.facts, REFUSALS[decided.code])
    const now = ctx.machineClock.now()
    const removed = await removeEveryStep(tx, ctx.organisationId, person.id)
    const endedSignIns = await endEverySignIn(tx, ctx.organisationId, person.id, now)
    // Whoever guessed until no more was counted could not confirm new codes today.
    for (const limit of Object.values(CODE_LIMITS)) await forgetTries(ctx, tx, limit, person.id)
    const wearsHat = (await hatsOf(tx, ctx.organisationId, person.id, ctx.today)).length > 0
    await tell(ctx, tx, person, { wearsHat, removedAt: now })
    return { name: person.name, email, ...removed, endedSignIns, wearsHat, letterLeaves: ctx.sendsMail }
  })
}

async function tell(
  ctx: Context,
  tx: Tx,
  person: PersonHere,
  it: { readonly wearsHat: boolean; readonly removedAt: string },
): Promise<void> {
  const organisation = await theOrganisation(tx)
  const letter = stepRemovedLetter(person.name, {
    ...it,
    organisation: organisation?.name ?? '',
    privacyContact: organisation?.privacyContact ?? null,
    stepUrl: `${ctx.publicUrl}/me/second-step`,
  })
  await queueLetters(ctx, tx, [{ personId: person.id, kind: 'step-removed', about: newId(), ...letter }])
}

const REFUSALS: Readonly<Record<string, string>> = {
  'has-left':
    'They have left, so nothing lets them in and nothing was changed. If they are back, first: alongside people return ADDRESS',
  'nothing-to-remove':
    'They have no second step, so nothing was changed. They sign in with a link alone; if they wear a hat, they are then asked to set one up.',
}
