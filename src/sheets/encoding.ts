import type { SheetFault } from './fault.ts'

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252'
type AsText =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly encoding: Encoding }
  | { readonly ok: false; readonly fault: SheetFault }

const WORKBOOK: SheetFault = {
  code: 'a-workbook',
  message: 'the file is a workbook, not a CSV',
  remedy:
    'open it, choose “Save as” or “Download”, then “CSV UTF-8”, and choose that file; each sheet is a file of its own',
}
const NOT_TEXT: SheetFault = {
  code: 'not-text',
  message: 'the file is not a table of text',
  remedy: 'choose a file saved as CSV',
}
/** How a zipped workbook (xlsx, ods) and an old one (xls) begin. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/**
 * A file as spreadsheets save it, as UTF-8. With a byte-order mark it says itself what it is; else it is UTF-8 where that fits, and
 * what older spreadsheets write where it does not, which somebody should look at.
 */
export function asUtf8(bytes: Uint8Array): AsText {
  const begins = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)
  if (WORKBOOKS.some(begins)) return { ok: false, fault: WORKBOOK }
  if (begins([0xff, 0xfe])) return decoded(bytes, 'utf-16le', 'utf-16')
  if (begins([0xfe, 0xff])) return decoded(bytes, 'utf-16be', 'utf-16')
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return bytes.includes(0) ? { ok: false, fault: NOT_TEXT } : { ok: true, bytes, encoding: 'utf-8' }
  } catch {
    return bytes.includes(0) ? { ok: false, fault: NOT_TEXT } : decoded(bytes, 'windows-1252', 'windows-1252')
  }
}

function decoded(bytes: Uint8Array, label: string, encoding: Encoding): AsText {
  return { ok: true, bytes: new TextEncoder().encode(new TextDecoder(label).decode(bytes)), encoding }
}
