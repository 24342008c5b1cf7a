import { setTimeout as pause } from 'node:timers/promises'
import { proposeMatch } from '../journey/match/actions.ts'
import type { Context } from '../runtime/context.ts'
import { Refused } from '../runtime/errors.ts'

/** Milliseconds in which a run of a usual season is made, on a busy machine too: whoever asked for it waits that long, and sees it or why not. */
const HEAD_START_MS = 4000

const underWay = new Map<Promise<unknown>, AbortController>()

/**
 * Makes a run beside the answer to whoever asked for it: says whether it is kept already, or throws what refused it. Later than that
 * its page says both. A run that this process does not end well is seen as stopped, and can be made again.
 */
export async function startRun(ctx: Context, input: { season?: string }): Promise<'kept' | 'under-way'> {
  const calledOff = new AbortController()
  const making = proposeMatch(ctx, input, undefined, calledOff.signal)
  const settled = making
    .catch((fault: unknown) => {
      if (!(fault instanceof Refused)) console.error(`A run of the match stopped before it was kept. ${String(fault)}`)
    })
    .finally(() => underWay.delete(settled))
  underWay.set(settled, calledOff)
  return Promise.race([making.then(() => 'kept' as const), pause(HEAD_START_MS, 'under-way' as const, { ref: false })])
}

/** Calls off what is still being made, before the database closes; each is written down as stopped. */
export async function callOffRuns(): Promise<void> {
  const reason = new Refused('run-called-off', {}, 'The server stopped while the run was made.')
  const all = [...underWay]
  for (const [, calledOff] of all) calledOff.abort(reason)
  await Promise.all(all.map(([settled]) => settled))
}
