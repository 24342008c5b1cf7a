import type { Certificate } from '../../src/matching/certificate.ts'
import { planMatch, runToEnd } from '../../src/matching/plan-match.ts'
import { readRun } from '../../src/matching/read-run.ts'
import { startFrom } from '../../src/matching/start-from.ts'
import { verify } from '../../src/matching/verify.ts'
import { drawProblem, STRUCTURED } from '../../tests/make/structured-people.ts'
import { measure, SEED, type Took } from './large-cases.ts'

/** All that a run answers, as the product asks for it. */
export function wholeRun(): Took {
  const problem = drawProblem(10_000, 10_000, 1, SEED)
  return measure(() => {
    const { totals, proven } = planMatch(problem, STRUCTURED)
    return `${totals.pairs} pairs, ${totals.worth}, ${proven ? 'proven' : 'NOT PROVEN'}`
  })
}

/** A run once more, begun from the certificate of before: until its worth is proven. */
export function againFromProof(): Took {
  const problem = drawProblem(10_000, 10_000, 1, SEED)
  const { certificate } = planMatch(problem, STRUCTURED)
  if (!certificate) throw new Error('There is no certificate.')
  const gone = { mentors: problem.mentors.slice(1), mentees: problem.mentees.slice(1) }
  const worthOf = (before: Certificate | null) => {
    const run = readRun(gone, STRUCTURED)
    const { flow } = runToEnd(run.field.best(before && startFrom(run, before), 0))
    return flow.mate.reduce((sum, column, row) => (column < 0 ? sum : sum + run.field.worthOf(row, column)), 0)
  }
  let worth = 0
  const took = measure(() => {
    worth = worthOf(certificate)
    return `${worth} points`
  })
  if (worth !== worthOf(null)) throw new Error('From nothing it finds another worth.')
  return took
}

/** The certificate of a run of 10,000, checked from people on by the checker that knows no solver. */
export function checkCertificate(): Took {
  const problem = drawProblem(10_000, 10_000, 1, SEED)
  const { certificate, totals } = planMatch(problem, STRUCTURED)
  if (!certificate) throw new Error('There is no certificate.')
  const took = measure(() => verify(problem, STRUCTURED, certificate).join(' '))
  if (took.optimum !== '') throw new Error(took.optimum)
  return { ...took, optimum: `${totals.pairs} pairs, ${totals.worth}` }
}
