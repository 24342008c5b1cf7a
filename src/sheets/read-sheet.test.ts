import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SheetKind } from './cell.ts'
import { sheetKind } from './kinds.ts'
import { type ReadOptions, readSheet } from './read-sheet.ts'
import { LARGEST_SHEET_BYTES } from './records.ts'
import { writeSheet } from './write-sheet.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function sheetOf<Row>(text: string, kind: SheetKind<Row>, more: Omit<ReadOptions<Row>, 'kind'> = {}) {
  const sheet = await readSheet(bytes(text), { kind, ...more })
  if (!sheet.ok) throw new Error(sheet.fault.message)
  return sheet
}

const people = sheetKind('people')
const training = sheetKind('training')

describe('a file with a fault is refused as a whole', () => {
  it.each([
    ['nothing in it', '', 'empty-file', 'empty'],
    ['only a byte order mark', '\uFEFF', 'empty-file', 'empty'],
    ['only blank lines', '\n\n', 'empty-file', 'header'],
    ['a quote never closed', 'email,name\na@x.org,Ann\nb@x.org,"Bo\nc@x.org,Cy\n', 'unclosed-quote', 'row 3'],
    ['a quote closed by a later one', 'email,name\nb@x.org,"Bo\nc@x.org,"Cy"\n', 'unclosed-quote', 'row 2'],
    ['a quote inside a bare cell', 'email,name\nb@x.org,B"o\n', 'stray-quote', 'row 2'],
    ['a missing column', 'email,title\n', 'missing-column', 'name'],
    ['a column twice', 'email,name,E-Mail,Email\n', 'duplicate-column', 'columns 1 and 4'],
  ])('%s', async (_, text, code, part) => {
    const sheet = await readSheet(bytes(text), { kind: people })
    expect(sheet).toMatchObject({ ok: false, fault: { code } })
    expect(sheet.ok ? '' : sheet.fault.message).toContain(part)
  })

  it('bytes that are not UTF-8', async () => {
    const sheet = await readSheet(new Uint8Array([0x65, 0xff, 0xfe]), { kind: people })
    expect(sheet).toMatchObject({ ok: false, fault: { code: 'not-utf-8' } })
  })

  it('more than 64 MB, without reading on', async () => {
    let readOn = false
    async function* large() {
      yield bytes('email,name\n')
      yield new Uint8Array(LARGEST_SHEET_BYTES).fill(10)
      readOn = true
    }
    expect(await readSheet(large(), { kind: people })).toMatchObject({ ok: false, fault: { code: 'too-large' } })
    expect(readOn).toBe(false)
  })
})

describe('a coordinator’s file is taken as it is', () => {
  it.each([
    ['a byte order mark', '\uFEFFemail,name\na@x.org,Ann\n'],
    ['Windows line ends', 'email,name\r\na@x.org,Ann\r\n'],
    ['another order and case', 'NAME,Email\nAnn,a@x.org'],
    ['semicolons', 'name;email\nAnn;a@x.org\n'],
    ['tabs', 'name\temail\nAnn\ta@x.org\n'],
    ['an address with spaces and capitals', 'name,email\nAnn, A@X.org \n'],
    ['empty cells beyond the header', 'name,email\nAnn,a@x.org,,\n'],
  ])('%s', async (_, text) => {
    const sheet = await sheetOf(text, people)
    expect(sheet.rows).toMatchObject([{ row: 2, value: { name: 'Ann', email: 'a@x.org' } }])
    expect(sheet.faults).toEqual([])
  })

  it('a header alone is a file of no rows', async () => {
    expect(await sheetOf('email,name', people)).toMatchObject({ rows: [], rowCount: 0 })
  })

  it('a question-long header is found by its mapping', async () => {
    const text = 'What is your\naddress?,name,Shoe size\n'
    const quoted = text.replace(/^[^,]*/, (title) => `"${title}"`)
    const sheet = await sheetOf(`${quoted}a@x.org,Ann,39\n`, people, { map: { email: 'what is your address?' } })
    expect(sheet).toMatchObject({ rows: [{ row: 2, value: { email: 'a@x.org' } }], extraColumns: ['Shoe size'] })
  })

  it('blank lines and line breaks in cells keep the row numbers of the spreadsheet', async () => {
    const sheet = await sheetOf('email,name\n\na@x.org,"Ann\nLee"\n,\nnobody,Bo\n', people)
    expect(sheet.rows.map(({ row }) => row)).toEqual([3])
    expect(sheet).toMatchObject({ rowCount: 2, faults: [{ row: 5, column: 'email', code: 'not-an-address' }] })
  })

  it('a formula is kept as text', async () => {
    const sheet = await sheetOf('email,name\na@x.org,=1+1\n', people)
    expect(sheet.rows[0]?.value.name).toBe('=1+1')
  })

  it('a file that arrives in pieces is the same file', async () => {
    async function* pieces() {
      for (const byte of bytes('email,name\na@x.org,Zoë\n')) yield new Uint8Array([byte])
    }
    expect(await readSheet(pieces(), { kind: people })).toMatchObject({ ok: true, rows: [{ value: { name: 'Zoë' } }] })
  })
})

describe('a day is read as the coordinator says', () => {
  it.each([
    ['2021-06-05', 'iso', '2021-06-05', null],
    ['2021-06-05', 'mdy', '2021-06-05', null],
    ['5/6/2021', 'dmy', '2021-06-05', null],
    ['5/6/2021', 'mdy', '2021-05-06', null],
    ['5/6/2021', 'iso', null, 'ambiguous-date'],
    ['25/6/2021', 'iso', null, 'not-a-date'],
    ['25/6/2021', 'mdy', null, 'not-a-date'],
    ['2021-02-30', 'iso', null, 'not-a-date'],
  ] as const)('%s as %s', async (cell, dates, day, code) => {
    const sheet = await sheetOf(`email,course,completed_on\na@x.org,slides,${cell}\n`, training, { dates })
    expect(sheet.rows[0]?.value.completedOn ?? null).toBe(day)
    expect(sheet.faults[0]?.code ?? null).toBe(code)
  })

  it('an ambiguous day is answered with both readings and the remedy', async () => {
    const sheet = await sheetOf('email,course,completed_on\na@x.org,slides,5/6/2021\n', training)
    expect(sheet.faults[0]?.message).toBe('"5/6/2021" may be 2021-06-05 (day first) or 2021-05-06 (month first)')
    expect(sheet.faults[0]?.remedy).toContain('--dates dmy')
  })
})

describe('what is written is read back', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\0', ''))
  const risky = fc
    .tuple(fc.constantFrom('=', '+', '-', '@', "'", "'=", '"', ';', ''), cell)
    .map(([first, rest]) => `x${rest}`.replace('x', () => first))
  const filled = risky.filter((text) => text.trim() !== '')

  it('whatever the names are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(filled, { maxLength: 8 }), async (names) => {
        const written = writeSheet(
          ['email', 'name'],
          names.map((name) => ['a@x.org', name]),
        )
        const sheet = await sheetOf(written, people)
        expect(sheet.rows.map(({ value }) => value.name)).toEqual(names.map((name) => name.trim()))
      }),
    )
  })

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('a cell that begins as %j starts no formula', (text) => {
    expect(writeSheet(['a'], [[text]])).toMatch(/^a\r\n"?'/)
  })

  it('a negative number stays a number', () => {
    expect(writeSheet(['a', 'b'], [[-1, null]])).toBe('a,b\r\n-1,\r\n')
  })
})
