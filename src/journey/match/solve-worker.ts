import { parentPort, workerData } from 'node:worker_threads'
import { planSteps } from '../../matching/plan-match.ts'
import type { MatchAnswer } from '../../matching/problem.ts'
import { decideShortage, type Shortage } from '../../matching/shortage.ts'
import { passTogether } from './pass-together.ts'
import type { Asked, Said } from './solve-apart.ts'

/** The other end of `solve-apart.ts`: takes one question, says how far it is, answers, and ends. */
const asked = workerData as Asked
const say = (said: Said<MatchAnswer | Shortage>) => parentPort?.postMessage(said)
if (asked.ask === 'shortage') say({ answer: decideShortage(asked.problem, asked.policy) })
else {
  const crew = passTogether()
  const steps = planSteps(asked.problem, asked.policy, { ...asked.how, start: crew.start })
  let step = steps.next()
  while (!step.done) {
    say({ progress: step.value })
    step = steps.next()
  }
  crew.dismiss()
  say({ answer: step.value })
}
