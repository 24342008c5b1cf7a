import { bestWorth, type Progress, weightsOf } from './best-worth.ts'
import { type Edges, tightEdges } from './edges.ts'
import type { Flow, Start } from './flow/network.ts'
import { type Grid, NOT_POSSIBLE, type Numbers } from './grid.ts'
import type { Known } from './large/generate.ts'
import { type Partition, partitionGrid } from './partition.ts'

/** Aims 1 to 4 of a run: who stands in which group, and a best flow inside them, or one within `gap` points of it. */
export type Best = {
  readonly partition: Partition
  readonly flow: Flow
  readonly gap: number
  /** What a large run knows of its pairs besides. */
  readonly known?: Known
}
/** An answer to nearly the same run: it saves time and changes nothing. `unit` is what going without cost then, where it was not the same. */
export type Before = {
  readonly flow: Start & { readonly gain?: Float64Array }
  readonly partition?: Pick<Partition, 'rowGroup' | 'columnGroup' | 'full'> &
    Partial<Pick<Partition, 'mayExit' | 'mustServe'>>
  readonly unit?: number
  readonly known?: Known
}

/** A run as its solver sees it, however it keeps the worth of its pairs: stored (`fieldOf`), or priced (`large/`). Pairs are numbered row × columns + column. */
export type Field = {
  readonly numbers: Numbers
  /** 0 to 10,000, or `NOT_POSSIBLE`. */
  readonly worthOf: (row: number, column: number) => number
  /** The same run, in which some pairs may not be any more. */
  readonly without: (pairs: readonly number[]) => Field
  /** Aims 1 to 4, exactly, or until no answer is better by more than `gapEnough` points; yields how far it is. */
  readonly best: (before: Before | null, gapEnough: number) => Generator<Progress, Best, void>
  /** The pairs that every best flow consists of: those inside the groups that cost just what they are worth; null where they are too many to be kept. */
  readonly tight: (best: Best) => Edges | null
}

/** A run whose pairs are all stored. */
export function fieldOf(grid: Grid): Field {
  return {
    numbers: grid,
    worthOf: (row, column) => grid.worth[row * grid.columns + column] as number,
    without: (pairs) => {
      const worth = grid.worth.slice()
      for (const pair of pairs) worth[pair] = NOT_POSSIBLE
      return fieldOf({ ...grid, worth })
    },
    best: (before, gapEnough) => bestOnGrid(grid, before, gapEnough),
    tight: ({ partition, flow }) => tightEdges(grid, partition, flow),
  }
}

function* bestOnGrid(grid: Grid, before: Before | null, gapEnough: number): Generator<Progress, Best, void> {
  const partition = partitionGrid(grid, before?.flow.mate ?? null)
  const start = before && {
    mate: before.flow.mate,
    price: pricesNow(before, partition, weightsOf(grid, partition).unit),
  }
  const { gap, ...flow } = yield* bestWorth(grid, partition, start, gapEnough)
  return { partition, flow, gap }
}

/** Prices of before, for where people stand now: where mentees outnumber places all are higher by what going without costs. */
export function pricesNow({ flow, partition, unit }: Before, now: Partition, unitNow: number): Float64Array {
  if (!partition) return flow.price
  const base = (group: number | undefined, many: number, cost: number) =>
    group !== undefined && group >= 1 && group <= many ? cost : 0
  return flow.price.map(
    (it, j) =>
      it -
      base(partition.columnGroup[j], partition.full.length, unit ?? unitNow) +
      base(now.columnGroup[j], now.full.length, unitNow),
  )
}
