import type { KeptAnswer } from '../../model/match-run.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../runtime/season.ts'
import type { Tx } from '../../store/database.ts'
import { endMaking } from '../../store/match-makings.ts'
import { addRun, latestRun, type MatchRun, markPublished, runByNumber } from '../../store/match-runs.ts'
import { addPairs } from '../../store/matches.ts'
import type { Season } from '../../store/seasons.ts'
import { isTaken, type Making, noteStop, solveAndCheck, waitForOther } from './actions/making.ts'
import { type Proposed, readRun } from './actions/read-run.ts'
import type { Solve } from './actions/solve-whole.ts'
import { sayChanges } from './messages/say-changes.ts'
import { sayNotYet } from './messages/say-not-yet.ts'
import { type Asked, readProblem } from './read-problem.ts'
import { decidePublishing } from './rules/choosing.ts'
import { whatChanged } from './rules/what-changed.ts'

/** How often a match is made anew because something changed while it was made. */
const TRIES = 3

type Solved = { readonly inputHash: string; readonly answer: KeptAnswer }

/**
 * Runs the match on the day's people and keeps the run; the same people again give the same run. It is solved outside of any
 * transaction, so nobody waits for it, and kept only if nothing it was computed from has changed since. Of two who ask at once
 * one makes it, and the other gets the same; `signal` calls it off.
 */
export async function proposeMatch(
  ctx: Context,
  input: { season?: string },
  solve?: Solve,
  signal?: AbortSignal,
): Promise<Proposed> {
  const making = { id: newId(), solve, signal }
  let hasBegun = false
  let solved: Solved | null = null
  try {
    for (let tried = 0; ; ) {
      const found: Proposed | Asked | 'taken' = await keepRun(ctx, input, making, solved)
      if (found === 'taken') await waitForOther(ctx, input, making)
      else if ('run' in found) return found
      else {
        hasBegun = true
        if (tried++ === TRIES) throw keepsChanging()
        solved = { inputHash: found.inputHash, answer: await solveAndCheck(ctx, found, making) }
      }
    }
  } catch (fault) {
    if (hasBegun) await noteStop(ctx, making, fault)
    throw fault
  }
}

function keepsChanging(): Refused {
  return new Refused(
    'match-keeps-changing',
    {},
    `Something changed each of the ${TRIES} times the match was made. Propose again when nobody is changing people, applications or rules.`,
  )
}

/** The run of the people as they are now, kept where `solved` answers just them; else what is to be solved, unless another is at it. */
async function keepRun(
  ctx: Context,
  input: { season?: string },
  making: Making,
  solved: Solved | null,
): Promise<Proposed | Asked | 'taken'> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.proposeMatch', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const asked = await readProblem(ctx, tx, season)
    const { inputHash } = asked
    const last = await latestRun(tx, ctx.organisationId, season.id)
    if (last && last.inputHash === inputHash && !last.publishedOn) {
      await endMaking(tx, ctx.organisationId, season.id)
      return readRun(ctx, tx, season, last)
    }
    if (solved?.inputHash !== inputHash) return (await isTaken(ctx, tx, season, asked, making)) ? 'taken' : asked
    const run = {
      id: newId(),
      number: (last?.number ?? 0) + 1,
      inputHash,
      seed: season.program.matching.seed,
      answer: solved.answer,
      happenedOn: ctx.on ?? ctx.today,
      madeBy: 'personId' in ctx.actor ? ctx.actor.personId : null,
    }
    await addRun(tx, ctx.organisationId, season.id, { ...run, recordedAt: ctx.clock.now() })
    await endMaking(tx, ctx.organisationId, season.id)
    return readRun(ctx, tx, season, { ...run, publishedOn: null, publishedBy: null })
  })
}

/** A run as it was kept, the latest unless another is named. */
export async function showMatch(ctx: Context, input: { season?: string; run?: number }): Promise<Proposed> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const run = await runAsked(ctx, tx, season, input.run)
    if (run) return readRun(ctx, tx, season, run)
    await permit(ctx, tx, 'match.showMatch', { seasonId: season.id })
    throw input.run === undefined ? noRun() : new NotFound(`There is no run ${input.run} in this season.`)
  })
}

/** The run of a number, or the latest. */
export function runAsked(ctx: Context, tx: Tx, season: Season, number: number | undefined) {
  return number === undefined
    ? latestRun(tx, ctx.organisationId, season.id)
    : runByNumber(tx, ctx.organisationId, season.id, number)
}

export type Published = {
  readonly run: number
  readonly pairs: number
  readonly publishedOn: string
  /** Who had published the run before; null where it was done just now. */
  readonly before: string | null
}

/**
 * Fixes the latest run and starts its pairs, if nothing it was computed from has changed since. Whoever names the run they looked at
 * does not publish another one that was made meanwhile.
 */
export async function publishMatch(ctx: Context, input: { season?: string; run?: number }): Promise<Published> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.publishMatch', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const run = await latestRun(tx, ctx.organisationId, season.id)
    if (!run) throw noRun()
    if (input.run !== undefined && input.run !== run.number) throw newerRun(input.run, run)
    const pairs = run.answer.pairs.length
    if (run.publishedOn)
      return { run: run.number, pairs, publishedOn: run.publishedOn, before: run.publishedBy ?? 'somebody' }
    const now = await readProblem(ctx, tx, season)
    const decided = decidePublishing(now.choosing, now.isFirst)
    if (!decided.ok) throw new Refused(decided.code, {}, sayNotYet(decided.code, season.program))
    if (now.inputHash !== run.inputHash) throw outOfDate(run, now)
    const on = ctx.on ?? ctx.today
    const records = run.answer.pairs.map((pair) => ({
      id: newId(),
      mentor_id: pair.mentorId,
      mentee_id: pair.menteeId,
      run_id: run.id,
      worth: pair.worth,
      reason: pair.reason,
    }))
    await addPairs(tx, ctx.organisationId, season.id, records, on, ctx.clock.now())
    const by = 'personId' in ctx.actor ? ctx.actor.personId : null
    await markPublished(tx, ctx.organisationId, run.id, { on, by })
    return { run: run.number, pairs, publishedOn: on, before: null }
  })
}

function newerRun(seen: number, { number, madeBy }: MatchRun): Refused {
  const by = madeBy ? ` by ${madeBy}` : ''
  return new Refused(
    'match-out-of-date',
    { run: seen },
    `Run ${number} was made${by} since you opened run ${seen}. Look at run ${number}, then publish.`,
  )
}

function outOfDate({ number, answer }: MatchRun, now: Asked): Refused {
  const said = answer.asked
    ? sayChanges(whatChanged(answer.asked, now.kept), (id) => now.people.get(id)?.name ?? 'somebody')
    : []
  return new Refused(
    'match-out-of-date',
    { run: number, changes: said },
    [`Something has changed since run ${number}.`, ...said, 'Propose again, look at it, then publish.'].join(' '),
  )
}

export function noRun(): Refused {
  return new Refused('no-match-yet', {}, 'There is no match run yet. Make one with match propose.')
}
