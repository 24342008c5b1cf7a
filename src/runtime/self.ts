import type { Context } from './context.ts'
import { NotAllowed } from './errors.ts'

/** The person who acts, for what is only ever about oneself; whoever is nobody in particular has nothing of their own. */
export function selfOf(ctx: Context): string {
  if ('personId' in ctx.actor) return ctx.actor.personId
  throw new NotAllowed('Nobody is signed in.')
}
