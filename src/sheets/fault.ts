export type { RowFault } from '../model/report.ts'

/** Why a whole file was refused; nothing of it is returned. */
export type SheetFault = { readonly code: string; readonly message: string; readonly remedy: string }

/** Carries a file's fault out of a stream; `readSheet` turns it into an answer. */
export class UnreadableSheet extends Error {
  readonly fault: SheetFault
  constructor(code: string, message: string, remedy: string) {
    super(message)
    this.fault = { code, message, remedy }
  }
}
