import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPolicy, crowds } from '../../../tests/make/drawn-crowds.ts'
import { drawProblem, STRUCTURED } from '../../../tests/make/structured-people.ts'
import { bestWorth, outsideOf } from '../best-worth.ts'
import { allEdges } from '../edges.ts'
import { bestFlow, boundOf, totalOf } from '../flow/best-flow.ts'
import type { Flow, Network } from '../flow/network.ts'
import { readHardRules } from '../hard-rules.ts'
import { partitionGrid } from '../partition.ts'
import { runToEnd } from '../plan-match.ts'
import type { Policy, Problem } from '../problem.ts'
import { readTable } from '../table.ts'
import { auction } from './auction.ts'
import { fieldOfLines } from './field-of-lines.ts'
import { worthIn } from './lines.ts'
import { makeReady } from './ready.ts'
import { wholePrices } from './whole-prices.ts'

const DEEP = process.env.DEPTH === 'full' ? 20 : 1

/** A run with all its pairs as edges, and both ways to solve it. */
function bothWays(problem: Problem, policy: Policy) {
  const { grid, mentees, mentors, rules } = readTable(problem, policy)
  const partition = partitionGrid(grid)
  const outside = outsideOf(grid, partition)
  const { start, column, worth } = allEdges(grid, partition)
  const net: Network = { ...grid, start, end: start.subarray(1), column, value: worth, ...outside }
  const ready = makeReady({ mentees, mentors }, rules, problem.fixed ?? [], grid.capacity)
  const large = runToEnd(fieldOfLines(ready, grid).best(null, 0))
  return { net, partition, small: runToEnd(bestWorth(grid, partition, null)), large }
}

function randomNetwork(rows: number, value: (row: number, column: number) => number): fc.Arbitrary<Network> {
  const line = fc.record({
    exit: fc.constantFrom(-1e6, -500, 20),
    has: fc.array(fc.nat({ max: rows - 1 }), { minLength: 1 }),
  })
  return fc
    .tuple(
      fc.array(line, { minLength: 1, maxLength: rows }),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: rows, maxLength: rows }),
    )
    .map(([lines, capacity]) => {
      const lists = lines.map(({ has }) => [...new Set(has)])
      const start = Int32Array.from(
        [0, ...lists].map((_, at) => lists.slice(0, at).reduce((sum, it) => sum + it.length, 0)),
      )
      return {
        rows: lines.length,
        columns: rows,
        start,
        end: start.subarray(1),
        column: Int32Array.from(lists.flat()),
        value: Int32Array.from(lists.flatMap((list, row) => list.map((column) => value(row, column)))),
        exit: Float64Array.from(lines, (it) => it.exit),
        capacity: Int32Array.from(capacity),
        steps: { high: new Int32Array(rows), highGain: 0, low: new Int32Array(rows), lowGain: 0 },
      }
    })
}

function gainsAt(net: Network, price: Float64Array): Float64Array {
  return net.exit.map((exit, row) => {
    let best = exit
    for (let e = net.start[row] ?? 0; e < (net.end[row] ?? 0); e++)
      best = Math.max(best, (net.value[e] ?? 0) - (price[net.column[e] ?? 0] ?? 0))
    return best
  })
}

describe('the auction', () => {
  const families: readonly (readonly [string, (row: number, column: number) => number])[] = [
    ['values without order', (row, column) => ((row * 7919 + column * 104729) % 1009) + 1],
    ['near-identical profiles', (row, column) => 900 + ((row + column) % 2)],
    ['products, the classic hard case', (row, column) => row * column],
    ['all the same', () => 500],
  ]
  for (const [name, value] of families)
    it(`is within its last step of the best, and its whole prices prove the best: ${name}`, () => {
      fc.assert(
        fc.property(randomNetwork(14, value), (net) => {
          const step = 2 ** -Math.ceil(Math.log2(net.rows + net.columns + 3))
          const { mate, price } = auction(net, null, 100, step)
          const whole = wholePrices(price, gainsAt(net, price))
          expect(totalOf(net, { mate })).toBe(totalOf(net, bestFlow(net)))
          expect(boundOf(net, { price: whole, gain: gainsAt(net, whole) })).toBe(totalOf(net, { mate }))
        }),
        { numRuns: 150 * DEEP },
      )
    })
})

describe('the large path', () => {
  it('divides people as the small path does, is worth what it is, and its prices prove it over all pairs', () => {
    const isProven = (net: Network, { price, gain, mate }: Flow) => {
      expect(gainsAt(net, price)).toEqual(gain)
      expect(boundOf(net, { price, gain })).toBe(totalOf(net, { mate }))
    }
    fc.assert(
      fc.property(crowds(22), anyPolicy, (problem, policy) => {
        const { net, partition, small, large } = bothWays(problem, policy)
        const { seat: _, ...divided } = large.partition
        expect({ ...divided, seat: partition.seat }).toEqual(partition)
        expect(totalOf(net, large.flow)).toBe(totalOf(net, small))
        isProven(net, large.flow)
      }),
      { numRuns: 150 * DEEP },
    )
  })

  it('seats 10,000 with too few places, several to a mentor: proven by looking at every pair once more', () => {
    const problem = drawProblem(10_000, 1_000, 4, 11)
    const capacity = Int32Array.from(problem.mentors, (one) => one.maximum)
    const ready = makeReady(problem, readHardRules(STRUCTURED), [], capacity)
    const rows = problem.mentees.length
    const unit = rows * 10_000 + 1
    const none = new Int32Array(capacity.length)
    const numbers = { rows, columns: capacity.length, capacity, need: none, rowClass: new Int32Array(rows) }
    const hashes = { rowHash: new Int32Array(rows), columnHash: none }
    const field = fieldOfLines(ready, { ...numbers, ...hashes, columnClass: none.slice().fill(-1) })
    const { flow, partition, gap } = runToEnd(field.best(null, 0))
    const { mate, price, gain } = flow
    expect([partition.full.length, partition.spare.length]).toEqual([1, 0])
    let [worth, bound, broken] = [0, 0, 0]
    mate.forEach((column, row) => {
      const mine = gain[row] ?? 0
      worth += column < 0 ? -unit : worthIn(ready.lines, row, column)
      bound += mine
      if (mine < -unit) broken++
      for (let j = 0; j < capacity.length; j++) {
        const points = worthIn(ready.lines, row, j)
        if (points >= 0 && points - (price[j] ?? 0) > mine) broken++
      }
    })
    price.forEach((it, column) => {
      bound += Math.max(0, it) * (capacity[column] ?? 0)
    })
    expect([gap, broken, bound]).toEqual([0, 0, worth])
  })
})
