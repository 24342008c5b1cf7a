import { setTimeout as pause } from 'node:timers/promises'
import type { Progress } from '../../../matching/best-worth.ts'
import type { KeptAnswer } from '../../../model/match-run.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { Refused } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { beatMaking, beginMaking, type MakingSoFar, makingOf, stopMaking } from '../../../store/match-makings.ts'
import type { Season } from '../../../store/seasons.ts'
import { checkWithoutWaiting } from '../board-apart.ts'
import type { Asked } from '../read-problem.ts'
import { isUnderWay } from '../rules/under-way.ts'
import { planWithoutWaiting } from '../solve-apart.ts'
import { readerOf } from './of-the-match.ts'
import { type Solve, solveBoth } from './solve-whole.ts'

const BEAT_MS = 1000
const LOOK_AGAIN_MS = 250

/** One making of a run, from its beginning until it is kept: its id, what solves it, and what calls it off. */
export type Making = {
  readonly id: string
  readonly solve?: Solve | undefined
  readonly signal?: AbortSignal | undefined
}

/** Whether somebody else makes a run of this season just now; if not, it is this making that does. The season is locked. */
export async function isTaken(ctx: Context, tx: Tx, season: Season, asked: Asked, { id }: Making): Promise<boolean> {
  const now = ctx.machineClock.now()
  const other = await makingOf(tx, ctx.organisationId, season.id)
  if (other && other.id !== id && isUnderWay(other, now)) return true
  const { mentees, mentors } = asked.problem.problem
  const it = { id, madeBy: readerOf(ctx), mentees: mentees.length, mentors: mentors.length }
  await beginMaking(tx, ctx.organisationId, season.id, it, now)
  return false
}

/** Until the other has kept their run, or given up: then it is found, or made after all. */
export async function waitForOther(ctx: Context, input: { season?: string }, { signal }: Making): Promise<void> {
  for (;;) {
    signal?.throwIfAborted()
    await pause(LOOK_AGAIN_MS)
    const other = await within(ctx, async (tx) => {
      const season = await findSeason(ctx, tx, input.season)
      return makingOf(tx, ctx.organisationId, season.id)
    })
    if (!other || !isUnderWay(other, ctx.machineClock.now())) return
  }
}

/** The answer with everything that is kept of it: whether its certificate stands, and what it was asked. Says meanwhile how far it is. */
export async function solveAndCheck(ctx: Context, asked: Asked, making: Making): Promise<KeptAnswer> {
  const beats = beginToBeat(ctx, making.id)
  const { solve = planWithoutWaiting, signal } = making
  try {
    const { answer, toCheck } = await solveBoth(asked, asked.problem.policy, (problem, policy) =>
      solve(problem, policy, { onProgress: beats.hear, signal }),
    )
    beats.say({ step: 'checking' })
    const checked = await Promise.all(
      toCheck.map(async (it) => it !== null && (await checkWithoutWaiting(it)).length === 0),
    )
    return { ...asked.keep(answer), stands: checked.every((it) => it), asked: asked.kept }
  } finally {
    await beats.end()
  }
}

/** Writes down that a making is over without a run, so that its page says so at once; what went wrong goes on its way. */
export async function noteStop(ctx: Context, { id }: Making, fault: unknown): Promise<void> {
  if (ctx.db.isTransaction) return
  const because = fault instanceof Refused ? fault.code : 'fault'
  // Whoever looks sees it a little later all the same: there is no sign of life any more.
  await within(ctx, (tx) => stopMaking(tx, ctx.organisationId, id, because)).catch(() => undefined)
}

/** A sign of life every second, with how far it is; none within a greater transaction, where nobody could see it. */
function beginToBeat(ctx: Context, id: string) {
  let soFar: MakingSoFar = { step: 'seating', seated: null, gap: null }
  let writing = Promise.resolve()
  const write = async () => {
    const now = ctx.machineClock.now()
    // The next one says it again.
    await within(ctx, (tx) => beatMaking(tx, ctx.organisationId, id, soFar, now)).catch(() => undefined)
  }
  const timer = ctx.db.isTransaction
    ? undefined
    : setInterval(() => {
        writing = writing.then(write)
      }, BEAT_MS)
  const say = (it: Partial<MakingSoFar>) => {
    soFar = { ...soFar, ...it }
  }
  const hear = ({ seated, gap }: Progress) =>
    say({ step: 'pairing', seated, gap: Number.isFinite(gap) ? Math.ceil(gap) : null })
  const end = async () => {
    clearInterval(timer)
    await writing
  }
  return { say, hear, end }
}
