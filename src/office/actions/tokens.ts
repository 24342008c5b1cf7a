import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, NotFound } from '../../runtime/errors.ts'
import { hashOf, newId, newSecret } from '../../runtime/new-id.ts'
import { addToken, revokeToken as markRevoked } from '../../store/tokens.ts'
import { TOKEN_DAYS, tokenUntil } from '../rules/tokens.ts'
import { actingPerson } from './acting-person.ts'

/** Makes a token for the API that acts as the person who made it, for so many days; the secret is shown once. */
export async function makeToken(
  ctx: Context,
  input: { days?: number },
): Promise<{ token: string; opensUntil: string }> {
  const [id, token] = [newId(), `als_${newSecret()}`]
  const createdAt = ctx.machineClock.now()
  const untilAt = tokenUntil(createdAt, input.days ?? TOKEN_DAYS)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.makeToken', { seasonId: seasonOfHat(ctx) })
    if (!untilAt) throw wrongDays()
    await addToken(tx, {
      organisationId: ctx.organisationId,
      id,
      personId: actingPerson(ctx),
      hash: hashOf(token),
      createdAt,
      untilAt,
    })
    return { token, opensUntil: untilAt }
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

function wrongDays(): Invalid {
  const message = `A token opens for 1 to ${TOKEN_DAYS} days.`
  return new Invalid(message, { fields: [{ place: 'days', message }] })
}
