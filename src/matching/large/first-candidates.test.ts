import { expect, it } from 'vitest'
import { drawProblem, STRUCTURED } from '../../../tests/make/structured-people.ts'
import { readHardRules } from '../hard-rules.ts'
import { addCandidate, emptyCandidates, hasCandidate } from './candidates.ts'
import { withSeats } from './first-candidates.ts'
import { worthIn } from './lines.ts'
import { makeReady } from './ready.ts'

it('a row that gives up pairs for its seat knows no more what all others leave, and is asked again', () => {
  const problem = drawProblem(2, 120, 1, 3)
  const policy = { ...STRUCTURED, otherDivision: false, overlapHours: null }
  const { lines } = makeReady(problem, readHardRules(policy), [], new Int32Array(120).fill(1))
  const full = emptyCandidates({ start: new Int32Array(3), column: new Int32Array() })
  const room = full.start[1] ?? 0
  for (let column = 0; column < room; column++) addCandidate(full, 0, column, worthIn(lines, 0, column))
  const groups = { rowGroup: new Int32Array(2), columnGroup: new Int32Array(120), full: 0 }
  const level = new Float64Array([7, 7])
  const seated = withSeats(full, lines, groups, Int32Array.of(119, 118), level)
  expect([hasCandidate(seated, 0, 119), hasCandidate(seated, 1, 118)]).toEqual([true, true])
  expect([...level]).toEqual([Infinity, 7])
})
