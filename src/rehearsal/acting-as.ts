import { type Context, within } from '../runtime/context.ts'
import { newId } from '../runtime/new-id.ts'
import { idsByEmail } from '../store/people.ts'

/** The same moment, with that person of the demo acting in a sign-in of their own. */
export async function actingAs(ctx: Context, email: string): Promise<Context> {
  const ids = await within(ctx, (tx) => idsByEmail(tx, ctx.organisationId, [email]))
  return {
    ...ctx,
    actor: { kind: 'person', personId: ids.get(email) ?? '', hats: [], signInId: newId(), stepped: false },
  }
}
