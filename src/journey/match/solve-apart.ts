import { Worker } from 'node:worker_threads'
import type { Progress } from '../../matching/best-worth.ts'
import { type HowToRun, planMatch } from '../../matching/plan-match.ts'
import type { MatchAnswer, Policy, Problem } from '../../matching/problem.ts'

/** What the thread beside this one is handed. */
export type Asides = { readonly problem: Problem; readonly policy: Policy; readonly how: HowToRun }

type Apart = HowToRun & { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }
type Said = { readonly progress: Progress } | { readonly answer: MatchAnswer }

/** Mentors times mentees that are solved where we are: under 50 ms also in a process just started. */
const AT_ONCE = 1_000

/**
 * The answer of `planMatch`, to the byte, without making anybody wait: solved in a thread of its own, which ends with the answer,
 * with an error, or when `signal` says so. The thread knows neither our settings nor our secrets.
 */
export function planMatchApart(problem: Problem, policy: Policy, how: Apart = {}): Promise<MatchAnswer> {
  const { signal, onProgress, ...rest } = how
  if (signal?.aborted) return Promise.reject(signal.reason)
  const workerData: Asides = { problem, policy, how: rest }
  // It needs none of the hooks we were started with: the engine is plain TypeScript.
  const worker = new Worker(new URL('./solve-worker.ts', import.meta.url), { workerData, execArgv: [], env: {} })
  const solved = new Promise<MatchAnswer>((found, failed) => {
    signal?.addEventListener('abort', () => failed(signal.reason), { once: true })
    worker.on('message', (said: Said) => ('answer' in said ? found(said.answer) : onProgress?.(said.progress)))
    worker.on('error', failed)
    worker.on('exit', (code) => failed(new Error(`The thread of the match ended with ${code} and no answer.`)))
  })
  return solved.finally(() => worker.terminate())
}

/** Solves here what takes no time, everything else apart. */
export async function planWithoutWaiting(problem: Problem, policy: Policy): Promise<MatchAnswer> {
  const isSmall = problem.mentors.length * problem.mentees.length <= AT_ONCE
  return isSmall ? planMatch(problem, policy) : planMatchApart(problem, policy)
}
