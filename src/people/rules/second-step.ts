import { no, type Outcome, yes } from '../../model/outcome.ts'

type Steps = { readonly passkeys: number; readonly codes: boolean }

/** Whether a person has set up any second step. */
export function hasStep(steps: Steps): boolean {
  return steps.passkeys > 0 || steps.codes
}

/**
 * Whether somebody may set up one more second step, rename or remove one. The first needs the sign-in only; with one there, it
 * has to be taken first, or whoever reads a person's letters could put their own beside it. Own choice, OWASP ASVS 5.0, V6.3.
 */
export function decideChangeSteps(steps: Steps, stepped: boolean): Outcome<true> {
  return stepped || !hasStep(steps) ? yes(true) : no('step-first')
}

/** Whether a person may remove one second step. Whoever wears a hat keeps one: their actions need it. */
export function decideRemoveStep(steps: Steps, stepped: boolean, wearsHat: boolean): Outcome<true> {
  const left = steps.passkeys + (steps.codes ? 1 : 0) - 1
  if (!stepped) return no('step-first')
  return left > 0 || !wearsHat ? yes(true) : no('last-step')
}
