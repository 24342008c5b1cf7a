import { dayIn } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { seasonFactsOf } from '../../../store/facts.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { namesOf } from '../../../store/people.ts'
import type { Season } from '../../../store/seasons.ts'
import { planQuiet } from '../rules/plan-quiet.ts'

export type QuietPairs = {
  readonly season: string
  readonly program: string
  readonly asOf: Day
  readonly everyDays: number
  readonly pairs: readonly {
    readonly mentor: string
    readonly mentee: string
    readonly state: 'quiet' | 'disagree'
    readonly firstDay: Day
    readonly lastDay: Day
    readonly windows: number
  }[]
  /** Pairs that are about whoever looks: another coordinator has them. */
  readonly own: number
}

const ACTION = 'meet.seeQuietPairs'

/** The pairs of a season of which nothing is known, or whose two say different things, two working days after a window. */
export async function seeQuietPairs(ctx: Context, input: { readonly season?: string }): Promise<QuietPairs> {
  return within(ctx, async (tx) => quietPairsOf(ctx, tx, await findSeason(ctx, tx, input.season)))
}

async function quietPairsOf(ctx: Context, tx: Tx, season: Season): Promise<QuietPairs> {
  const { meetings: rhythm, zone, name } = season.program
  const asOf = ctx.on ?? dayIn(ctx.clock.now(), zone)
  const facts = await seasonFactsOf(tx, ctx.organisationId, season.id, asOf, [])
  const pairs = facts.pairs.map(asPairFact)
  const byId = new Map(pairs.map((it) => [it.id, it]))
  const lines = planQuiet(rhythm, pairs, facts.meetings, asOf)
  const two = (id: string) => [byId.get(id)?.mentorId ?? '', byId.get(id)?.menteeId ?? '']
  const isOwn = (id: string) => 'personId' in ctx.actor && two(id).includes(ctx.actor.personId)
  const shown = lines.filter((it) => !isOwn(it.pairId))
  const people = shown.flatMap((it) => two(it.pairId))
  await permit(ctx, tx, ACTION, { seasonId: season.id, people })
  const names = await namesOf(tx, ctx.organisationId, people)
  return {
    season: season.key,
    program: name,
    asOf,
    everyDays: rhythm.everyDays,
    own: lines.length - shown.length,
    pairs: shown.map(({ pairId, state, window, windows }) => {
      const [mentor = '', mentee = ''] = two(pairId).map((id) => names.get(id) ?? '')
      return { mentor, mentee, state, firstDay: window.firstDay, lastDay: window.lastDay, windows }
    }),
  }
}
