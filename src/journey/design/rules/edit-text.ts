import { Document, isCollection, isMap, isSeq, type Node, parseDocument } from 'yaml'
import { cutFor, makeCuts, type Path, type TextEdit } from './splice.ts'

export type { TextEdit } from './splice.ts'

/** Of text that takes a form of its own, because an edit needs more than one cut. */
const WRITTEN = { lineWidth: 128 } as const

/** The value of a text, or null where it is no YAML that can be edited. */
export function readValue(text: string): Readonly<Record<string, unknown>> | null {
  const document = parsed(text)
  return document ? (document.toJS({ maxAliasCount: 50 }) as Record<string, unknown>) : null
}

/**
 * Makes edits of a YAML text, one after the other. Comments, order and everything that is not edited stay as they were written;
 * null where the text cannot be read. An edit of something that is not there changes nothing.
 */
export function editText(text: string, edits: readonly TextEdit[]): string | null {
  if (!parsed(text)) return null
  const sets = edits.filter((it) => it.do === 'set')
  if (sets.length > 1 && sets.length === edits.length) {
    const atOnce = editAtOnce(text, sets)
    if (atOnce !== null) return atOnce
  }
  return edits.reduce((before, edit) => editOnce(before, edit), text)
}

function editAtOnce(text: string, edits: readonly TextEdit[]): string | null {
  const document = parsed(text)
  if (!document) return null
  const cuts = edits.flatMap((edit) => cutFor(text, document, edit) ?? [])
  if (cuts.length < edits.length) return null
  for (const edit of edits) change(document, edit)
  const made = makeCuts(text, cuts)
  return made !== null && says(made) === meaning(document) ? made : null
}

function editOnce(text: string, edit: TextEdit): string {
  const document = parsed(text)
  if (!document) return text
  const cut = cutFor(text, document, edit)
  if (!change(document, edit)) return text
  const meant = meaning(document)
  const made = cut && makeCuts(text, [cut])
  if (made && says(made) === meant) return made
  const block = writeBlock(text, document, edit.path[0])
  return block !== null && says(block) === meant ? block : document.toString(WRITTEN)
}

/** Whether there was something to change. */
function change(document: Document, edit: TextEdit): boolean {
  if (edit.do === 'set') {
    const parent = document.getIn(edit.path.slice(0, -1), true)
    if (edit.path.length > 1 && parent !== undefined && !isCollection(parent)) return false
    document.setIn(edit.path, document.createNode(edit.value))
    return true
  }
  if (edit.do === 'remove') return document.deleteIn(edit.path)
  const list = document.getIn(edit.path, true)
  if (edit.do === 'insert') {
    if (!isSeq(list)) document.setIn(edit.path, document.createNode([edit.value]))
    else list.items.splice(edit.at, 0, document.createNode(edit.value))
    return true
  }
  if (!isCollection(list)) return false
  const [one, two] = [list.items[edit.at], list.items[edit.at + 1]]
  if (one === undefined || two === undefined) return false
  list.items.splice(edit.at, 2, two as never, one as never)
  return true
}

/** Writes one name of the file anew, and leaves the others as they stand. */
function writeBlock(text: string, document: Document, name: Path[number] | undefined): string | null {
  const before = parsed(text)?.contents
  if (!isMap(before) || !isMap(document.contents) || before.flow) return null
  const was = before.items.find((it) => String(it.key) === name)
  const is = document.contents.items.find((it) => String(it.key) === name)
  const key = was?.key as Node | undefined
  const end = ((was?.value as Node | null) ?? key)?.range?.[1]
  if (!is || (was && (!key?.range || end === undefined))) return null
  const alone = new Document({})
  if (isMap(alone.contents)) alone.contents.items = [is as never]
  const written = String(alone.toString(WRITTEN))
  if (!was || !key?.range || end === undefined) return `${text}${text.endsWith('\n') ? '' : '\n'}${written}`
  const rest = text.slice(end)
  const until = text[end - 1] === '\n' ? end : rest.includes('\n') ? end + rest.indexOf('\n') + 1 : text.length
  // The comment above a name is outside of what is written anew.
  return text.slice(0, key.range[0]) + written.slice(written.search(/^[^#\s]/m)) + text.slice(until)
}

function parsed(text: string): Document | null {
  const document = parseDocument(text, { prettyErrors: false })
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  try {
    document.toJS({ maxAliasCount: 50 })
    return document
  } catch {
    return null
  }
}

const meaning = (document: Document) => JSON.stringify(document.toJS({ maxAliasCount: 50 }))

function says(text: string): string | null {
  const document = parsed(text)
  return document && meaning(document)
}
