import { type SheetFault, UnreadableSheet } from './fault.ts'
import { eachRecord } from './records.ts'

export type RawSheet = {
  readonly headers: readonly string[]
  /** The rows that were asked for, as they stand in the file. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  /** Rows below the header that are not blank. */
  readonly rowCount: number
}

/** The header of a sheet and some of its rows, unread; or why the file is no sheet. */
export async function rawRows(
  bytes: Uint8Array,
  wanted: ReadonlySet<number> = new Set(),
): Promise<({ readonly ok: true } & RawSheet) | { readonly ok: false; readonly fault: SheetFault }> {
  const headers: (readonly string[])[] = []
  const rows: { row: number; cells: readonly string[] }[] = []
  let rowCount = 0
  try {
    await eachRecord(bytes, undefined, (cells, row) => {
      if (cells.every((cell) => cell.trim() === '')) return
      if (headers.length === 0) return void headers.push(cells.map((cell) => cell.trim()))
      rowCount += 1
      if (wanted.has(row)) rows.push({ row, cells })
    })
  } catch (error) {
    if (error instanceof UnreadableSheet) return { ok: false, fault: error.fault }
    throw error
  }
  return { ok: true, headers: headers[0] ?? [], rows, rowCount }
}
