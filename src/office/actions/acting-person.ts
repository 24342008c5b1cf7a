import type { Context } from '../../runtime/context.ts'
import { Refused } from '../../runtime/errors.ts'

/** The person who acts, in a browser, by a token or at the machine; nobody in particular may not. */
export function actingPerson(ctx: Context): string {
  if ('personId' in ctx.actor) return ctx.actor.personId
  throw new Refused('token-needs-a-person', {}, 'Only a person can do this.')
}
