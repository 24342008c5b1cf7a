import { readValue } from './edit-text.ts'

const LONGEST_CHARACTERS = 120
const NO_TITLE = 'A program without a name'

/** What a draft is called in lists: its name and season, as far as its text says them. */
export function titleOf(text: string): string {
  const value = readValue(text)
  const parts = [value?.name, value?.season].filter((it): it is string => typeof it === 'string' && it.trim() !== '')
  return parts.join(', ').slice(0, LONGEST_CHARACTERS) || NO_TITLE
}
