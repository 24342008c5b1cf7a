import type { WordsScreen } from '../../../journey/survey/actions/words.ts'
import type { WordsShown } from '../../../journey/survey/actions/words-in.ts'

/** What of the page is shown: one question, and which fifty of its words and of the quotes. */
type Part = {
  readonly of?: string
  readonly page?: number
  readonly quotes?: number
  readonly done?: string
}

/** The page of what people wrote, with what is chosen of it in its address; the first fifty of everything need no word. */
export function wordsHref(season: string, { of = '', page = 1, quotes = 1, done }: Part): string {
  const query = new URLSearchParams({
    ...(done ? { done } : {}),
    ...(of === '' ? {} : { of }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(quotes === 1 ? {} : { quotes: String(quotes) }),
  })
  return `/seasons/${encodeURIComponent(season)}/words${query.size > 0 ? `?${query}` : ''}`
}

/** The field in which the paraphrase of a question is written. */
export function placeOf(it: Pick<WordsShown, 'survey' | 'role' | 'question'>): string {
  return `words-${it.survey}-${it.role}-${it.question}`
}

/** The question that was chosen, as it stands in the address; empty for all. */
export function chosenIn({ shown }: WordsScreen): string {
  const [only] = shown
  return only && shown.length === 1 ? addressOf(only) : ''
}

/** A question as it stands in the address. */
export function addressOf({ survey, role, question }: WordsShown): string {
  return `${survey}/${role}/${question}`
}
