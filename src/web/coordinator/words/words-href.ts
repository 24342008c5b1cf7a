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
