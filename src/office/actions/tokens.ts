import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { hashOf, newId, newSecret } from '../../runtime/new-id.ts'
import { addToken, revokeToken as markRevoked } from '../../store/tokens.ts'
import { actingPerson } from './acting-person.ts'

/** Makes a token for the API that acts as the person who made it; the secret is shown once. */
export async function makeToken(ctx: Context): Promise<{ token: string }> {
  const token = `als_${newSecret()}`
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.makeToken', { seasonId: seasonOfHat(ctx) })
    await addToken(tx, {
      organisationId: ctx.organisationId,
      id: newId(),
      personId: actingPerson(ctx),
      hash: hashOf(token),
      createdAt: ctx.machineClock.now(),
    })
    return { token }
  })
}

/** Revokes a token of one's own; it opens nothing from the next request on. */
export async function revokeToken(ctx: Context, input: { id: string }): Promise<{ revoked: true }> {
  return within(ctx, async (tx) => {
    const personId = actingPerson(ctx)
    await permit(ctx, tx, 'office.revokeToken', { people: [personId], about: input.id })
    const found = await markRevoked(tx, ctx.organisationId, personId, input.id, ctx.machineClock.now())
    if (!found) throw new NotFound('There is no such token of yours.')
    return { revoked: true }
  })
}

/** A hat of one season is enough to make a token: it opens what its person's hats open, and no more. */
function seasonOfHat({ actor }: Context): string | undefined {
  const hats = 'hats' in actor ? actor.hats : []
  return hats.find((it) => it.hat === 'owner' || it.hat === 'coordinator')?.seasonId ?? undefined
}
