import { Worker } from 'node:worker_threads'
import type { Certificate } from '../../matching/certificate.ts'
import type { Policy, Problem } from '../../matching/problem.ts'
import { verify } from '../../matching/verify.ts'

/** What the thread beside this one is handed. */
export type ToCheck = { readonly problem: Problem; readonly policy: Policy; readonly certificate: Certificate }

/** Mentors times mentees that are checked where we are: some milliseconds. */
const AT_ONCE = 5_000

/** What is wrong with a certificate, empty where it stands; what takes long is checked in a thread of its own. */
export function checkWithoutWaiting(it: ToCheck): Promise<readonly string[]> {
  if (it.problem.mentors.length * it.problem.mentees.length <= AT_ONCE)
    return Promise.resolve(verify(it.problem, it.policy, it.certificate))
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { workerData: it, execArgv: [], env: {} })
  const checked = new Promise<readonly string[]>((found, failed) => {
    worker.on('message', found)
    worker.on('error', failed)
    worker.on('exit', (code) => failed(new Error(`The thread that checks the match ended with ${code}.`)))
  })
  return checked.finally(() => worker.terminate())
}
