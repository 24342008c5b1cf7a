import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { selfOf } from '../../runtime/self.ts'
import { lettersTo, letterTo, type OwnLetter } from '../../store/messages.ts'

export type { OwnLetter }
export const LETTERS_PER_PAGE = 50

export type MyLetters = { readonly found: number; readonly letters: readonly OwnLetter[] }

/** The letters to whoever asks, a page at a time, whether or not an e-mail reached them. */
export async function myLetters(ctx: Context, input: { page: number }): Promise<MyLetters> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeMyLetters', { people: [me] })
    const page = { limit: LETTERS_PER_PAGE, offset: (input.page - 1) * LETTERS_PER_PAGE }
    const letters = await lettersTo(tx, ctx.organisationId, me, page)
    return { found: letters[0]?.total ?? 0, letters }
  })
}

/** One letter to whoever asks. */
export async function myLetter(ctx: Context, input: { id: string }): Promise<OwnLetter> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeMyLetters', { people: [me] })
    const letter = await letterTo(tx, ctx.organisationId, me, input.id)
    if (!letter) throw new NotFound('There is no such letter.')
    return letter
  })
}
