import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, NotFound } from '../../runtime/errors.ts'
import { hashOf, newId, newSecret } from '../../runtime/new-id.ts'
import { addDirectoryToken, revokeDirectoryToken as markRevoked } from '../../store/directory-tokens.ts'

const LONGEST_NAME = 100

export type MadeDirectoryToken = {
  readonly id: string
  readonly token: string
  /** What the directory service asks for beside the token. */
  readonly address: string
}

/** Makes a token for the directory service, which may add, change and end people and nothing else; the secret is shown once. */
export async function makeDirectoryToken(ctx: Context, input: { name: string }): Promise<MadeDirectoryToken> {
  const name = input.name.trim()
  if (name === '' || name.length > LONGEST_NAME)
    throw new Invalid(
      `Name the directory service in 1 to ${LONGEST_NAME} characters, so that you know the token later.`,
      {
        fields: [{ place: 'name', message: 'is empty or too long', remedy: 'Write for example Entra ID.' }],
      },
    )
  const [id, token] = [newId(), `ald_${newSecret()}`]
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.makeDirectoryToken', { about: id })
    const madeAt = ctx.machineClock.now()
    await addDirectoryToken(tx, ctx.organisationId, { id, name, hash: hashOf(token), madeAt })
    return { id, token, address: `${ctx.publicUrl}/scim/v2` }
  })
}

/** From the next request on the token opens nothing. */
export async function revokeDirectoryToken(ctx: Context, input: { id: string }): Promise<{ revoked: boolean }> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.revokeDirectoryToken', { about: input.id })
    const revoked = await markRevoked(tx, ctx.organisationId, input.id, ctx.machineClock.now())
    if (!revoked) throw new NotFound('There is no such token, or it was revoked before.')
    return { revoked }
  })
}
