import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestFlow, boundOf, totalOf } from './best-flow.ts'
import type { Flow, Network, Start } from './network.ts'

const BEASLEY = '../shared/data/assignment/assign500.txt'
const NONE = -1_000_000

type Drawn = {
  readonly values: readonly (readonly (number | null)[])[]
  readonly exits: readonly number[]
  readonly capacity: readonly number[]
  readonly high: readonly number[]
  readonly low: readonly number[]
}

function networkOf({ values, exits, capacity, high, low }: Drawn): Network {
  const start = [0]
  const column: number[] = []
  const value: number[] = []
  for (const row of values) {
    row.forEach((it, j) => {
      if (it === null) return
      column.push(j)
      value.push(it)
    })
    start.push(column.length)
  }
  return {
    rows: values.length,
    columns: capacity.length,
    start: Int32Array.from(start),
    end: Int32Array.from(start).subarray(1),
    column: Int32Array.from(column),
    value: Int32Array.from(value),
    exit: Float64Array.from(exits),
    capacity: Int32Array.from(capacity),
    steps: {
      high: Int32Array.from(high),
      highGain: 300,
      low: Int32Array.from(low.map((it, j) => it + (high[j] ?? 0))),
      lowGain: 40,
    },
  }
}

function drawn(most: number, least = 0): fc.Arbitrary<Drawn> {
  return fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most })).chain(([n, m]) => {
    const list = <T>(of: fc.Arbitrary<T>, length: number) => fc.array(of, { minLength: length, maxLength: length })
    return fc.record({
      values: list(list(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 4 }), m), n),
      exits: list(fc.constantFrom(NONE, 0, -30), n),
      capacity: list(fc.integer({ min: 0, max: 3 }), m),
      high: list(fc.integer({ min: 0, max: 1 }), m),
      low: list(fc.integer({ min: 0, max: 2 }), m),
    })
  })
}

/** Primal and dual agree, and no edge beats the prices. */
export function expectProven(net: Network, flow: Flow): number {
  const used = new Int32Array(net.columns)
  for (const j of flow.mate) if (j >= 0) used[j] = (used[j] ?? 0) + 1
  for (const [j, units] of used.entries()) expect(units).toBeLessThanOrEqual(net.capacity[j] ?? 0)
  let worst = 0
  for (let i = 0; i < net.rows; i++) {
    worst = Math.min(worst, (flow.gain[i] ?? 0) - (net.exit[i] ?? 0))
    for (let e = net.start[i] ?? 0; e < (net.end[i] ?? 0); e++)
      worst = Math.min(worst, (flow.gain[i] ?? 0) + (flow.price[net.column[e] ?? 0] ?? 0) - (net.value[e] ?? 0))
  }
  expect(worst + 0).toBe(0)
  const value = totalOf(net, flow)
  expect(boundOf(net, flow)).toBe(value)
  return value
}

function bestByTrying(net: Network, row = 0, mate: number[] = [], load: number[] = Array(net.columns).fill(0)): number {
  if (row === net.rows) return totalOf(net, { mate: Int32Array.from(mate) })
  let best = bestByTrying(net, row + 1, [...mate, -1], load)
  for (let e = net.start[row] ?? 0; e < (net.end[row] ?? 0); e++) {
    const j = net.column[e] ?? 0
    if ((load[j] ?? 0) >= (net.capacity[j] ?? 0)) continue
    best = Math.max(best, bestByTrying(net, row + 1, [...mate, j], load.with(j, (load[j] ?? 0) + 1)))
  }
  return best
}

describe('a best flow', () => {
  it('is the best of all flows of small networks', () => {
    fc.assert(
      fc.property(drawn(5), (given) => {
        const net = networkOf(given)
        expect(expectProven(net, bestFlow(net))).toBe(bestByTrying(net))
      }),
      { numRuns: 1500 },
    )
  })

  it('stays proven over any sequence of changes, started from the flow before', () => {
    const sequence = drawn(9, 1).chain((first) =>
      fc.tuple(
        fc.constant(first),
        fc.array(fc.tuple(fc.nat(3), fc.nat(8), fc.nat(8), fc.option(fc.nat(20))), { maxLength: 8 }),
      ),
    )
    fc.assert(
      fc.property(sequence, ([first, changes]) => {
        let given = first
        let start: Start | null = null
        for (const [kind, a, b, value] of [[4, 0, 0, null] as const, ...changes]) {
          given = changed(given, kind, a % first.values.length, b % first.capacity.length, value)
          const net = networkOf(given)
          const flow = bestFlow(net, start)
          expect(expectProven(net, flow)).toBe(totalOf(net, bestFlow(net)))
          start = flow
        }
      }),
      { numRuns: 1500 },
    )
  })

  it.skipIf(!existsSync(BEASLEY))(
    'is the known optimum 991 of assign500 (OR-Library, Beasley 1990; skipped where the file is absent)',
    () => {
      const [size = 0, ...costs] = readFileSync(BEASLEY, 'utf8').trim().split(/\s+/).map(Number)
      const net = square(size, (i, j) => -(costs[i * size + j] ?? 0))
      expect(expectProven(net, bestFlow(net))).toBe(-991)
    },
  )

  const families: readonly [string, (i: number, j: number) => number][] = [
    ['all equal', () => 7],
    ['two costs', (i, j) => ((i * 31 + j * 17) % 5 === 0 ? 1 : 0)],
    ['products i times j', (i, j) => -i * j],
    ['distances in a plane', (i, j) => -((((i * 7919) % 101) - ((j * 104729) % 97)) ** 2)],
  ]
  it.each(families)('is proven on the family of %s', (_, value) => {
    const net = square(120, value)
    expectProven(net, bestFlow(net))
  })

  it('refuses a row that cannot leave and has no place', () => {
    const net = networkOf({ values: [[null]], exits: [-Infinity], capacity: [1], high: [0], low: [0] })
    expect(() => bestFlow(net)).toThrow(/no way out/)
  })
})

function changed(given: Drawn, kind: number, row: number, column: number, value: number | null): Drawn {
  if (kind === 0) return { ...given, values: given.values.with(row, (given.values[row] ?? []).with(column, value)) }
  if (kind === 1) return { ...given, capacity: given.capacity.with(column, (value ?? 0) % 4) }
  if (kind === 2) return { ...given, exits: given.exits.with(row, value === null ? NONE : value * 3 - 20) }
  if (kind === 3) return { ...given, low: given.low.with(column, (value ?? 0) % 3) }
  return given
}

function square(size: number, value: (i: number, j: number) => number): Network {
  const all = Array.from({ length: size }, (_, at) => at)
  return networkOf({
    values: all.map((i) => all.map((j) => value(i, j))),
    exits: all.map(() => -100_000_000),
    capacity: all.map(() => 1),
    high: all.map(() => 0),
    low: all.map(() => 0),
  })
}
