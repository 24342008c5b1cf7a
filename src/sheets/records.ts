import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { UnreadableSheet } from './fault.ts'

/** The largest file read, in bytes: a directory of 300,000 people fits. */
export const LARGEST_SHEET_BYTES = 64 * 1024 * 1024

/** How much of the text is looked at to find the delimiter, in characters. */
const SNIFFED_CHARACTERS = 65_536

export type Delimiter = ',' | ';' | '\t'
export type SheetBytes = Uint8Array | AsyncIterable<Uint8Array>

/** Hands every record to `see` with its spreadsheet row; a blank line counts as a row. Throws `UnreadableSheet`. */
export async function eachRecord(
  bytes: SheetBytes,
  delimiter: Delimiter | undefined,
  see: (cells: readonly string[], row: number) => void,
): Promise<void> {
  const text = textOf(bytes)
  const head = await headOf(text)
  if (head === '')
    throw new UnreadableSheet('empty-file', 'the file is empty', 'export the sheet again, with its header')
  const parser = parse({
    delimiter: delimiter ?? delimiterOf(head),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
  })
  let row = 0
  try {
    await pipeline(joined(head, text), parser, async (records: AsyncIterable<string[]>) => {
      for await (const cells of records) see(cells, ++row)
    })
  } catch (error) {
    throw error instanceof CsvError ? quoteFault(error) : error
  }
}

async function* textOf(bytes: SheetBytes): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let read = 0
  for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
    read += chunk.byteLength
    if (read > LARGEST_SHEET_BYTES) {
      throw new UnreadableSheet(
        'too-large',
        'the file is larger than 64 MB',
        'split it into smaller files, each with the header',
      )
    }
    yield decoded(decoder, chunk)
  }
  yield decoded(decoder)
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw new UnreadableSheet('not-utf-8', 'the file is not UTF-8 text', 'save it as "CSV UTF-8" and import it again')
  }
}

/** Enough of the text to hold the header line, or all of it. */
async function headOf(text: AsyncGenerator<string>): Promise<string> {
  let head = ''
  while (head.length < SNIFFED_CHARACTERS) {
    const next = await text.next()
    if (next.done) break
    head += next.value
  }
  return head
}

async function* joined(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head
  yield* rest
}

/** The one of comma, semicolon and tab that is most frequent in the header, outside quotes. */
export function delimiterOf(text: string): Delimiter {
  const bare = text.trimStart().replace(/"(?:[^"]|"")*"/g, '')
  const header = bare.split(/[\r\n]/, 1)[0] ?? ''
  const count = (delimiter: Delimiter) => header.split(delimiter).length
  const candidates: Delimiter[] = [',', ';', '\t']
  return candidates.reduce((best, next) => (count(next) > count(best) ? next : best))
}

/** The message never repeats the cell. Records before the faulty one say in which row it began. */
function quoteFault(error: CsvError): UnreadableSheet {
  const row = typeof error.records === 'number' ? error.records + 1 : 1
  if (error.code === 'INVALID_OPENING_QUOTE') {
    return new UnreadableSheet(
      'stray-quote',
      `row ${row} has a quote inside a cell that is not quoted`,
      'put the whole cell in quotes and double the quote inside it',
    )
  }
  return new UnreadableSheet(
    'unclosed-quote',
    `a quote opened in row ${row} is not closed`,
    `close the quote in row ${row}, or export the sheet again`,
  )
}
