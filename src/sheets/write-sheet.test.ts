import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeSheet } from './write-sheet.ts'

const STARTS_A_FORMULA = /^[=+\-@\t\r]/
const nasty = fc
  .tuple(
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", "'=", '"=', ';=', ',=', '\n=', ' =', ''),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  .map(([first, rest]) => `${first}${rest}`)

describe('a spreadsheet that goes out', () => {
  it('has no cell that a spreadsheet program takes for a formula, whatever people are called', () => {
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 3, maxLength: 3 }), { maxLength: 6 }), (rows) => {
        const read: string[][] = parse(writeSheet(['a', 'b', 'c'], rows), { relax_column_count: false })
        expect(read).toHaveLength(rows.length + 1)
        for (const line of read) for (const cell of line) expect(cell).not.toMatch(STARTS_A_FORMULA)
      }),
      { numRuns: Number(process.env.DEPTH ?? 1000) },
    )
  })

  it.each([
    ['=HYPERLINK("http://evil.example";"click")', `'=HYPERLINK("http://evil.example";"click")`],
    ['+49 30 1234', "'+49 30 1234"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['a=b', 'a=b'],
    ['Müller-Lüdenscheidt', 'Müller-Lüdenscheidt'],
  ])('%j is written as %j', (text, written) => {
    const [, row]: string[][] = parse(writeSheet(['name'], [[text]]))
    expect(row).toEqual([written])
  })

  it('numbers stay numbers, below nothing too', () => {
    expect(writeSheet(['minutes'], [[-5], [0], [30]])).toBe('minutes\r\n-5\r\n0\r\n30\r\n')
  })

  it('a name with a line break makes no second row, and one with a quote no second cell', () => {
    const read: string[][] = parse(writeSheet(['name', 'email'], [['A\r\nB', 'a"b,c@example.com']]))
    expect(read[1]).toEqual(['A\r\nB', 'a"b,c@example.com'])
  })
})
