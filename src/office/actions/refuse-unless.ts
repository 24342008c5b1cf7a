import type { Outcome } from '../../model/outcome.ts'
import { Refused } from '../../runtime/errors.ts'
import { whyNot } from '../messages/why-not.ts'

/** What a rule of the office consented to, or its refusal with a sentence. */
export function refuseUnless<T>(decided: Outcome<T>): T {
  if (decided.ok) return decided.value
  throw new Refused(decided.code, decided.facts, whyNot(decided.code, decided.facts))
}
