import { stringify } from 'csv-stringify/sync'

/** CSV text, CRLF, in which no cell starts a formula (OWASP, CSV injection); `readSheet` takes the apostrophe off again. */
export function writeSheet(
  columns: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string {
  const lines = [columns, ...rows].map((line) => line.map((cell) => (cell === null ? '' : neutral(cell))))
  return stringify(lines, { record_delimiter: '\r\n', quoted_match: /[\r\n\t;]|^\s|\s$/ })
}

/** Numbers stay numbers; a text that already has the apostrophe gets another, so that reading gives it back. */
function neutral(cell: string | number | boolean): string {
  if (typeof cell !== 'string') return String(cell)
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
