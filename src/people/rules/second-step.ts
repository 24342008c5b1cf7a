import type { Day } from '../../model/day.ts'
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

/** Whether there is a second step to take away from somebody who lost it. Who has left comes in by nothing, and keeps what they had. */
export function decideRemoveLostStep(person: { readonly leftOn: Day | null }, steps: Steps, today: Day): Outcome<true> {
  if (person.leftOn !== null && person.leftOn <= today) return no('has-left', { leftOn: person.leftOn })
  return hasStep(steps) ? yes(true) : no('nothing-to-remove')
}
