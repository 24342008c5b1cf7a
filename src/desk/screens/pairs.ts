import { dayIn } from '../../calendar/days.ts'
import { isPausedOn, planStrips } from '../../journey/meet/rules.ts'
import type { Day } from '../../model/day.ts'
import type { PairFact, WindowState } from '../../model/figures.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { seasonFactsOf } from '../../store/facts.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import { namesOf } from '../../store/people.ts'
import { seasonAsked } from './season-asked.ts'

/** How a pair stands, as one filters by it. */
export const STANDINGS = ['running', 'paused', 'ended'] as const
export type Standing = (typeof STANDINGS)[number]
export type PairOfSeason = {
  readonly id: string
  readonly mentor: string
  readonly mentee: string
  readonly standing: Standing
  readonly cells: readonly { readonly firstDay: Day; readonly lastDay: Day; readonly state: WindowState }[]
  /** Windows that are due and in which at least one says that they met, and all that are due. */
  readonly met: number
  readonly due: number
}
export type PairsOfSeason = {
  readonly season: string
  readonly name: string
  readonly everyDays: number
  readonly asOf: Day
  readonly pairs: readonly PairOfSeason[]
  readonly found: number
  readonly all: number
  /** Pairs of whoever looks: they stand nowhere here. */
  readonly own: number
}
const SEE_PAIRS = 'desk.seePairs'
export const PAIRS_PER_PAGE = 50
export const SORTS = ['met', 'name'] as const
export type PairsAsked = {
  readonly season?: string
  readonly q: string
  readonly standing: Standing | null
  readonly sort: (typeof SORTS)[number]
  /** Null for all of them, as a sheet has them. */
  readonly page: number | null
}

/** The pairs of a season with their windows and nothing of what they wrote; those who met least come first. */
export async function seePairs(ctx: Context, asked: PairsAsked): Promise<PairsOfSeason> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_PAIRS, asked.season)
    const { meetings: rhythm, zone, name } = season.program
    const asOf = ctx.on ?? dayIn(ctx.clock.now(), zone)
    const facts = await seasonFactsOf(tx, ctx.organisationId, season.id, asOf, [])
    const published = facts.pairs.map(asPairFact).filter((it) => it.publishedOn <= asOf)
    const me = 'personId' in ctx.actor ? ctx.actor.personId : ''
    const pairs = published.filter((it) => it.mentorId !== me && it.menteeId !== me)
    const strips = planStrips(rhythm, pairs, facts.meetings, asOf)
    const names = await namesOf(tx, ctx.organisationId, [...new Set(pairs.flatMap((it) => [it.mentorId, it.menteeId]))])
    const rows = pairs.map((pair, at): PairOfSeason => {
      const cells = (strips[at] ?? []).map(({ window, state }) => ({ ...window, state }))
      const due = (strips[at] ?? []).filter((it) => it.isDue && it.state !== 'excused')
      return {
        id: pair.id,
        mentor: names.get(pair.mentorId) ?? '',
        mentee: names.get(pair.menteeId) ?? '',
        standing: standingOf(pair, asOf),
        cells,
        met: due.filter((it) => it.state === 'met' || it.state === 'one').length,
        due: due.length,
      }
    })
    const found = rows.filter((it) => fits(it, asked)).toSorted(bySort(asked.sort))
    const { page } = asked
    const shown = page === null ? found : found.slice((page - 1) * PAIRS_PER_PAGE, page * PAIRS_PER_PAGE)
    const ids = new Set(shown.map((it) => it.id))
    const people = pairs.filter((it) => ids.has(it.id)).flatMap((it) => [it.mentorId, it.menteeId])
    await permit(ctx, tx, SEE_PAIRS, { seasonId: season.id, people })
    return {
      season: season.key,
      name: `${name}, ${season.program.season}`,
      everyDays: rhythm.everyDays,
      asOf,
      pairs: shown,
      found: found.length,
      all: rows.length,
      own: published.length - pairs.length,
    }
  })
}

export function standingOf(pair: PairFact, asOf: Day): Standing {
  if (pair.endedOn !== null && pair.endedOn <= asOf) return 'ended'
  return isPausedOn(pair, asOf) ? 'paused' : 'running'
}

export function fits(
  pair: Pick<PairOfSeason, 'mentor' | 'mentee' | 'standing'>,
  { q, standing }: Pick<PairsAsked, 'q' | 'standing'>,
): boolean {
  const wanted = q.trim().toLowerCase()
  const isNamed = `${pair.mentor}\n${pair.mentee}`.toLowerCase().includes(wanted)
  return isNamed && (standing === null || pair.standing === standing)
}

function bySort(sort: PairsAsked['sort']): (a: PairOfSeason, b: PairOfSeason) => number {
  const byName = (a: PairOfSeason, b: PairOfSeason) => a.mentee.localeCompare(b.mentee) || (a.id < b.id ? -1 : 1)
  const missing = (it: PairOfSeason) => (it.standing === 'ended' ? -1 : it.due - it.met)
  return sort === 'name' ? byName : (a, b) => missing(b) - missing(a) || byName(a, b)
}
