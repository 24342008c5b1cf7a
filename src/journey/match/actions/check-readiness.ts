import { unmatchedReason } from '../../../matching/reasons.ts'
import type { Role } from '../../../model/role.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { findSeason } from '../../../runtime/season.ts'
import { readinessWithoutWaiting } from '../board-apart.ts'
import { readProblem } from '../read-problem.ts'
import type { Readiness } from '../rules/plan-readiness.ts'
import type { Named } from '../shapes.ts'
import { namesIn, readerOf } from './of-the-match.ts'
import { lookAtRuns } from './see-board.ts'

export type Ready = Omit<Readiness, 'stuck' | 'refusedPins'> & {
  readonly season: string
  readonly seasonName: string
  readonly stuck: readonly {
    readonly person: Named
    readonly role: Role
    readonly refused: readonly { readonly code: string; readonly people: number }[]
    readonly like: Named | null
    /** Where nobody new would do: which rule, relaxed, would. */
    readonly relax: string | null
  }[]
  readonly refusedPins: readonly { readonly mentee: Named; readonly mentor: Named; readonly code: string }[]
  /** People who would serve as mentors only, because places are short. */
  readonly mentorOnly: number
  readonly locked: number
}

/** What can be said of a run before it is made: how many, for how many places, and who could be paired with nobody. */
export async function checkReadiness(ctx: Context, input: { season?: string }): Promise<Ready> {
  const { season, asked } = await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await lookAtRuns(ctx, tx, season, 'match.checkReadiness')
    return { season, asked: await readProblem(ctx, tx, season) }
  })
  const { problem, policy, mentorOnly } = asked.problem
  const found = await readinessWithoutWaiting(problem, policy)
  const named = namesIn(asked.people)
  const me = readerOf(ctx)
  const stuck = found.stuck.filter((it) => it.id !== me)
  const pins = found.refusedPins.filter((it) => it.mentorId !== me && it.menteeId !== me)
  return {
    ...found,
    season: season.key,
    seasonName: `${season.program.name}, ${season.program.season}`,
    stuck: stuck.map(({ id, role, refused, like, relax }) => ({
      person: named(id),
      role,
      refused,
      like: like === null ? null : named(like),
      relax: relax && unmatchedReason('nobody-possible', role, relax),
    })),
    refusedPins: pins.map(({ mentorId, menteeId, code }) => ({
      mentee: named(menteeId),
      mentor: named(mentorId),
      code,
    })),
    mentorOnly: mentorOnly.length,
    locked: found.stuck.length - stuck.length + found.refusedPins.length - pins.length,
  }
}
