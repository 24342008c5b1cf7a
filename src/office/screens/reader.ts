import type { Context } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'

/** The person who reads; for nobody in particular there is nothing of their own. */
export function readerOf(ctx: Context): string {
  if ('personId' in ctx.actor) return ctx.actor.personId
  throw new NotFound('There is nothing here.')
}
