import { type Context, permit, within } from '../../runtime/context.ts'
import { NotAllowed } from '../../runtime/errors.ts'
import { type SignInRow, signInsOf } from '../../store/sign-ins.ts'

export const SIGN_INS_PER_PAGE = 50

export type MySignIns = {
  readonly found: number
  readonly signIns: readonly (SignInRow & { readonly isThisOne: boolean })[]
}

/** One's own sign-ins that still open something, the one used last first; the one of this browser is marked. */
export async function mySignIns(ctx: Context, input: { page: number }): Promise<MySignIns> {
  const { actor } = ctx
  if (actor.kind !== 'person')
    throw new NotAllowed('Sign in first.', { action: 'people.seeSignIns', about: {}, code: 'sign-in-needed' })
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeSignIns', { people: [actor.personId] })
    const page = { limit: SIGN_INS_PER_PAGE, offset: (input.page - 1) * SIGN_INS_PER_PAGE }
    const rows = await signInsOf(tx, ctx.organisationId, actor.personId, ctx.machineClock.now(), page)
    const signIns = rows.map(({ total, ...it }) => ({ ...it, isThisOne: it.id === actor.signInId }))
    return { found: rows[0]?.total ?? 0, signIns }
  })
}
