import type { Day } from '../../model/day.ts'

/** Rows of one kind, and what is said of them in the record of processing. */
export type RowsOfKind = { readonly holds: string; readonly rows: number }

/**
 * What an erasure did. It holds no name, and no count of what only named people may know: an owner keeps it, and it may
 * travel by letter.
 */
export type Certificate = {
  readonly number: string
  readonly organisation: string
  readonly erasedOn: Day
  /** Rows that are gone. */
  readonly deleted: readonly RowsOfKind[]
  /** Rows that stay, with everything they said taken out. */
  readonly emptied: readonly RowsOfKind[]
  /** Rows that stay as they were, without a name, and why. */
  readonly kept: readonly (RowsOfKind & { readonly why: string })[]
  /** What is gone without a count. */
  readonly uncounted: readonly string[]
  /** From this day no backup opens what was sealed, nor holds what was deleted. */
  readonly backupsEndOn: Day
}

/** Days that a backup lives, of the data and of the keys. DESIGN.md, keys and growth. */
export const BACKUP_DAYS = 30
