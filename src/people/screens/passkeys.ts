import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { type PasskeyLine, passkeysOf } from '../../store/passkeys.ts'

export type PasskeyShown = Pick<PasskeyLine, 'id' | 'name' | 'madeAt' | 'usedAt'>

/** One's own passkeys, the oldest first. */
export async function seePasskeys(ctx: Context): Promise<readonly PasskeyShown[]> {
  const personId = 'personId' in ctx.actor ? ctx.actor.personId : ''
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeSignIns', { people: [personId], about: 'passkeys' })
    return passkeysOf(tx, ctx.organisationId, personId)
  })
}

/** One passkey of one's own, to be removed. */
export async function seePasskey(ctx: Context, input: { id: string }): Promise<PasskeyShown> {
  const found = (await seePasskeys(ctx)).find((it) => it.id === input.id)
  if (!found) throw new NotFound('There is no such passkey.')
  return found
}
