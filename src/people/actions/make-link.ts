import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { hashOf, newId, newSecret } from '../../runtime/new-id.ts'
import { addSignInLink, newcomerByEmail } from '../../store/sign-in-links.ts'
import { LINK_MINUTES, linkWith } from '../rules/sign-in.ts'

const MINUTE_MS = 60_000

/** Makes a sign-in link for a person, for whoever is at the machine to hand over; it is shown once. */
export async function makeLink(
  ctx: Context,
  input: { address: string },
): Promise<{ link: string; opensUntil: string }> {
  const secret = newSecret()
  return within(ctx, async (tx) => {
    const person = await newcomerByEmail(tx, ctx.organisationId, input.address.trim().toLowerCase(), ctx.today)
    if (!person) throw new NotFound(`Nobody here has the address ${input.address}, or they have left.`)
    const id = newId()
    await permit(ctx, tx, 'people.makeLink', { people: [person.id], about: id })
    const madeAt = ctx.machineClock.now()
    const untilAt = new Date(Date.parse(madeAt) + LINK_MINUTES * MINUTE_MS).toISOString()
    await addSignInLink(tx, ctx.organisationId, {
      id,
      personId: person.id,
      hash: hashOf(secret),
      goesTo: '/',
      madeAt,
      untilAt,
    })
    return { link: linkWith(ctx.publicUrl, secret), opensUntil: untilAt }
  })
}
