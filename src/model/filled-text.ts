/** A letter’s words with places in braces, each filled for its reader: “Hello {name},”. */
export type LetterText = { readonly subject: string; readonly body: string }
/** What stands in the places of one letter, by name; empty where there is nothing to say. */
export type Values = Readonly<Record<string, string>>
/** A part of a paragraph: words as they are, or what a place was filled with. */
export type Piece = { readonly text: string; readonly place: string | null }

const PLACE = /\{([^{}\n]{1,40})\}/g

/** The names of the places in a text, each once, in the order they come. */
export function placesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACE)].map((it) => it[1] ?? ''))]
}

/** The paragraphs of a body: blank lines part them. */
export function paragraphsOf(body: string): readonly string[] {
  return body
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n\s*/)
    .map((it) => it.trim())
    .filter((it) => it !== '')
}

/** A paragraph filled for its reader; null where one of its places has nothing to say: it is left out. A name that is no place stays as it is. */
export function fillParagraph(paragraph: string, values: Values): readonly Piece[] | null {
  if (placesIn(paragraph).some((it) => values[it] === '')) return null
  const pieces: Piece[] = []
  let at = 0
  for (const found of paragraph.matchAll(PLACE)) {
    const value = filledWith(values, found[1] ?? '')
    if (value === undefined) continue
    if (found.index > at) pieces.push({ text: paragraph.slice(at, found.index), place: null })
    pieces.push({ text: value, place: found[1] ?? '' })
    at = found.index + found[0].length
  }
  if (at < paragraph.length) pieces.push({ text: paragraph.slice(at), place: null })
  return pieces
}

/** The letter as its reader gets it. What fills a place is never filled again. */
export function fillText({ subject, body }: LetterText, values: Values): LetterText {
  const filled = paragraphsOf(body).flatMap((it) => {
    const pieces = fillParagraph(it, values)
    return pieces ? [pieces.map((piece) => piece.text).join('')] : []
  })
  return {
    subject: subject
      .replace(PLACE, (all, name: string) => filledWith(values, name) ?? all)
      .replace(/\s+/g, ' ')
      .trim(),
    body: filled.join('\n\n'),
  }
}

function filledWith(values: Values, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}
