import { parentPort, workerData } from 'node:worker_threads'
import { planSteps } from '../../matching/plan-match.ts'
import type { Asides } from './solve-apart.ts'

/** The other end of `planMatchApart`: takes one problem, says how far it is, answers, and ends. */
const { problem, policy, how } = workerData as Asides
const steps = planSteps(problem, policy, how)
let step = steps.next()
while (!step.done) {
  parentPort?.postMessage({ progress: step.value })
  step = steps.next()
}
parentPort?.postMessage({ answer: step.value })
