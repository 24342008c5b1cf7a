import { readBounce } from '../../outbox/read-bounce.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid } from '../../runtime/errors.ts'
import { markReturned } from '../../store/messages.ts'

/** Letters that a report was about: returned for good, as a refusal at the door is kept, or only late. */
export type BounceTaken = { readonly returned: number; readonly noted: number; readonly unknown: number }

/**
 * Takes the report of a mail server that a letter did not arrive. Anybody can write such a report: it counts only where it names
 * a letter that was sent to just the address it names. Taking it twice is the same.
 */
export async function takeBounce(ctx: Context, input: { readonly message: string }): Promise<BounceTaken> {
  const bounces = await readBounce(input.message)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.takeBounce')
    if (bounces.length === 0) throw noReport()
    const known = { returned: 0, noted: 0, unknown: 0 }
    for (const bounce of bounces) {
      const found = await markReturned(tx, ctx.organisationId, bounce)
      known[found ? (bounce.forGood ? 'returned' : 'noted') : 'unknown'] += 1
    }
    return known
  })
}

function noReport(): Invalid {
  const message = 'This is no report of a mail server about a letter of ours. Hand it in whole, with its headers.'
  return new Invalid(message, { fields: [{ place: 'file', message }] })
}
