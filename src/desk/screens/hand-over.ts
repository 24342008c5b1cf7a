import type { Day } from '../../model/day.ts'
import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { selfOf } from '../../runtime/self.ts'
import type { Tx } from '../../store/database.ts'
import { handOverById } from '../../store/hand-overs.ts'
import { hatLines } from '../../store/hats.ts'
import { namesOf } from '../../store/people.ts'
import { type Season, seasonById } from '../../store/seasons.ts'
import type { Subject } from '../rules/desk-line.ts'
import { linesOf } from './lines-of-season.ts'
import { type MySeason, mySeasons } from './my-seasons.ts'
import { seasonAsked } from './season-asked.ts'
import { SEE_TODAY } from './today.ts'

const SEE_HAND_OVER = 'desk.seeHandingOver'
const MOST_OF_A_TEAM = 100

/** How much is open of what, as counts: the lines themselves are on the page that is handed over. */
export type OpenCount = { readonly subject: Subject; readonly lines: number }
export type TeamMember = { readonly name: string; readonly until: Day | null; readonly everySeason: boolean }
export type HandingOver = {
  readonly season: string
  readonly name: string
  readonly seasons: readonly MySeason[]
  readonly team: readonly TeamMember[]
  readonly open: readonly OpenCount[]
  /** Whether the hat of whoever looks is for every season, and stays. */
  readonly keepsHat: boolean
}

/** What handing a season over would do: who coordinates it now, and what is open. */
export async function seeHandingOver(ctx: Context, input: { season?: string }): Promise<HandingOver> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_HAND_OVER, input.season)
    await permit(ctx, tx, SEE_HAND_OVER, { seasonId: season.id })
    const me = selfOf(ctx)
    const asked = { search: '', hat: 'coordinator', seasonId: season.id, past: false, order: 'name' } as const
    const team = await hatLines(tx, ctx.organisationId, asked, ctx.today, MOST_OF_A_TEAM, 0)
    const { program, key } = season
    return {
      season: key,
      name: `${program.name}, ${program.season}`,
      seasons: await mySeasons(ctx, tx, SEE_HAND_OVER),
      team: team.map((it) => ({ name: it.name, until: it.untilOn, everySeason: it.seasonId === null })),
      open: await openCounts(ctx, tx, season),
      keepsHat: !team.some((it) => it.personId === me && it.seasonId === season.id && it.lentBy === null),
    }
  })
}

export type HandOverShown = {
  readonly id: string
  readonly season: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly on: Day
  readonly isUndone: boolean
  /** Whether whoever looks handed it over, and still may undo it. */
  readonly canUndo: boolean
  readonly isMine: boolean
  /** What is open, for whoever has the season now; null before their second step, and for who handed it over. */
  readonly open: readonly OpenCount[] | null
}

/** One hand-over, for the two whose it is. */
export async function seeHandOver(ctx: Context, input: { id: string }): Promise<HandOverShown> {
  return within(ctx, async (tx) => {
    const me = selfOf(ctx)
    const found = await handOverById(tx, ctx.organisationId, input.id)
    const two = found ? [found.fromId, found.toId] : []
    if (!found || !two.includes(me)) throw new NotFound('no such hand-over')
    await permit(ctx, tx, 'desk.seeHandOver', { seasonId: found.seasonId, people: two, about: found.id })
    const season = await seasonById(tx, ctx.organisationId, found.seasonId)
    if (!season) throw new NotFound('no such season')
    const names = await namesOf(tx, ctx.organisationId, two)
    const sees = found.toId === me && isAllowed(ctx.actor, SEE_TODAY, { seasonId: season.id })
    return {
      id: found.id,
      season: season.key,
      name: `${season.program.name}, ${season.program.season}`,
      from: names.get(found.fromId) ?? '',
      to: names.get(found.toId) ?? '',
      on: found.handedOn,
      isUndone: found.isUndone,
      canUndo: found.fromId === me && !found.isUndone && found.handedOn === ctx.today,
      isMine: found.toId === me,
      open: sees ? await openCounts(ctx, tx, season) : null,
    }
  })
}

async function openCounts(ctx: Context, tx: Tx, season: Season): Promise<readonly OpenCount[]> {
  const { open } = await linesOf(ctx, tx, season)
  const me = selfOf(ctx)
  const shown = open.filter((line) => !line.people.includes(me))
  return [...Map.groupBy(shown, (it) => it.subject)].map(([subject, of]) => ({ subject, lines: of.length }))
}
