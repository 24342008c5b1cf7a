import { type Field, fieldOf } from './field.ts'
import { fieldOfLines } from './large/field-of-lines.ts'
import { makeReady, type StartPass } from './large/ready.ts'
import type { Policy, Problem } from './problem.ts'
import { gridFor, type People, readPeople } from './table.ts'

/** Pairs up to which the worth of each is stored; above, it is priced whenever it is asked for. Measured: from 200 × 200 on pricing takes less time once it is compiled. */
const MOST_STORED = 2 ** 17

/** How a run keeps its pairs: where nothing is said, by its size. `start` says how passes over all pairs are made, such as by several threads. */
export type HowKept = { readonly keeps?: 'stored' | 'priced'; readonly start?: StartPass }

/** People of a run, and what its solver sees of them. */
export type Run = People & { readonly field: Field }

/** Reads a problem and its policy, of any size; the order of the input leaves no trace. */
export function readRun(problem: Problem, policy: Policy, how: HowKept = {}): Run {
  const people = readPeople(problem, policy)
  return { ...people, field: keepsAll(people, how) ? fieldOf(gridFor(people, policy)) : priced(people, how) }
}

/** Whether the pairs of so many people are stored. */
export function keepsAll({ mentees, mentors }: Problem, { keeps }: HowKept): boolean {
  return keeps === 'stored' || (keeps !== 'priced' && mentees.length * mentors.length <= MOST_STORED)
}

function priced({ rules, taken, numbers, ...people }: People, { start }: HowKept): Field {
  return fieldOfLines(makeReady(people, rules, taken, numbers.capacity, start), numbers)
}
