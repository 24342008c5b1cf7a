import { type CellContext, type Column, readCell, type SheetKind } from './cell.ts'
import type { DateOrder } from './dates.ts'
import { type RowFault, type SheetFault, UnreadableSheet } from './fault.ts'
import { type Header, readHeader } from './header.ts'
import { type Delimiter, eachRecord, type SheetBytes } from './records.ts'

/** The longest cell read, in characters: about four pages of text. */
export const LONGEST_CELL = 10_000

/** How much of a faulty cell a message repeats, in characters. */
const REPEATED_CHARACTERS = 60

export type ReadOptions<Row> = {
  readonly kind: SheetKind<Row>
  /** Our column to the header that holds it. */
  readonly map?: Readonly<Record<string, string>>
  /** The same from an earlier file: it holds only where this one has such a header. */
  readonly remembered?: Readonly<Record<string, string>>
  readonly dates?: DateOrder
  /** The season's zone, for times that do not name one. */
  readonly zone?: string
  readonly delimiter?: Delimiter
}

/** `rowCount` counts rows below the header that are not blank: those read and those left out. */
export type Sheet<Row> = {
  readonly ok: true
  readonly rows: readonly { readonly row: number; readonly value: Row }[]
  readonly faults: readonly RowFault[]
  readonly extraColumns: readonly string[]
  /** Optional columns the file does not have. */
  readonly absentColumns: readonly string[]
  readonly rowCount: number
}

/** Reads a spreadsheet saved as CSV; a fault of the file returns nothing of it. */
export async function readSheet<Row>(
  bytes: SheetBytes,
  options: ReadOptions<Row>,
): Promise<Sheet<Row> | { readonly ok: false; readonly fault: SheetFault }> {
  const context = { dates: options.dates ?? 'iso', zone: options.zone }
  const rows: { row: number; value: Row }[] = []
  const faults: RowFault[] = []
  let rowCount = 0
  const headers: Header[] = []
  try {
    await eachRecord(bytes, options.delimiter, (cells, row) => {
      const [header] = headers
      if (cells.every((cell) => cell.trim() === '')) return
      if (!header) return void headers.push(readHeader(cells, options.kind.columns, options.map, options.remembered))
      rowCount++
      const found = faultsOf(cells, row, header, options.kind.columns, context)
      if (found.length > 0) faults.push(...found)
      else rows.push({ row, value: options.kind.row((column) => takenOf(column, cells, header, context)) })
    })
  } catch (error) {
    if (error instanceof UnreadableSheet) return { ok: false, fault: error.fault }
    throw error
  }
  const [header] = headers
  if (!header)
    return {
      ok: false,
      fault: new UnreadableSheet('empty-file', 'the file has no header', 'export the sheet again, with its header')
        .fault,
    }
  return { ok: true, rows, faults, extraColumns: header.extraColumns, absentColumns: header.absentColumns, rowCount }
}

function faultsOf(
  cells: readonly string[],
  row: number,
  header: Header,
  columns: readonly Column<unknown>[],
  context: CellContext,
): RowFault[] {
  const uneven = unevenRow(cells, row, header)
  if (uneven) return [uneven]
  return columns.flatMap((column) => {
    if (column.ignored) return []
    const text = cellOf(column, cells, header)
    const unfit = unfitText(text, row, column.name)
    if (unfit) return [unfit]
    const answer = readCell(column.kind, text, context)
    if (answer.ok) return []
    const { code, remedy } = answer
    const message = column.confidential ? secretMessage(code, column) : `${shown(text)} ${answer.message}`.trim()
    return [{ row, column: column.name, code, message, remedy }]
  })
}

function unevenRow(cells: readonly string[], row: number, { width }: Header): RowFault | null {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  const counts = `has ${Math.max(cells.length, filled)} cells where the header has ${width}`
  const remedy = 'put cells that hold a delimiter in quotes, and keep empty cells'
  if (cells.length < width) return { row, column: null, code: 'too-few-cells', message: counts, remedy }
  if (filled > width) return { row, column: null, code: 'too-many-cells', message: counts, remedy }
  return null
}

function unfitText(text: string, row: number, column: string): RowFault | null {
  if (text.length > LONGEST_CELL) {
    const message = `the cell has ${text.length} characters, more than the limit of ${LONGEST_CELL}`
    return { row, column, code: 'cell-too-long', message, remedy: `shorten it to ${LONGEST_CELL} characters` }
  }
  if (!text.includes('\0')) return null
  return {
    row,
    column,
    code: 'unreadable-character',
    message: 'the cell holds a null character',
    remedy: 'type the cell again',
  }
}

/** A ready answer: `faultsOf` has read the same cell before and found it good. */
function takenOf<T>(column: Column<T>, cells: readonly string[], header: Header, context: CellContext): T {
  if (column.absent && !header.at.has(column.name)) return column.absent()
  const answer = readCell(column.kind, cellOf(column, cells, header), context)
  if (answer.ok) return answer.value
  throw new Error(`column ${column.name} is not among the columns of its sheet`)
}

/** The apostrophe that `writeSheet` puts before a formula is taken off again. */
function cellOf(column: Column<unknown>, cells: readonly string[], header: Header): string {
  const index = header.at.get(column.name)
  const text = index === undefined ? '' : (cells[index] ?? '')
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}

/** Says what was expected and nothing of the cell, not even which dates it may mean. */
function secretMessage(code: string, column: Column<unknown>): string {
  return code === 'blank-cell' ? 'is empty' : `is not ${column.kind.kind} (its text is not shown)`
}

function shown(text: string): string {
  const line = text.trim().replace(/\p{Cc}+/gu, ' ')
  if (line === '') return ''
  return line.length > REPEATED_CHARACTERS ? `"${line.slice(0, REPEATED_CHARACTERS)}…"` : `"${line}"`
}
