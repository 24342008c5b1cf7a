/** One row of a spreadsheet that was not taken: `row` as the spreadsheet counts, header = 1. */
export type RowFault = {
  readonly row: number
  readonly column: string | null
  readonly code: string
  readonly message: string
  readonly remedy: string
}

/** What an import did. Every row read is accepted, unchanged, superseded or rejected. */
export type ImportReport = {
  readonly read: number
  readonly accepted: number
  readonly unchanged: number
  readonly superseded?: number
  readonly rejected: readonly RowFault[]
  readonly notes: readonly { readonly row: number; readonly column: string | null; readonly message: string }[]
  readonly extraColumns?: readonly string[]
  /** Optional columns the file does not have; a misspelt header shows here. */
  readonly absentColumns?: readonly string[]
  readonly facts?: Readonly<Record<string, unknown>>
}

export function unknownPerson(row: number, email: string, column = 'email'): RowFault {
  return {
    row,
    column,
    code: 'unknown-person',
    message: `${email} is not in the directory`,
    remedy: 'Correct the address, or add the person with people import and import this file again.',
  }
}
