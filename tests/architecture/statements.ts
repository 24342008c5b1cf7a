import { blank, type SourceFile, scan } from './read-source.ts'

/** A piece of SQL of ours, in lower case and without comments and quoted values; `start` is where it stands in its file. */
export type Statement = { readonly file: SourceFile; readonly start: number; readonly text: string }

/** A column or a constraint of a table, as `create table` or `alter table … add` writes it. */
export type Item = { readonly statement: Statement; readonly at: number; readonly table: string; readonly text: string }

const BEGINS_LIKE_SQL =
  /^\s*(select|insert|update|delete|create|alter|drop|with|merge|truncate|analyze|set|lock|grant|revoke|savepoint)\b[^.]/

/** Every statement of a migration, and every template or string of a store file that is SQL. */
export function statementsOf(file: SourceFile): readonly Statement[] {
  if (file.path.endsWith('.sql')) return blocksOf(file)
  const { templates, strings } = scan(file.text)
  const tagged = templates.filter((one) => /\bsql(<[^`]*>)?(\.raw\()?$/.test(file.text.slice(0, one.start - 1)))
  const others = [...templates, ...strings].filter((one) => !tagged.includes(one) && BEGINS_LIKE_SQL.test(one.text))
  return [...tagged, ...others].map((one) => ({ file, start: one.start, text: plain(one.text) }))
}

function blocksOf(file: SourceFile): readonly Statement[] {
  let start = 0
  const blocks = file.text.split(/^(?=--;;[ \t]*$)/m).map((text) => {
    const block = { file, start, text: plain(text) }
    start += text.length
    return block
  })
  return blocks.filter((block) => block.text.trim() !== '')
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/--[^\n]*/g, blank)
    .replace(/'(?:[^']|'')*'/g, (value) => `'${blank(value.slice(1, -1))}'`)
}

/** The columns and constraints of every table a statement makes or adds to. */
export function itemsOf(statement: Statement): readonly Item[] {
  const { text } = statement
  const made = /^\s*create\s+table\s+(?:if\s+not\s+exists\s+)?([\w.]+)\s*\(/.exec(text)
  if (made) {
    const from = made[0].length
    return pieces(text, from, closing(text, from)).map((it) => ({ statement, table: made[1] ?? '', ...it }))
  }
  const changed = /^\s*alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?([\w.]+)\s+/.exec(text)
  if (!changed) return []
  return pieces(text, changed[0].length, text.length).flatMap((it) => {
    const added = /^add\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?/.exec(it.text)?.[0]
    if (!added) return []
    return [{ statement, table: changed[1] ?? '', at: it.at + added.length, text: it.text.slice(added.length) }]
  })
}

/** The parts between commas that stand in no brackets. */
function pieces(text: string, from: number, until: number): readonly { at: number; text: string }[] {
  const found: { at: number; text: string }[] = []
  let depth = 0
  let start = from
  for (let at = from; at <= until; at += 1) {
    const one = text[at]
    if (one === '(') depth += 1
    if (one === ')' && at < until) depth -= 1
    if (at < until && (one !== ',' || depth > 0)) continue
    const piece = text.slice(start, at)
    const inner = piece.trim()
    if (inner) found.push({ at: start + piece.indexOf(inner), text: inner })
    start = at + 1
  }
  return found
}

/** Where the bracket that opens just before `from` closes. */
export function closing(text: string, from: number): number {
  let depth = 1
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  return text.length
}

/** The names of a list in brackets, `a, b desc` as `a` and `b`. */
export function namesIn(list: string): readonly string[] {
  return list.split(',').map((name) => name.trim().split(/\s+/)[0] ?? '')
}
