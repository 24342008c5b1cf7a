import type { Column } from './cell.ts'
import { UnreadableSheet } from './fault.ts'

/** Where each of our columns stands in the file, and what else the file has. */
export type Header = {
  readonly at: ReadonlyMap<string, number>
  readonly width: number
  readonly extraColumns: readonly string[]
  readonly absentColumns: readonly string[]
}

/** Finds our columns in a header record; throws `UnreadableSheet` for a missing or duplicate one. */
export function readHeader(
  cells: readonly string[],
  columns: readonly Column<unknown>[],
  map: Readonly<Record<string, string>> = {},
  remembered: Readonly<Record<string, string>> = {},
): Header {
  refuseUnknownMapping(columns, map)
  const names = cells.map(plain)
  const at = new Map<string, number>()
  const missing: string[] = []
  for (const { name, required } of columns) {
    const mapped = Object.hasOwn(map, name) ? map[name] : undefined
    const wanted = mapped ?? rememberedHeader(name, names, map, remembered) ?? name
    const found = names.flatMap((title, index) => (title === plain(wanted) ? [index] : []))
    if (found.length > 1) throw duplicate(name, found)
    if (found[0] !== undefined) at.set(name, found[0])
    else if (required || mapped !== undefined) missing.push(name)
  }
  if (missing.length > 0) throw missingColumns(missing)
  const ours = new Set(at.values())
  if (ours.size < at.size)
    throw new UnreadableSheet(
      'duplicate-column',
      'two columns are mapped to the same header',
      'map each column to a header of its own',
    )
  const secret = columns.some(({ confidential }) => confidential)
  const extraColumns = cells.flatMap((title, index) => {
    if (ours.has(index) || title.trim() === '') return []
    return [secret ? `column ${index + 1}` : title.trim()]
  })
  return {
    at,
    width: cells.length,
    extraColumns,
    absentColumns: columns.map(({ name }) => name).filter((name) => !at.has(name)),
  }
}

/** What a coordinator mapped for an earlier file holds where this file has that header and nothing else was said of it. */
function rememberedHeader(
  name: string,
  names: readonly string[],
  map: Readonly<Record<string, string>>,
  remembered: Readonly<Record<string, string>>,
): string | undefined {
  const header = Object.hasOwn(remembered, name) ? remembered[name] : undefined
  if (header === undefined || !names.includes(plain(header))) return undefined
  return Object.values(map).some((it) => plain(it) === plain(header)) ? undefined : header
}

/** Case, spaces, underscores and hyphens do not tell two headers apart. */
export function plain(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
}

function refuseUnknownMapping(columns: readonly Column<unknown>[], map: Readonly<Record<string, string>>): void {
  const known = columns.map(({ name }) => name)
  const unknown = Object.keys(map).find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new UnreadableSheet(
    'unknown-mapping',
    `this sheet has no column ${unknown} to map`,
    `map one of ${known.join(', ')}`,
  )
}

function duplicate(name: string, found: readonly number[]): UnreadableSheet {
  const places = found.map((index) => index + 1).join(' and ')
  return new UnreadableSheet(
    'duplicate-column',
    `column ${name} occurs ${found.length} times, as columns ${places}`,
    'keep one of them and import again',
  )
}

/** Headers found are not repeated: a file without a header would show a person's row. */
function missingColumns(missing: readonly string[]): UnreadableSheet {
  const names = missing.join(', ')
  return new UnreadableSheet(
    'missing-column',
    `the header in row 1 has no column ${names}`,
    `add it, or name the header that holds it: --map ${missing[0]}="your header"`,
  )
}
