import type { Context } from '../runtime/context.ts'
import { newId } from '../runtime/new-id.ts'

/** The same moment, with whoever acts at the demo's machine in a sign-in of their own. */
export function asCoordinator(ctx: Context): Context {
  if (ctx.actor.kind !== 'operator') throw new Error('the demo acts at its machine')
  const { personId, hats } = ctx.actor
  return { ...ctx, actor: { kind: 'person', personId, hats, signInId: newId(), stepped: true } }
}
