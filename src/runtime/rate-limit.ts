import type { Tx } from '../store/database.ts'
import { addTry, removeTries } from '../store/rate-limits.ts'
import type { Context } from './context.ts'
import { Refused } from './errors.ts'

/** So many tries in each window of so many minutes; windows begin at the same instants for everybody. */
export type Limit = { readonly name: string; readonly most: number; readonly minutes: number }

const MINUTE_MS = 60_000

/**
 * Counts a try for `whom` (an address, a person, the organisation), who is kept as a keyed hash only, and refuses it once the
 * window is full. The count stands in the database, so every process of an installation counts together. What is refused is
 * rolled back with its transaction: where a try must count although it fails, count it in a transaction of its own.
 */
export async function countTry(ctx: Context, tx: Tx, limit: Limit, whom: string): Promise<void> {
  const { used, retryAfterSeconds } = await tryOf(ctx, tx, limit, whom)
  if (used <= limit.most) return
  const minutes = Math.ceil(retryAfterSeconds / 60)
  throw new Refused(
    'too-many-tries',
    { retryAfterSeconds },
    `This was tried too often. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  )
}

/** Counts a try as above and refuses nothing: how many that makes in this window. */
export async function triesOf(ctx: Context, tx: Tx, limit: Limit, whom: string): Promise<number> {
  return (await tryOf(ctx, tx, limit, whom)).used
}

/** Forgets the tries for `whom`: what they were tried at is there no more. */
export async function forgetTries(ctx: Context, tx: Tx, limit: Limit, whom: string): Promise<void> {
  await removeTries(tx, ctx.organisationId, bucketOf(ctx, limit, whom))
}

async function tryOf(ctx: Context, tx: Tx, limit: Limit, whom: string) {
  const now = Date.parse(ctx.machineClock.now())
  const lengthMs = limit.minutes * MINUTE_MS
  const beganAt = Math.floor(now / lengthMs) * lengthMs
  const used = await addTry(tx, ctx.organisationId, bucketOf(ctx, limit, whom), new Date(beganAt).toISOString())
  return { used, retryAfterSeconds: Math.ceil((beganAt + lengthMs - now) / 1000) }
}

function bucketOf(ctx: Context, limit: Limit, whom: string): string {
  return `${limit.name} ${ctx.keyring.fingerprint(`${ctx.organisationId} ${limit.name} ${whom}`)}`
}
