import type { WithoutClashes } from './both-ways.ts'
import type { CaseProof, Certificate, SparsePrices } from './certificate.ts'
import type { Flow } from './flow/network.ts'
import type { PairIds } from './problem.ts'
import type { Solved } from './solve.ts'
import type { Table } from './table.ts'

/** Writes down what a solved table found and what proves it, for `verify`. */
export function certify(table: Table, { solved, cases }: WithoutClashes): Certificate {
  const { mentees, mentors, grid, pinned } = table
  const ids = (edge: number): PairIds => ({
    mentorId: mentors[edge % grid.columns]?.id ?? '',
    menteeId: mentees[Math.floor(edge / grid.columns)]?.id ?? '',
  })
  return {
    version: 1,
    mentees: mentees.map((one) => one.id),
    mentors: mentors.map((one) => one.id),
    pinned,
    pairs: edgesOf(table, solved).map(ids),
    totals: totalsOf(table, solved),
    cases: cases.map((one): CaseProof => {
      const { partition, flow, levels } = one.solved
      return {
        without: one.without.map(ids),
        pairs: edgesOf(table, one.solved).map(ids),
        full: partition.full,
        spare: partition.spare,
        prices: { mentees: [...flow.gain], mentors: [...flow.price] },
        levels: levels.map((level) => ({ worth: level.worth, prices: sparse(level.flow) })),
      }
    }),
  }
}

function edgesOf({ grid }: Table, { mentorOf }: Solved): readonly number[] {
  return Array.from(mentorOf).flatMap((column, row) => (column < 0 ? [] : [row * grid.columns + column]))
}

function totalsOf(table: Table, solved: Solved): Certificate['totals'] {
  const edges = edgesOf(table, solved)
  const load = new Int32Array(table.grid.columns)
  for (const edge of edges) load[edge % load.length] = (load[edge % load.length] ?? 0) + 1
  return {
    seated: edges.length,
    missing: table.grid.need.reduce((sum, need, column) => sum + Math.max(0, need - (load[column] ?? 0)), 0),
    worth: edges.reduce((sum, edge) => sum + (table.grid.worth[edge] ?? 0), 0),
  }
}

function sparse({ gain, price }: Pick<Flow, 'gain' | 'price'>): SparsePrices {
  const list = (all: Float64Array) => Array.from(all, (it, at) => [at, it] as const).filter(([, it]) => it !== 0)
  return { mentees: list(gain), mentors: list(price) }
}
