import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPolicy, crowds } from '../../../tests/make/drawn-crowds.ts'
import type { Policy, Problem } from '../problem.ts'
import { readTable } from '../table.ts'
import { makeRoom, startKernel } from './kernel.ts'
import { readLines, worthIn } from './lines.ts'
import { plainKernel } from './plain-kernel.ts'
import { makeReady } from './ready.ts'
import { AT, layOut, MOST_FOUND, ROW_WORDS, type Sheet, TILE, tilesOf } from './sheet.ts'
import { IMPOSSIBLE } from './term-lines.ts'

const DEEP = process.env.DEPTH === 'full' ? 20 : 1

function read(problem: Problem, policy: Policy) {
  const table = readTable(problem, policy)
  return { table, ...makeReady(table, table.rules, problem.fixed ?? [], table.grid.capacity) }
}

/** Asks the same of every row, at prices that may be extreme. */
function ask(sheet: Sheet, price: (column: number) => number, least: number): void {
  for (let j = 0; j < sheet.stride; j++) sheet.prices[j] = j < sheet.columns ? price(j) : IMPOSSIBLE
  for (let row = 0; row < sheet.rows; row++) {
    const own = row * ROW_WORDS
    sheet.words[own + AT.price] = sheet.pricesAt
    sheet.words[own + AT.least] = least
    sheet.words[own + AT.found] = 0
  }
}

function foundBy(sheet: Sheet, price: (run: number) => number, least: number, pass: ReturnType<typeof plainKernel>) {
  ask(sheet, price, least)
  pass(0, sheet.rows, tilesOf(sheet))
  return Array.from({ length: sheet.rows }, (_, row) => {
    const count = sheet.words[row * ROW_WORDS + AT.found] as number
    const first = row * MOST_FOUND
    return Array.from({ length: count }, (_it, k) => [sheet.found[first + k], sheet.overs[first + k]])
  })
}

describe('people compiled to lines', () => {
  it('every pair is worth what rules and terms say, whatever is known of people', () => {
    fc.assert(
      fc.property(crowds(14), anyPolicy, (problem, policy) => {
        const { table, lines } = read(problem, policy)
        const { rows, columns, worth } = table.grid
        for (let row = 0; row < rows; row++)
          for (let column = 0; column < columns; column++)
            expect(worthIn(lines, row, column)).toBe(worth[row * columns + column])
      }),
      { numRuns: 200 * DEEP },
    )
  })

  it('the kernel and its plain twin find the same at any prices, extreme ones too', () => {
    const prices = fc.oneof(
      fc.integer({ min: -9_000, max: 9_000 }),
      fc.constantFrom(-32768, -32767, -20_000, 0, 20_000, 32767),
    )
    const least = fc.oneof(fc.integer({ min: -9_000, max: 9_000 }), fc.constantFrom(-32768, 32766, 32767))
    fc.assert(
      fc.property(crowds(40), anyPolicy, fc.array(prices, { minLength: 1, maxLength: 30 }), least, (...drawn) => {
        const [problem, policy, some, over] = drawn
        const table = readTable(problem, policy)
        const room = makeRoom()
        const { sheet } = layOut(
          readLines(table.mentees, table.mentors, table.rules, [], table.grid.capacity),
          room.allot,
        )
        const price = (column: number) => some[column % some.length] ?? 0
        const plain = foundBy(sheet, price, over, plainKernel(sheet))
        expect(room.memory).not.toBeNull()
        expect(foundBy(sheet, price, over, startKernel(sheet, room.memory))).toEqual(plain)
      }),
      { numRuns: 100 * DEEP },
    )
  })

  it('a pass may find too much, never too little: every pair over the line is found, or more than twelve better ones', () => {
    fc.assert(
      fc.property(crowds(20), anyPolicy, fc.integer({ min: -3000, max: 9_999 }), (problem, policy, least) => {
        const { table, sheet, lines, pass } = read(problem, policy)
        const base = (row: number) => (lines.topics.wanted[row] === 0 ? (lines.topics.points[0]?.[0] ?? 0) : 0)
        const found = foundBy(sheet, () => 0, least, pass)
        const { rows, columns, worth } = table.grid
        for (let row = 0; row < rows; row++)
          for (let column = 0; column < columns; column++) {
            const points = worth[row * columns + column] ?? 0
            const isException = Array.from(
              lines.exceptions.column.subarray(lines.exceptions.start[row], lines.exceptions.start[row + 1]),
            ).includes(column)
            if (points < 0 || isException || points - base(row) <= least) continue
            const list = found[row] ?? []
            const over = list.find(([at]) => at === column)?.[1]
            if (over === undefined) expect(list.length).toBe(MOST_FOUND)
            else expect(over).toBeGreaterThanOrEqual(points - base(row))
          }
      }),
      { numRuns: 100 * DEEP },
    )
  })

  it('lines are whole tiles long', () => {
    fc.assert(
      fc.property(crowds(5), anyPolicy, (problem, policy) => {
        expect(read(problem, policy).sheet.stride % TILE).toBe(0)
      }),
      { numRuns: 5 },
    )
  })
})
