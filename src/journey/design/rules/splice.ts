import { type Document, isCollection, isMap, isPair, isScalar, isSeq, type Node, stringify } from 'yaml'
import { blockText, LONG_TEXT, type Scalar, scalarText } from './scalar-text.ts'

export type Path = readonly (string | number)[]
/** One change of a program file. `insert` puts a value before the item `at` of a list, `swap` an item with the one after it. */
export type TextEdit =
  | { readonly do: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly do: 'remove'; readonly path: Path }
  | { readonly do: 'insert'; readonly path: Path; readonly at: number; readonly value: unknown }
  | { readonly do: 'swap'; readonly path: Path; readonly at: number }

/** Characters from `from` to before `until` become `put`. */
type Cut = { readonly from: number; readonly until: number; readonly put: string }

/**
 * The one place of the text that an edit touches, so that everything around it stays as it was written; null where it takes
 * more than that. Whoever uses it reads the outcome again: it may not say what was meant.
 */
export function cutFor(text: string, document: Document, edit: TextEdit): Cut | null {
  switch (edit.do) {
    case 'set':
      return cutToSet(text, document, edit)
    case 'remove':
      return cutToRemove(text, document, edit.path)
    case 'insert':
      return cutToInsert(text, document.getIn(edit.path, true), edit.at, edit.value)
    case 'swap':
      return cutToSwap(text, document.getIn(edit.path, true), edit.at)
  }
}

/** Makes several cuts at once, from the end to the beginning; null where two of them meet. */
export function makeCuts(text: string, cuts: readonly Cut[]): string | null {
  const sorted = [...cuts].sort((a, b) => b.from - a.from)
  let before = text.length + 1
  let made = text
  for (const cut of sorted) {
    if (cut.until > before) return null
    made = made.slice(0, cut.from) + cut.put + made.slice(cut.until)
    before = cut.from
  }
  return made
}

function cutToSet(text: string, document: Document, edit: { path: Path; value: unknown }): Cut | null {
  const node = document.getIn(edit.path, true)
  const parent = document.getIn(edit.path.slice(0, -1), true)
  if (node === undefined) {
    const key = edit.path.at(-1)
    return isMap(parent) && typeof key === 'string'
      ? cutToInsert(text, parent, parent.items.length, edit.value, key)
      : null
  }
  if (!isOneValue(edit.value) || !isScalar(node) || !node.range || node.anchor) return null
  const [from, until] = node.range
  const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'
  const words = typeof edit.value === 'string' ? edit.value : ''
  const isInside = edit.path.some((_, at) => {
    const above = document.getIn(edit.path.slice(0, at), true)
    return isCollection(above) && above.flow === true
  })
  if (
    !isInside &&
    words.trim() === words &&
    (words.length > LONG_TEXT || words.includes('\n') || (isBlock && words !== ''))
  ) {
    const end = isBlock ? until : endOfLine(text, until)
    const beside = isBlock ? besideHead(text, from) : text.slice(until, end).trimEnd()
    return { from, until: end, put: blockText(words, indentOf(text, from) + 2, beside) }
  }
  const put =
    node.type === 'QUOTE_DOUBLE' && typeof edit.value === 'string' ? JSON.stringify(words) : scalarText(edit.value)
  return { from, until, put: isBlock ? `${put}${besideHead(text, from)}\n` : put }
}

function cutToRemove(text: string, document: Document, path: Path): Cut | null {
  const parent = document.getIn(path.slice(0, -1), true)
  if (!isCollection(parent) || parent.items.length < 2) return null
  const at = isMap(parent)
    ? parent.items.findIndex((it) => isScalar(it.key) && it.key.value === path.at(-1))
    : Number(path.at(-1))
  const spans = spansOf(parent.items)
  const [own, next, before] = [spans[at], spans[at + 1], spans[at - 1]]
  if (!own) return null
  if (parent.flow)
    return next
      ? { ...own, until: next.from, put: '' }
      : before
        ? { from: before.until, until: own.until, put: '' }
        : null
  return { from: startOfLine(text, own.from), until: endOfLine(text, own.until), put: '' }
}

function cutToInsert(text: string, parent: unknown, at: number, value: unknown, key?: string): Cut | null {
  if (!isCollection(parent) || !parent.range || parent.items.length === 0) return null
  const spans = spansOf(parent.items)
  const [before, next] = [spans[at - 1], spans[at]]
  if (parent.flow) {
    const words = key === undefined ? inBraces(value) : `${key}: ${inBraces(value)}`
    if (before) return { from: before.until, until: before.until, put: `, ${words}` }
    return next ? { from: next.from, until: next.from, put: `${words}, ` } : null
  }
  const first = spans[0]
  if (!first) return null
  const margin = ' '.repeat(isSeq(parent) ? indentOf(text, first.from) : columnOf(text, first.from))
  const words = key === undefined ? stringify([value], { lineWidth: 120 }) : pairText(key, value, margin.length)
  const put = words
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' || key !== undefined ? line : margin + line))
  const from = before ? endOfLine(text, before.until) : startOfLine(text, first.from)
  const open = from === text.length && !text.endsWith('\n') ? '\n' : ''
  return { from, until: from, put: `${open}${key === undefined ? '' : margin}${put.join('\n')}\n` }
}

function pairText(key: string, value: unknown, indent: number): string {
  if (typeof value === 'string' && value.trim() === value && (value.length > LONG_TEXT || value.includes('\n')))
    return `${key}: ${blockText(value, indent + 2)}`
  if (isOneValue(value) || inBraces(value).length <= LONG_TEXT)
    return `${key}: ${isOneValue(value) ? scalarText(value) : inBraces(value)}\n`
  const margin = ' '.repeat(indent)
  const [head = '', ...lines] = stringify({ [key]: value }, { lineWidth: 120 }).split('\n')
  return [head, ...lines.map((line) => (line === '' ? '' : margin + line))].join('\n')
}

function cutToSwap(text: string, parent: unknown, at: number): Cut | null {
  if (!isCollection(parent)) return null
  const spans = spansOf(parent.items)
  const [one, two] = [spans[at], spans[at + 1]]
  if (!one || !two) return null
  const [a, between, b] = [
    text.slice(one.from, one.until),
    text.slice(one.until, two.from),
    text.slice(two.from, two.until),
  ]
  // A value that ends with its line trades places with one that does not: the break between them goes along.
  if (a.endsWith('\n') === b.endsWith('\n')) return { from: one.from, until: two.until, put: b + between + a }
  const broken = a.endsWith('\n') ? `${b}\n${between}${a.slice(0, -1)}` : `${b.slice(0, -1)}${between}${a}\n`
  return { from: one.from, until: two.until, put: broken }
}

function spansOf(items: readonly unknown[]): readonly ({ from: number; until: number } | null)[] {
  return items.map((item) => {
    const first = (isPair(item) ? item.key : item) as Node | null
    const last = ((isPair(item) ? item.value : item) ?? first) as Node | null
    return first?.range && last?.range ? { from: first.range[0], until: Math.max(first.range[1], last.range[1]) } : null
  })
}

function inBraces(value: unknown): string {
  if (isOneValue(value)) return scalarText(value)
  if (Array.isArray(value)) return `[${value.map(inBraces).join(', ')}]`
  const pairs = Object.entries(value as object).map(([key, it]) => `${scalarText(key)}: ${inBraces(it)}`)
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

export function isOneValue(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** The comment on the line where a text in lines of its own begins. */
function besideHead(text: string, from: number): string {
  return /^[^\n]*?(\s+#[^\n]*)?\n/.exec(text.slice(from))?.[1] ?? ''
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** After the break that ends the line; where a value ended with its line, just there. */
function endOfLine(text: string, at: number): number {
  if (text[at - 1] === '\n') return at
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

function indentOf(text: string, at: number): number {
  return /^ */.exec(text.slice(startOfLine(text, at)))?.[0].length ?? 0
}

function columnOf(text: string, at: number): number {
  return at - startOfLine(text, at)
}
