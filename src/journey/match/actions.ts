import { askFillBack, joinFillBack } from '../../matching/fill-back.ts'
import type { MatchAnswer } from '../../matching/problem.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Refused } from '../../runtime/errors.ts'
import { hashOf, newId } from '../../runtime/new-id.ts'
import { findSeason } from '../../runtime/season.ts'
import { applicationsOf } from '../../store/applications.ts'
import type { Tx } from '../../store/database.ts'
import { addPairs, addRun, type KeptAnswer, type MatchRun, markPublished, runsOf } from '../../store/matches.ts'
import { peopleOn } from '../../store/people.ts'
import { lockSeason, type Season } from '../../store/seasons.ts'
import { type Asked, readProblem } from './read-problem.ts'
import { planWithoutWaiting } from './solve-apart.ts'

export type Proposed = {
  readonly run: number
  /** Worth and reason are null in a pair of the reader's own. */
  readonly pairs: readonly { mentor: string; mentee: string; worth: number | null; reason: string | null }[]
  readonly mentorsOnly: readonly string[]
  readonly waitingList: readonly string[]
  readonly reserve: readonly string[]
  readonly unmatched: readonly { email: string; role: string; reason: string }[]
  readonly publishedOn: string | null
  /** Lines about the reader themself, which another coordinator handles: pairs without reason, and places in the lists. */
  readonly locked: number
}

/** How often a match is made anew because something changed while it was made. */
const TRIES = 3

type Solved = { readonly inputHash: string; readonly answer: MatchAnswer }

/**
 * Runs the match on the day's people and keeps the run; the same people again give the same run. It is solved outside of any
 * transaction, so nobody waits for it, and kept only if nothing it was computed from has changed since.
 */
export async function proposeMatch(
  ctx: Context,
  input: { season?: string },
  solve: typeof planWithoutWaiting = planWithoutWaiting,
): Promise<Proposed> {
  let solved: Solved | null = null
  for (let tried = 0; ; tried += 1) {
    const found: Proposed | Asked = await keepRun(ctx, input, solved)
    if ('run' in found) return found
    if (tried === TRIES)
      throw new Refused(
        'match-keeps-changing',
        {},
        `Something changed each of the ${TRIES} times the match was made. Propose again when nobody is changing people, applications or rules.`,
      )
    solved = { inputHash: hashedInput(found), answer: await solveWhole(found, solve) }
  }
}

/** The run, and where places are left and the program says so, the duals without a mentee after it. */
async function solveWhole({ problem: { problem, policy }, duals }: Asked, solve: typeof planWithoutWaiting) {
  const answer = await solve(problem, policy)
  const more = askFillBack(problem, answer, duals)
  return more ? joinFillBack(answer, await solve(more, { ...policy, pinned: [] })) : answer
}

/** The run of the people as they are now, kept where `solved` answers just them; else what is to be solved. */
async function keepRun(ctx: Context, input: { season?: string }, solved: Solved | null): Promise<Proposed | Asked> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.proposeMatch', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const runs = await runsOf(tx, ctx.organisationId, season.id)
    const asked = await readProblem(ctx, tx, season, runs)
    const inputHash = hashedInput(asked)
    const last = runs.at(0)
    if (last && last.inputHash === inputHash && !last.publishedOn) return show(ctx, tx, season, last)
    if (solved?.inputHash !== inputHash) return asked
    const run = {
      id: newId(),
      number: (last?.number ?? 0) + 1,
      inputHash,
      seed: season.program.matching.seed,
      answer: asked.keep(solved.answer),
      happenedOn: ctx.on ?? ctx.today,
    }
    await addRun(tx, ctx.organisationId, season.id, { ...run, recordedAt: ctx.clock.now() })
    return show(ctx, tx, season, { ...run, publishedOn: null })
  })
}

/** The latest run as it was kept. */
export async function showMatch(ctx: Context, input: { season?: string }): Promise<Proposed> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const run = (await runsOf(tx, ctx.organisationId, season.id)).at(0)
    if (run) return show(ctx, tx, season, run)
    await permit(ctx, tx, 'match.showMatch', { seasonId: season.id })
    throw noRun()
  })
}

/** Fixes the latest run and starts its pairs, if nothing it was computed from has changed since. */
export async function publishMatch(
  ctx: Context,
  input: { season?: string },
): Promise<{ run: number; pairs: number; publishedOn: string }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.publishMatch', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const run = await latest(ctx, tx, season)
    if (run.publishedOn) return { run: run.number, pairs: run.answer.pairs.length, publishedOn: run.publishedOn }
    const runs = await runsOf(tx, ctx.organisationId, season.id)
    const now = await readProblem(ctx, tx, season, runs)
    if (hashedInput(now) !== run.inputHash)
      throw new Refused(
        'match-out-of-date',
        { run: run.number },
        `Something has changed since run ${run.number}. Propose again, look at it, then publish.`,
      )
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
    await markPublished(tx, ctx.organisationId, run.id, on)
    return { run: run.number, pairs: records.length, publishedOn: on }
  })
}

/** Tells whether two runs were asked the same. */
function hashedInput({ problem }: Asked): string {
  return hashOf(JSON.stringify(problem))
}

async function latest(ctx: Context, tx: Tx, season: Season): Promise<MatchRun> {
  const run = (await runsOf(tx, ctx.organisationId, season.id)).at(0)
  if (!run) throw noRun()
  return run
}

function noRun(): Refused {
  return new Refused('no-match-yet', {}, 'There is no match run yet. Make one with match propose.')
}

/**
 * A run tells something about everybody who applied, also that they are not in it: all of them see that somebody looked. Were it
 * only those in the run, the others would learn before the announcement that they do not proceed.
 */
async function show(ctx: Context, tx: Tx, season: Season, run: MatchRun): Promise<Proposed> {
  const applications = await applicationsOf(tx, ctx.organisationId, season.id)
  const applied = [...new Set(applications.map((it) => it.person_id))]
  await permit(ctx, tx, 'match.showMatch', { seasonId: season.id, people: applied })
  const people = new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it.email]))
  const me = 'personId' in ctx.actor ? ctx.actor.personId : null
  return sayRun(run, (id) => people.get(id) ?? id, me)
}

/** The run in addresses, without what it says about its reader. */
function sayRun({ number, answer, publishedOn }: MatchRun, email: (id: string) => string, me: string | null): Proposed {
  const isOwn = (it: KeptAnswer['pairs'][number]) => it.mentorId === me || it.menteeId === me
  const others = (ids: readonly string[]) => ids.filter((id) => id !== me).map(email)
  const lists = [answer.mentorOnly, answer.waitingList, answer.reserve, answer.unmatched.map((it) => it.id)]
  return {
    run: number,
    pairs: answer.pairs.map((it) => ({
      mentor: email(it.mentorId),
      mentee: email(it.menteeId),
      worth: isOwn(it) ? null : it.worth,
      reason: isOwn(it) ? null : it.reason,
    })),
    mentorsOnly: others(answer.mentorOnly),
    waitingList: others(answer.waitingList),
    reserve: others(answer.reserve),
    unmatched: answer.unmatched
      .filter((it) => it.id !== me)
      .map((it) => ({ email: email(it.id), role: it.role, reason: it.reason })),
    publishedOn,
    locked: answer.pairs.filter(isOwn).length + lists.flat().filter((id) => id === me).length,
  }
}
