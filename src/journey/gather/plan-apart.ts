import { Worker } from 'node:worker_threads'
import type { PlannedTimes, TimesAsked } from './rules/plan-times.ts'

/**
 * The answer of `planTimes` without making anybody wait: for five hundred people it takes about a second, so it is worked out in a
 * thread of its own, which ends with the answer or an error. The thread knows neither our settings nor our secrets.
 */
export function planTimesApart(asked: TimesAsked): Promise<PlannedTimes> {
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: asked, execArgv: [], env: {} })
  const planned = new Promise<PlannedTimes>((found, failed) => {
    worker.on('message', found)
    worker.on('error', failed)
    worker.on('exit', (code) => failed(new Error(`The thread of the planner ended with ${code} and no answer.`)))
  })
  return planned.finally(() => worker.terminate())
}
