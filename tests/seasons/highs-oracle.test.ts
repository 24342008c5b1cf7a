import highs from 'highs'
import { describe, expect, it } from 'vitest'
import { planMatch } from '../../src/matching/plan-match.ts'
import type { Mentee, Mentor, Policy } from '../../src/matching/problem.ts'
import { pairWorth } from '../../src/matching/worth.ts'

/** Its types say CommonJS, and it is a module: the default is the function itself. */
const loadHighs = highs as unknown as typeof highs.default
/** More than any worth of a hundred pairs: as many pairs as possible come before what they are worth. */
const A_PAIR = 2_000_000
const TOPICS = ['SQL', 'Rust', 'Law', 'Talks', 'Budgets', 'Hiring', 'Writing']
const POLICY: Policy = {
  otherDivision: true,
  reportingLineDistance: 0,
  blocks: [],
  forbidden: [],
  pinned: [],
  past: [],
  seed: 1,
  shortage: { by: 'count' },
}

/** Numbers below `sides` that are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * sides)
  }
}

function draw(seed: number, menteeCount: number, mentorCount: number) {
  const roll = dice(seed)
  const one = (id: string): Mentee => ({
    id,
    division: 'abcd'[roll(4)] ?? null,
    lineAbove: [],
    topics: TOPICS.filter(() => roll(3) === 0),
    priority: { score: null, appliedAt: '2021-05-01T00:00:00Z' },
    level: roll(5),
  })
  const mentees = Array.from({ length: menteeCount }, (_, at) => one(`mentee${at}`))
  const mentors = Array.from(
    { length: mentorCount },
    (_, at): Mentor => ({ ...one(`mentor${at}`), minimum: 0, maximum: 1 + roll(3) }),
  )
  return { mentees, mentors }
}

/** The same as a linear program: a number for each pair that may be, one mentor for a mentee, so many mentees for a mentor. */
function asProgram({ mentees, mentors }: ReturnType<typeof draw>): string {
  const cells = mentees.flatMap((mentee, row) =>
    mentors.flatMap((mentor, column) =>
      mentor.division !== mentee.division
        ? [{ row, column, worth: A_PAIR + pairWorth(mentor, mentee, POLICY).worth }]
        : [],
    ),
  )
  const sum = (of: typeof cells) => of.map((it) => `x${it.row}_${it.column}`).join(' + ')
  const rows = mentees.map((_, row) => [`r${row}`, cells.filter((it) => it.row === row), 1] as const)
  const columns = mentors.map(
    ({ maximum }, column) => [`c${column}`, cells.filter((it) => it.column === column), maximum] as const,
  )
  const limits = [...rows, ...columns].filter(([, of]) => of.length > 0)
  return [
    'Maximize',
    ` total: ${cells.map((it) => `${it.worth} x${it.row}_${it.column}`).join(' + ')}`,
    'Subject To',
    ...limits.map(([name, of, most]) => ` ${name}: ${sum(of)} <= ${most}`),
    'End',
  ].join('\n')
}

describe('an independent solver (HiGHS), up to a hundred people on a side', () => {
  it.each([
    [1, 20, 20],
    [2, 40, 15],
    [3, 60, 40],
    [4, 100, 30],
    [5, 100, 100],
  ])(
    'finds the same number of pairs and the same worth (seed %i: %i mentees, %i mentors)',
    async (seed, many, mentors) => {
      const problem = draw(seed, many, mentors)
      const solver = await loadHighs()
      const solved = solver.solve(asProgram(problem), { output_flag: false })
      expect(solved.Status).toBe('Optimal')
      const { totals } = planMatch(problem, POLICY)
      expect(totals.pairs * A_PAIR + totals.worth).toBe(Math.round(solved.ObjectiveValue))
    },
  )
})
