import type { WithoutClashes } from './both-ways.ts'
import type { CaseProof, Certificate, SparsePrices } from './certificate.ts'
import type { Flow } from './flow/network.ts'
import type { PairIds } from './problem.ts'
import type { Run } from './read-run.ts'
import type { Solved } from './solve.ts'

/** Writes down what a solved table found and what proves it, for `verify`. */
export function certify(run: Run, { solved, cases }: WithoutClashes): Certificate {
  const { mentees, mentors, pinned } = run
  const { columns } = run.numbers
  const ids = (edge: number): PairIds => ({
    mentorId: mentors[edge % columns]?.id ?? '',
    menteeId: mentees[Math.floor(edge / columns)]?.id ?? '',
  })
  return {
    version: 1,
    mentees: mentees.map((one) => one.id),
    mentors: mentors.map((one) => one.id),
    pinned,
    pairs: edgesOf(run, solved).map(ids),
    totals: totalsOf(run, solved),
    cases: cases.map((one): CaseProof => {
      const { partition, flow, levels } = one.solved
      return {
        without: one.without.map(ids),
        pairs: edgesOf(run, one.solved).map(ids),
        full: partition.full,
        spare: partition.spare,
        prices: { mentees: [...flow.gain], mentors: [...flow.price] },
        levels: levels.map((level) => ({ worth: level.worth, prices: sparse(level.flow) })),
      }
    }),
  }
}

function edgesOf({ numbers }: Run, { mentorOf }: Solved): readonly number[] {
  return Array.from(mentorOf).flatMap((column, row) => (column < 0 ? [] : [row * numbers.columns + column]))
}

function totalsOf({ numbers, field }: Run, { mentorOf }: Solved): Certificate['totals'] {
  const load = new Int32Array(numbers.columns)
  let [seated, worth] = [0, 0]
  mentorOf.forEach((column, row) => {
    if (column < 0) return
    load[column] = (load[column] as number) + 1
    seated++
    worth += field.worthOf(row, column)
  })
  const missing = numbers.need.reduce((sum, need, column) => sum + Math.max(0, need - (load[column] ?? 0)), 0)
  return { seated, missing, worth }
}

function sparse({ gain, price }: Pick<Flow, 'gain' | 'price'>): SparsePrices {
  const list = (all: Float64Array) => Array.from(all, (it, at) => [at, it] as const).filter(([, it]) => it !== 0)
  return { mentees: list(gain), mentors: list(price) }
}
