import { MOST_RESULTS } from './schemas.ts'

const USUAL_RESULTS = 100

/** Which part of the list is asked for (RFC 7644, 3.4.2.4): it begins at 1, and a count of 0 asks for the number only. */
export function readPage(query: Readonly<Record<string, string>>): {
  readonly offset: number
  readonly limit: number
  readonly descending: boolean
} {
  const startIndex = Math.max(1, wholeNumber(query.startIndex) ?? 1)
  const count = wholeNumber(query.count) ?? USUAL_RESULTS
  return {
    offset: startIndex - 1,
    limit: Math.min(MOST_RESULTS, Math.max(0, count)),
    descending: query.sortOrder?.toLowerCase() === 'descending',
  }
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : null
}
