import type { Cell, Column, SheetKind, Take } from './cell.ts'

export function needed<T>(name: string, kind: Cell<T>): Column<T> {
  return { name, kind, required: true }
}

export function optional<T>(name: string, kind: Cell<T>): Column<T> {
  return { name, kind, required: false }
}

/** An optional column that says nothing where the file does not have it, and something where its cell is empty. */
export function kept<T>(name: string, kind: Cell<T>): Column<T | undefined> {
  return { name, kind, required: false, absent: () => undefined }
}

/** A kind whose columns all have fixed names: `columns` in, a row with the same keys out. */
export function kindOf<Columns extends Record<string, Column<unknown>>, Row>(
  name: string,
  columns: Columns,
  row: (take: Take, columns: Columns) => Row,
): SheetKind<Row> {
  return { name, columns: Object.values(columns), row: (take) => row(take, columns) }
}
