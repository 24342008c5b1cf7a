import type { DateOrder } from './dates.ts'

/** What a cell's text says, or why it says nothing; `message` follows the quoted cell, as in `"mentr" is not a role`. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly remedy: string }

export type CellContext = { readonly dates: DateOrder; readonly zone: string | undefined }

/** A kind of cell; `blank` tells what an empty cell means, absent when it must be filled. */
export type Cell<T> = {
  readonly kind: string
  readonly blank?: () => T
  readonly read: (text: string, context: CellContext) => Read<T>
}

/** One column of a sheet. `required` is about the header; a confidential one is never repeated in a message, an ignored one never read. */
export type Column<T> = {
  readonly name: string
  readonly kind: Cell<T>
  readonly required: boolean
  /** What a file without the column says; the same as an empty cell unless said. */
  readonly absent?: () => T
  readonly confidential?: boolean
  readonly ignored?: boolean
}

export type Take = <T>(column: Column<T>) => T

/** A spreadsheet as data: its columns, and how a row's cells become a row of ours. */
export type SheetKind<Row> = {
  readonly name: string
  readonly columns: readonly Column<unknown>[]
  readonly row: (take: Take) => Row
}

export function read<T>(value: T): Read<T> {
  return { ok: true, value }
}

export function faulty(code: string, message: string, remedy: string): Read<never> {
  return { ok: false, code, message, remedy }
}

/** The text of a cell read by its kind, blank or not. */
export function readCell<T>(cell: Cell<T>, text: string, context: CellContext): Read<T> {
  const trimmed = text.trim()
  if (trimmed !== '') return cell.read(trimmed, context)
  return cell.blank ? read(cell.blank()) : faulty('blank-cell', 'is empty', `fill in ${cell.kind}`)
}

/** The same cell, where an empty one means nothing was said. */
export function orNull<T>(cell: Cell<T>): Cell<T | null> {
  return { kind: cell.kind, blank: () => null, read: cell.read }
}
