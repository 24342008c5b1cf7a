import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import { commentsOf, type MatchComment } from '../../../store/match-comments.ts'
import { latestRun, type MatchRun, runByNumber } from '../../../store/match-runs.ts'
import { type Asked, readProblem } from '../read-problem.ts'
import { isStrong, type Plan } from '../rules/compare-plans.ts'
import { type Alternatives, planAlternatives } from '../rules/plan-alternatives.ts'
import { isSame, policyAfter } from '../rules/plan-change.ts'
import type { Named } from '../shapes.ts'
import { findAmong, namesIn, readerOf } from './of-the-match.ts'
import { type Priced, sayPrice } from './price-rule.ts'
import { linesOf, lookAtRuns, type RuleLine } from './see-board.ts'
import { planEach } from './solve-whole.ts'

/** How many alternatives a page prices. */
const ALTERNATIVES = 4
/** Mentors times mentees up to which a page prices them by itself; above, each is priced on a page of its own. */
const MOST_PRICED = 150_000

export type Alternative = {
  readonly mentor: Named
  readonly worth: number
  /** Null where it is not possible, whatever stands in the way, and where it is asked for on its own page. */
  readonly price: Omit<Priced, 'season' | 'kind' | 'pairs'> | null
  readonly isPossible: boolean
}
export type Place = {
  readonly season: string
  readonly seasonName: string
  readonly run: { readonly number: number; readonly isLatest: boolean; readonly publishedOn: string | null }
  readonly mentee: Named
  readonly pair: {
    readonly mentor: Named
    readonly worth: number
    readonly reason: string
    readonly terms: readonly { readonly name: string; readonly says: string; readonly isStrong: boolean }[]
    readonly rankForMentee: number | null
    readonly rankForMentor: number | null
    readonly isPinned: boolean
  } | null
  /** Why there is no pair, and what would change it. */
  readonly without: string | null
  /** Whether a run of now would seat the mentee at all: someone paired for good, or gone, is not asked for any more. */
  readonly isAsked: boolean
  readonly alternatives: readonly Alternative[]
  readonly others: Omit<Alternatives, 'best'>
  readonly rules: readonly RuleLine[]
  readonly comments: readonly (Pick<MatchComment, 'id' | 'authorName' | 'words' | 'madeOn'> & { isOwn: boolean })[]
  /** Other pairs of the run, to swap with. */
  readonly swaps: readonly { readonly mentee: Named; readonly mentor: Named }[]
}

/** One mentee's place in a run: with whom and why, what else was possible and its exact price, and what coordinators say of it. */
export async function seePlace(
  ctx: Context,
  input: { readonly season?: string; readonly run?: number; readonly mentee: string },
): Promise<Place> {
  const found = await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const asked = await readProblem(ctx, tx, season)
    const last = await latestRun(tx, ctx.organisationId, season.id)
    const run = input.run === undefined ? last : await runByNumber(tx, ctx.organisationId, season.id, input.run)
    const menteeId = findIn(asked, run, input.mentee)
    const pair = run?.answer.pairs.find((it) => it.menteeId === menteeId) ?? null
    const people = [menteeId ?? [], pair?.mentorId ?? []].flat()
    await permit(ctx, tx, 'match.seePlace', { seasonId: season.id, people })
    await lookAtRuns(ctx, tx, season, 'match.showMatch')
    if (!run || menteeId === null) throw new NotFound('There is no such mentee in this run.')
    const comments = await commentsOf(tx, ctx.organisationId, run.id)
    return { season, asked, run, last, menteeId, pair, comments }
  })
  const { season, asked, run, last, menteeId, pair, comments } = found
  const me = readerOf(ctx)
  const named = namesIn(asked.people)
  const { problem, policy } = asked.problem
  const others = planAlternatives(problem, policy, menteeId, pair?.mentorId ?? null, ALTERNATIVES)
  const isCurrent = last?.inputHash === asked.inputHash && !last.publishedOn
  return {
    season: season.key,
    seasonName: `${season.program.name}, ${season.program.season}`,
    run: { number: run.number, isLatest: run.number === last?.number, publishedOn: run.publishedOn },
    mentee: named(menteeId),
    pair: pair && {
      mentor: named(pair.mentorId),
      worth: pair.worth,
      reason: pair.reason,
      terms: pair.terms.map((it) => ({ name: it.name, says: it.says, isStrong: isStrong(it) })),
      rankForMentee: pair.rankForMentee ?? null,
      rankForMentor: pair.rankForMentor ?? null,
      isPinned: pair.pinned === true,
    },
    without: run.answer.unmatched.find((it) => it.id === menteeId && it.role === 'mentee')?.reason ?? null,
    isAsked: problem.mentees.some((it) => it.id === menteeId),
    alternatives: await priceAll(ctx, asked, menteeId, others, isCurrent ? (last?.answer ?? null) : null),
    others: { possible: others.possible, refused: others.refused },
    rules: linesOf(
      asked.rules.filter((it) => it.menteeId === menteeId || (pair !== null && isSame(it, pair))),
      named,
      (it) => it.mentorId === me || it.menteeId === me,
    ),
    comments: comments
      .filter((it) => it.menteeId === menteeId)
      .map(({ id, authorName, words, madeOn, authorId }) => ({
        id,
        authorName,
        words,
        madeOn,
        isOwn: authorId === me,
      })),
    swaps: run.answer.pairs
      .filter((it) => it.menteeId !== menteeId && it.mentorId !== pair?.mentorId)
      .filter((it) => it.menteeId !== me && it.mentorId !== me)
      .map((it) => ({ mentee: named(it.menteeId), mentor: named(it.mentorId) })),
  }
}

/** The mentee who is meant, if the run or a run of now knows them as one. */
function findIn({ people, problem }: Asked, run: MatchRun | undefined, said: string): string | null {
  const id = findAmong(people, said)
  const inRun = run?.answer.pairs.some((it) => it.menteeId === id) || run?.answer.waitingList.includes(id)
  return inRun || problem.problem.mentees.some((it) => it.id === id) ? id : null
}

async function priceAll(
  ctx: Context,
  asked: Asked,
  menteeId: string,
  { best }: Alternatives,
  kept: Plan | null,
): Promise<readonly Alternative[]> {
  const named = namesIn(asked.people)
  const { problem, policy } = asked.problem
  const me = readerOf(ctx)
  // A pin beside another one of the same mentee is none: what it would cost is asked once the other is undone.
  const isFree = !policy.pinned.some((it) => it.menteeId === menteeId)
  const isPriced = isFree && problem.mentors.length * problem.mentees.length <= MOST_PRICED
  const shown = best.filter((it) => it.mentorId !== me)
  const priced = isPriced ? shown.filter((it) => it.isPossible) : []
  const pinned = priced.map(({ mentorId }) => {
    const pin = { kind: 'pinned', mentorId, menteeId } as const
    return policyAfter(policy, { kind: 'pin', mentorId, menteeId }, [pin])
  })
  const isAsked = kept === null && pinned.length > 0
  const plans = await planEach(asked, isAsked ? [...pinned, policy] : pinned)
  const before = kept ?? plans[pinned.length] ?? null
  const answers = new Map(priced.map((it, at) => [it.mentorId, plans[at]]))
  return shown.map(({ mentorId, worth, isPossible }) => {
    const after = answers.get(mentorId)
    const isKept = after?.pairs.some((it) => isSame(it, { mentorId, menteeId })) === true
    return {
      mentor: named(mentorId),
      worth,
      isPossible: isPossible && (after === undefined || isKept),
      price: before && after && isKept ? sayPrice(ctx, asked, before, after) : null,
    }
  })
}
