import { withoutAnswerLink } from '../../model/answer-link.ts'
import { type Switch, switchOf } from '../../model/letter-kinds.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { readOffLink } from '../../runtime/off-link.ts'
import { selfOf } from '../../runtime/self.ts'
import { choiceOf, type LetterChoice } from '../../store/letter-choices.ts'
import { lettersTo, letterTo, type OwnLetter } from '../../store/messages.ts'

export type { OwnLetter }
export const LETTERS_PER_PAGE = 50

export type MyLetters = {
  readonly found: number
  readonly letters: readonly OwnLetter[]
  readonly choice: LetterChoice
}

/** The letters to whoever asks, a page at a time, whether or not an e-mail reached them. */
export async function myLetters(ctx: Context, input: { page: number }): Promise<MyLetters> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeMyLetters', { people: [me] })
    const page = { limit: LETTERS_PER_PAGE, offset: (input.page - 1) * LETTERS_PER_PAGE }
    const letters = await lettersTo(tx, ctx.organisationId, me, page)
    const choice = await choiceOf(tx, ctx.organisationId, me)
    return { found: letters[0]?.total ?? 0, letters, choice }
  })
}

/** One letter to whoever asks, with the switch that governs it. */
export async function myLetter(
  ctx: Context,
  input: { id: string },
): Promise<OwnLetter & { readonly switch: Switch | null }> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeMyLetters', { people: [me] })
    const letter = await letterTo(tx, ctx.organisationId, me, input.id)
    if (!letter) throw new NotFound('There is no such letter.')
    return { ...letter, body: withoutAnswerLink(letter.body), switch: switchOf(letter.kind) }
  })
}

/** What the link of a letter turns off, before its button is pressed: opening it turns nothing off. Null for one nobody made. */
export function readOffPage(ctx: Context, input: { link: string }): Switch | null {
  return readOffLink(ctx, input.link)?.name ?? null
}
