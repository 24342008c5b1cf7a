import { type LetterText, paragraphsOf, placesIn } from '../../../model/filled-text.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'

/** Kinds of letter that are written on the day everyone hears. */
export const ANNOUNCED = ['pair', 'no-place'] as const
export type Announced = (typeof ANNOUNCED)[number]

/** Characters of a subject: what mail programs show of one. */
export const LONGEST_SUBJECT = 200
/** Characters of a body: some three pages. */
export const LONGEST_BODY = 10_000

/** Without these a letter does not say what it is for. PRODUCT.md, announce: pairs with introductions. */
const NEEDED: Readonly<Record<Announced, readonly string[]>> = { pair: ['partner', 'their address'], 'no-place': [] }

/** Whether a text may stand for letters of a kind; `places` are those that can be filled, beside those of the program’s own text. */
export function decideText(
  kind: Announced,
  text: LetterText,
  own: LetterText,
  places: readonly string[],
): Outcome<LetterText> {
  const subject = text.subject.replace(/\s+/g, ' ').trim()
  const body = paragraphsOf(text.body).join('\n\n')
  if (subject === '') return no('text-without-subject')
  if (body === '') return no('text-without-words')
  if (subject.length > LONGEST_SUBJECT) return no('subject-too-long', { most: LONGEST_SUBJECT })
  if (body.length > LONGEST_BODY) return no('words-too-long', { most: LONGEST_BODY })
  const known = new Set([...places, ...placesIn(own.body), ...placesIn(own.subject)])
  for (const [field, words] of [
    ['subject', subject],
    ['body', body],
  ] as const) {
    const place = placesIn(words).find((it) => !known.has(it))
    if (place !== undefined) return no('unknown-place', { place, field })
  }
  const missing = NEEDED[kind].find((it) => !placesIn(body).includes(it))
  return missing === undefined ? yes({ subject, body }) : no('place-missing', { place: missing })
}

/** Whether letters of a kind may be changed one by one: without a place everybody is told the same, whatever the reason. PRODUCT.md, announce. */
export function isChangedAlone(kind: Announced): boolean {
  return kind === 'pair'
}
