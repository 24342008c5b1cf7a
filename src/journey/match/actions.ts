import type { KeptAnswer } from '../../model/match-run.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { findSeason } from '../../runtime/season.ts'
import { applicationsOf } from '../../store/applications.ts'
import type { Tx } from '../../store/database.ts'
import { addRun, latestRun, type MatchRun, markPublished, runByNumber } from '../../store/match-runs.ts'
import { addPairs } from '../../store/matches.ts'
import { peopleOn } from '../../store/people.ts'
import { lockSeason, type Season } from '../../store/seasons.ts'
import { type Solve, solveBoth } from './actions/solve-whole.ts'
import { checkWithoutWaiting } from './board-apart.ts'
import { sayChanges } from './messages/say-changes.ts'
import { type Asked, readProblem } from './read-problem.ts'
import { whatChanged } from './rules/what-changed.ts'

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

type Solved = { readonly inputHash: string; readonly answer: KeptAnswer }

/**
 * Runs the match on the day's people and keeps the run; the same people again give the same run. It is solved outside of any
 * transaction, so nobody waits for it, and kept only if nothing it was computed from has changed since.
 */
export async function proposeMatch(ctx: Context, input: { season?: string }, solve?: Solve): Promise<Proposed> {
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
    solved = { inputHash: found.inputHash, answer: await solveAndCheck(found, solve) }
  }
}

/** The answer with everything that is kept of it: whether its certificate stands, and what it was asked. */
async function solveAndCheck(asked: Asked, solve?: Solve): Promise<KeptAnswer> {
  const { answer, toCheck } = await solveBoth(asked, asked.problem.policy, solve)
  const checked = await Promise.all(
    toCheck.map(async (it) => it !== null && (await checkWithoutWaiting(it)).length === 0),
  )
  return { ...asked.keep(answer), stands: checked.every((it) => it), asked: asked.kept }
}

/** The run of the people as they are now, kept where `solved` answers just them; else what is to be solved. */
async function keepRun(ctx: Context, input: { season?: string }, solved: Solved | null): Promise<Proposed | Asked> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.proposeMatch', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const asked = await readProblem(ctx, tx, season)
    const { inputHash } = asked
    const last = await latestRun(tx, ctx.organisationId, season.id)
    if (last && last.inputHash === inputHash && !last.publishedOn) return show(ctx, tx, season, last)
    if (solved?.inputHash !== inputHash) return asked
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
    return show(ctx, tx, season, { ...run, publishedOn: null, publishedBy: null })
  })
}

/** A run as it was kept, the latest unless another is named. */
export async function showMatch(ctx: Context, input: { season?: string; run?: number }): Promise<Proposed> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const run = await runAsked(ctx, tx, season, input.run)
    if (run) return show(ctx, tx, season, run)
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
    await lockSeason(tx, ctx.organisationId, season.id)
    const run = await latestRun(tx, ctx.organisationId, season.id)
    if (!run) throw noRun()
    if (input.run !== undefined && input.run !== run.number) throw newerRun(input.run, run)
    const pairs = run.answer.pairs.length
    if (run.publishedOn)
      return { run: run.number, pairs, publishedOn: run.publishedOn, before: run.publishedBy ?? 'somebody' }
    const now = await readProblem(ctx, tx, season)
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

/**
 * A run tells something about everybody who applied, also that they are not in it: all of them see that somebody looked. Were it
 * only those in the run, the others would learn before the announcement that they do not proceed.
 */
async function show(ctx: Context, tx: Tx, season: Season, run: Omit<MatchRun, 'madeBy'>): Promise<Proposed> {
  const applications = await applicationsOf(tx, ctx.organisationId, season.id)
  const applied = [...new Set(applications.map((it) => it.person_id))]
  await permit(ctx, tx, 'match.showMatch', { seasonId: season.id, people: applied })
  const people = new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it.email]))
  const me = 'personId' in ctx.actor ? ctx.actor.personId : null
  return sayRun(run, (id) => people.get(id) ?? id, me)
}

/** The run in addresses, without what it says about its reader. */
function sayRun(
  { number, answer, publishedOn }: Omit<MatchRun, 'madeBy'>,
  email: (id: string) => string,
  me: string | null,
): Proposed {
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
