import { type Context, within } from '../../runtime/context.ts'
import { NotAllowed } from '../../runtime/errors.ts'
import { countTry } from '../../runtime/rate-limit.ts'
import { CODE_LIMITS } from '../rules/one-time-codes.ts'

/** Counts a try in a transaction of its own, so that it stays counted when the code is not taken. */
export async function countCodeTry(ctx: Context, personId: string): Promise<void> {
  await within(ctx, async (tx) => {
    await countTry(ctx, tx, CODE_LIMITS.day, personId)
    await countTry(ctx, tx, CODE_LIMITS.minutes, personId)
  })
}

/** The audit keeps that a second step was refused; the form says it in its own words. */
export function codeNotTaken(about: { people: string[]; about: string }, code: string): NotAllowed {
  return new NotAllowed('This code was not taken.', { action: 'people.takeSecondStep', about, code })
}
