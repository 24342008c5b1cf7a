import { Worker } from 'node:worker_threads'
import type { Certificate } from '../../matching/certificate.ts'
import type { Policy, Problem } from '../../matching/problem.ts'
import { type Shortlist, shortlists } from '../../matching/shortlists.ts'
import { verify } from '../../matching/verify.ts'
import type { Plan } from './rules/compare-plans.ts'
import { planLean } from './rules/plan-lean.ts'
import { planReadiness, type Readiness } from './rules/plan-readiness.ts'

export type ToCheck = { readonly problem: Problem; readonly policy: Policy; readonly certificate: Certificate }
export type ToPlan = { readonly problem: Problem; readonly policies: readonly Policy[] }
/** What the thread beside this one is handed. */
export type BoardAsked =
  | ({ readonly ask: 'check' } & ToCheck)
  | ({ readonly ask: 'plans' } & ToPlan)
  | { readonly ask: 'readiness'; readonly problem: Problem; readonly policy: Policy }
  | { readonly ask: 'shortlists'; readonly problem: Problem; readonly policy: Policy; readonly size: number }
type Answered = readonly string[] | readonly Plan[] | Readiness | readonly Shortlist[]

/** Mentors times mentees that are answered where we are: some milliseconds. */
const AT_ONCE = 5_000

/** What is wrong with a certificate, empty where it stands; what takes long is checked in a thread of its own. */
export async function checkWithoutWaiting(it: ToCheck): Promise<readonly string[]> {
  return (await answerWithoutWaiting({ ask: 'check', ...it })) as readonly string[]
}

/** Who would get whom under each of these policies; all are asked of one thread, which is warm after the first. */
export async function plansWithoutWaiting(it: ToPlan): Promise<readonly Plan[]> {
  return it.policies.length === 0 ? [] : ((await answerWithoutWaiting({ ask: 'plans', ...it })) as readonly Plan[])
}

/** What can be said before a run; of thousands of people it takes seconds. */
export async function readinessWithoutWaiting(problem: Problem, policy: Policy): Promise<Readiness> {
  return (await answerWithoutWaiting({ ask: 'readiness', problem, policy })) as Readiness
}

/** Whom each mentee may choose from. */
export async function shortlistsWithoutWaiting(
  problem: Problem,
  policy: Policy,
  size: number,
): Promise<readonly Shortlist[]> {
  return (await answerWithoutWaiting({ ask: 'shortlists', problem, policy, size })) as readonly Shortlist[]
}

export function answerAsked(asked: BoardAsked): Answered {
  if (asked.ask === 'check') return verify(asked.problem, asked.policy, asked.certificate)
  if (asked.ask === 'readiness') return planReadiness(asked.problem, asked.policy)
  if (asked.ask === 'shortlists') return shortlists(asked.problem, asked.policy, asked.size)
  return asked.policies.map((policy) => planLean(asked.problem, policy))
}

function answerWithoutWaiting(asked: BoardAsked): Promise<Answered> {
  const { mentors, mentees } = asked.problem
  if (mentors.length * mentees.length <= AT_ONCE) return Promise.resolve(answerAsked(asked))
  // It needs none of the hooks we were started with, and knows neither our settings nor our secrets.
  const file = new URL('./board-worker.ts', import.meta.url)
  const worker = new Worker(file, { workerData: asked, execArgv: [], env: {} })
  const answered = new Promise<Answered>((found, failed) => {
    worker.on('message', found)
    worker.on('error', failed)
    worker.on('exit', (code) => failed(new Error(`The thread of the match board ended with ${code} and no answer.`)))
  })
  return answered.finally(() => worker.terminate())
}
