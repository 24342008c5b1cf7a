import { type Context, permit, within } from '../../runtime/context.ts'
import { Refused } from '../../runtime/errors.ts'
import { hashOf, newId } from '../../runtime/new-id.ts'
import { findSeason } from '../../runtime/season.ts'
import type { Tx } from '../../store/database.ts'
import { addPairs, addRun, type KeptAnswer, type MatchRun, markPublished, runsOf } from '../../store/matches.ts'
import { peopleOn } from '../../store/people.ts'
import { lockSeason, type Season } from '../../store/seasons.ts'
import { readProblem } from './read-problem.ts'

export type Proposed = {
  readonly run: number
  readonly pairs: readonly { mentor: string; mentee: string; worth: number; reason: string }[]
  readonly mentorsOnly: readonly string[]
  readonly waitingList: readonly string[]
  readonly reserve: readonly string[]
  readonly unmatched: readonly { email: string; role: string; reason: string }[]
  readonly publishedOn: string | null
}

/** Runs the match on the day's people and keeps the run; the same people again give the same run. */
export async function proposeMatch(ctx: Context, input: { season?: string }): Promise<Proposed> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.proposeMatch', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const runs = await runsOf(tx, ctx.organisationId, season.id)
    const asked = await readProblem(ctx, tx, season, runs)
    const inputHash = hashOf(JSON.stringify(asked.problem))
    const last = runs.at(0)
    if (last && last.inputHash === inputHash && !last.publishedOn) return say(ctx, tx, last)
    const run = {
      id: newId(),
      number: (last?.number ?? 0) + 1,
      inputHash,
      seed: season.program.matching.seed,
      answer: asked.solve(),
      happenedOn: ctx.on ?? ctx.today,
    }
    await addRun(tx, ctx.organisationId, season.id, { ...run, recordedAt: ctx.clock.now() })
    return say(ctx, tx, { ...run, publishedOn: null })
  })
}

/** The latest run as it was kept. */
export async function showMatch(ctx: Context, input: { season?: string }): Promise<Proposed> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const run = (await runsOf(tx, ctx.organisationId, season.id)).at(0)
    await permit(ctx, tx, 'match.showMatch', { seasonId: season.id, people: run ? peopleOf(run.answer) : [] })
    return say(ctx, tx, run ?? (await latest(ctx, tx, season)))
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
    if (hashOf(JSON.stringify(now.problem)) !== run.inputHash)
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

/** Everybody a run says something about. */
function peopleOf(answer: KeptAnswer): readonly string[] {
  const paired = answer.pairs.flatMap((it) => [it.mentorId, it.menteeId])
  return [...new Set([...paired, ...answer.unmatched.map((it) => it.id), ...answer.waitingList, ...answer.reserve])]
}

async function latest(ctx: Context, tx: Tx, season: Season): Promise<MatchRun> {
  const run = (await runsOf(tx, ctx.organisationId, season.id)).at(0)
  if (!run) throw new Refused('no-match-yet', {}, 'There is no match run yet. Make one with match propose.')
  return run
}

async function say(ctx: Context, tx: Tx, run: MatchRun): Promise<Proposed> {
  const people = new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it.email]))
  const email = (id: string) => people.get(id) ?? id
  const answer: KeptAnswer = run.answer
  return {
    run: run.number,
    pairs: answer.pairs.map((it) => ({
      mentor: email(it.mentorId),
      mentee: email(it.menteeId),
      worth: it.worth,
      reason: it.reason,
    })),
    mentorsOnly: answer.mentorOnly.map(email),
    waitingList: answer.waitingList.map(email),
    reserve: answer.reserve.map(email),
    unmatched: answer.unmatched.map((it) => ({ email: email(it.id), role: it.role, reason: it.reason })),
    publishedOn: run.publishedOn,
  }
}
