import { Worker } from 'node:worker_threads'
import type { Progress } from '../../matching/best-worth.ts'
import { type HowToRun, planMatch } from '../../matching/plan-match.ts'
import type { MatchAnswer, Policy, Problem } from '../../matching/problem.ts'
import { decideShortage, type Shortage } from '../../matching/shortage.ts'

/** What the thread beside this one is handed: to plan a match, or to count whether places are short. */
export type Asked =
  | { readonly ask: 'match'; readonly problem: Problem; readonly policy: Policy; readonly how: HowToRun }
  | { readonly ask: 'shortage'; readonly problem: Problem; readonly policy: Policy }

type Apart = HowToRun & {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}
export type Said<Answer> = { readonly progress: Progress } | { readonly answer: Answer }

/** Mentors times mentees that are solved where we are: under 50 ms also in a process just started. */
const AT_ONCE = 1_000

/**
 * The answer of `planMatch`, to the byte, without making anybody wait: solved in a thread of its own, which ends with the answer,
 * with an error, or when `signal` says so. The thread knows neither our settings nor our secrets.
 */
export function planMatchApart(problem: Problem, policy: Policy, how: Apart = {}): Promise<MatchAnswer> {
  const { signal, onProgress, ...rest } = how
  return askApart<MatchAnswer>({ ask: 'match', problem, policy, how: rest }, { signal, onProgress })
}

/** Solves here what takes no time, everything else apart. */
export async function planWithoutWaiting(problem: Problem, policy: Policy, how: Apart = {}): Promise<MatchAnswer> {
  return isSmall(problem) ? planMatch(problem, policy) : planMatchApart(problem, policy, how)
}

/** Whether places are short: by a sum, or, where the program asks who could sit at all, counted apart like a match. */
export async function decideWithoutWaiting(applied: Problem, policy: Policy): Promise<Shortage> {
  if (policy.shortage.by === 'count' || isSmall(applied)) return decideShortage(applied, policy)
  return askApart<Shortage>({ ask: 'shortage', problem: applied, policy })
}

function isSmall({ mentors, mentees }: Problem): boolean {
  return mentors.length * mentees.length <= AT_ONCE
}

function askApart<Answer>(asked: Asked, { signal, onProgress }: Apart = {}): Promise<Answer> {
  if (signal?.aborted) return Promise.reject(signal.reason)
  // It needs none of the hooks we were started with: the engine is plain TypeScript.
  const file = new URL('./solve-worker.ts', import.meta.url)
  const worker = new Worker(file, { workerData: asked, execArgv: [], env: {} })
  const solved = new Promise<Answer>((found, failed) => {
    signal?.addEventListener('abort', () => failed(signal.reason), { once: true })
    worker.on('message', (said: Said<Answer>) => ('answer' in said ? found(said.answer) : onProgress?.(said.progress)))
    worker.on('error', failed)
    worker.on('exit', (code) => failed(new Error(`The thread of the match ended with ${code} and no answer.`)))
  })
  return solved.finally(() => worker.terminate())
}
