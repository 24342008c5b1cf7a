import type { No, Outcome } from '../../model/outcome.ts'
import type { Actor } from '../../permissions/decide.ts'
import type { Context } from '../../runtime/context.ts'
import { NotAllowed, Refused } from '../../runtime/errors.ts'

type SignedIn = Extract<Actor, { kind: 'person' }>

/** Whoever is signed in; everybody else is led to sign in. */
export function signedIn(ctx: Context): SignedIn {
  if (ctx.actor.kind === 'person') return ctx.actor
  const action = 'people.takeSecondStep'
  throw new NotAllowed('Sign in first.', { action, about: {}, code: 'sign-in-needed' })
}

/** What the rules of the second step say to whoever may not go on. */
const SAYS: Readonly<Record<string, string>> = {
  'step-first': 'Take your second step in this sign-in first; then you can change what you take it with.',
  'last-step': 'Whoever wears a hat keeps one second step. Add another one first; then this one can go.',
  'too-many-passkeys':
    'You have as many passkeys as one person may have. Remove one you no longer use, then add the new one.',
}

export function refuseUnless<T>(decided: Outcome<T>): T {
  if (decided.ok) return decided.value
  const { code, facts }: No = decided
  throw new Refused(code, facts, SAYS[code] ?? 'This cannot be done now.')
}
