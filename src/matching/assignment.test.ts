import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveAssignment } from './assignment.ts'

const BEASLEY = '/work/shared/data/assignment/assign500.txt'

describe('assignment', () => {
  it('proves its total by prices on random costs', () => {
    const sizes = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 4 }))
    const given = sizes.chain(([rows, more]) =>
      fc.tuple(
        fc.constant(rows),
        fc.constant(rows + more),
        fc.array(fc.integer({ min: -50, max: 9 }), {
          minLength: rows * (rows + more),
          maxLength: rows * (rows + more),
        }),
      ),
    )
    fc.assert(
      fc.property(given, ([rows, columns, costs]) => {
        expectProven(Float64Array.from(costs), rows, columns)
      }),
      { numRuns: 500 },
    )
  })

  it.skipIf(!existsSync(BEASLEY))(
    'finds the known optimum 991 of assign500 (OR-Library, Beasley 1990; skipped where the file is absent)',
    () => {
      const [size = 0, ...costs] = readFileSync(BEASLEY, 'utf8').trim().split(/\s+/).map(Number)
      const found = expectProven(Float64Array.from(costs), size, size)
      expect(found).toBe(991)
    },
  )
})

function expectProven(costs: Float64Array, rows: number, columns: number): number {
  const { columnOf, total, rowPrice, columnPrice } = solveAssignment(costs, rows, columns)
  expect(new Set(columnOf).size).toBe(rows)
  let least = 0
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      least = Math.min(least, (costs[row * columns + column] ?? 0) - (rowPrice[row] ?? 0) - (columnPrice[column] ?? 0))
  expect(least + 0).toBe(0)
  for (const [column, price] of columnPrice.entries()) {
    expect(price).toBeLessThanOrEqual(0)
    if (!columnOf.includes(column)) expect(price + 0).toBe(0)
  }
  const dual = [...rowPrice, ...columnPrice].reduce((sum, price) => sum + price, 0)
  expect(dual + 0).toBe(total + 0)
  return total
}
