import type { LetterKind } from '../model/letter-kinds.ts'
import type { Tx } from '../store/database.ts'
import { addLetters } from '../store/letters.ts'
import type { Context } from './context.ts'
import { newId } from './new-id.ts'

/** What is said to one person, and why it comes to them. */
export type LetterText = { readonly subject: string; readonly body: string; readonly why: string }

export type NewLetter = LetterText & {
  readonly id?: string
  readonly personId: string | null
  readonly seasonId?: string | null
  readonly kind: LetterKind
  /** What it is about: with season, person and kind it makes the letter one that is written once. */
  readonly about: string
  /** Whether nobody sends it, though there is a mail server; without one nobody does. */
  readonly isKept?: boolean
  readonly toAddress?: string
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | undefined
}

/**
 * The one way to write letters: in the transaction of what they tell, all at once, each once for what it is about. Its kind says
 * which switch governs it and whether it waits for hours in which it may reach its person. Says how many are new.
 */
export async function queueLetters(ctx: Context, tx: Tx, letters: readonly NewLetter[]): Promise<number> {
  if (letters.length === 0) return 0
  const rows = letters.map((it) => ({
    id: it.id ?? newId(),
    personId: it.personId,
    seasonId: it.seasonId ?? null,
    kind: it.kind,
    about: it.about,
    subject: it.subject,
    body: it.body,
    why: it.why,
    state: ctx.sendsMail && !it.isKept ? ('released' as const) : ('kept' as const),
    toAddress: it.toAddress ?? null,
    calendar: it.calendar?.content ?? null,
    calendarMethod: it.calendar?.method ?? null,
  }))
  return addLetters(tx, ctx.organisationId, rows, ctx.today, ctx.clock.now())
}
