import type { KeptAsked } from '../../../model/match-run.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import { type MatchRun, type RunHead, runByNumber, runHeads } from '../../../store/match-runs.ts'
import { peopleOn } from '../../../store/people.ts'
import { comparePlans, countStrong, worthOf } from '../rules/compare-plans.ts'
import type { Named } from '../shapes.ts'
import { namesIn, readerOf } from './of-the-match.ts'
import { lookAtRuns } from './see-board.ts'

export const RUNS_PER_PAGE = 50
export type Runs = {
  readonly season: string
  readonly seasonName: string
  readonly found: number
  readonly runs: readonly Omit<RunHead, 'id' | 'found'>[]
}

/** The runs of a season as counts, the latest first. */
export async function listRuns(ctx: Context, input: { season?: string; page?: number }): Promise<Runs> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.listRuns', { seasonId: season.id })
    const skipped = ((input.page ?? 1) - 1) * RUNS_PER_PAGE
    const heads = await runHeads(tx, ctx.organisationId, season.id, RUNS_PER_PAGE, skipped)
    return {
      season: season.key,
      seasonName: `${season.program.name}, ${season.program.season}`,
      found: heads[0]?.found ?? 0,
      runs: heads.map(({ id: _, found: __, ...head }) => head),
    }
  })
}

export type Compared = {
  readonly season: string
  readonly seasonName: string
  readonly runs: readonly [Side, Side]
  readonly moves: readonly { readonly mentee: Named; readonly from: Named | null; readonly to: Named | null }[]
  /** In how many pairs each part of the worth is strong, in both. */
  readonly strong: readonly { readonly name: string; readonly pairs: readonly [number, number] }[]
  readonly locked: number
}
export type Side = {
  readonly run: number
  readonly happenedOn: string
  readonly pairs: number
  readonly waiting: number
  readonly reserve: number
  readonly worth: number
  readonly worst: number | null
  readonly asked: KeptAsked | null
}

/** What changed from one run to another: who has another mentor, and what it came to. */
export async function compareRuns(
  ctx: Context,
  input: { readonly season?: string; readonly run: number; readonly with: number },
): Promise<Compared> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await lookAtRuns(ctx, tx, season, 'match.compareRuns')
    const find = (number: number) => runByNumber(tx, ctx.organisationId, season.id, number)
    const [one, other] = [await find(input.run), await find(input.with)]
    if (!one || !other) throw new NotFound('There is no such run.')
    const people = new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it]))
    const named = namesIn(people)
    const me = readerOf(ctx)
    const { moves } = comparePlans(one.answer, other.answer)
    const others = moves.filter((it) => ![it.menteeId, it.from, it.to].includes(me))
    const [strong, strongToo] = [countStrong(one.answer), countStrong(other.answer)]
    return {
      season: season.key,
      seasonName: `${season.program.name}, ${season.program.season}`,
      runs: [sideOf(one), sideOf(other)],
      moves: others.map(({ menteeId, from, to }) => ({
        mentee: named(menteeId),
        from: from === null ? null : named(from),
        to: to === null ? null : named(to),
      })),
      strong: [...new Set([...strong.keys(), ...strongToo.keys()])].map((name) => ({
        name,
        pairs: [strong.get(name) ?? 0, strongToo.get(name) ?? 0],
      })),
      locked: moves.length - others.length,
    }
  })
}

function sideOf({ number, happenedOn, answer }: MatchRun): Side {
  const worths = answer.pairs.map((it) => it.worth)
  return {
    run: number,
    happenedOn,
    pairs: answer.pairs.length,
    waiting: answer.waitingList.length,
    reserve: answer.reserve.length,
    worth: worthOf(answer),
    worst: worths.length === 0 ? null : Math.min(...worths),
    asked: answer.asked ?? null,
  }
}
