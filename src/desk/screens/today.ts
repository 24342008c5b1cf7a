import { addDays } from '../../calendar/days.ts'
import { eventDays } from '../../journey/gather/rules.ts'
import type { Day } from '../../model/day.ts'
import type { Program } from '../../model/program.ts'
import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import type { Tx } from '../../store/database.ts'
import { namesOf } from '../../store/people.ts'
import { type Season, seasonsOf } from '../../store/seasons.ts'
import type { DeskLine } from '../rules/desk-line.ts'
import { compareLines } from '../rules/plan-desk.ts'
import { linesOf } from './lines-of-season.ts'

/** A line with the names of its people, in a season. */
export type ShownLine = {
  readonly line: DeskLine
  readonly season: Pick<Season, 'id' | 'key'> & { readonly name: string; readonly everyDays: number }
  /** Those it is about, in its order. */
  readonly names: readonly string[]
}
export type Today = {
  readonly today: Day
  readonly lines: readonly ShownLine[]
  /** Lines about whoever looks: another coordinator has them. */
  readonly own: number
  /** Whether they may open the directory: a hat of one season does not. */
  readonly opensPeople: boolean
  readonly seasons: readonly { readonly key: string; readonly name: string }[]
  /** What comes next, whoever does what. */
  readonly ahead: readonly { readonly on: Day; readonly text: string }[]
}

export const SEE_TODAY = 'desk.seeToday'

/** Days after its end for which a season still has lines. Afterwards it rests. */
const DAYS_AFTER_END = 60

/** Everything that needs whoever looks, of every season they coordinate that is not long over. */
export async function seeToday(ctx: Context): Promise<Today> {
  return within(ctx, async (tx) => {
    const seasons = await seasonsOf(tx, ctx.organisationId)
    const mine = seasons.filter(({ id }) => isAllowed(ctx.actor, SEE_TODAY, { seasonId: id }))
    if (mine.length === 0) await permit(ctx, tx, SEE_TODAY)
    const found: Shown[] = []
    const current = mine.filter((it) => isCurrent(it, ctx.today))
    for (const season of current) found.push(await deskOf(ctx, tx, season))
    const lines = found.flatMap((it) => it.lines)
    return {
      today: ctx.today,
      lines: lines.toSorted((a, b) => compareLines(a.line, b.line)),
      own: found.reduce((sum, it) => sum + it.own, 0),
      opensPeople: isAllowed(ctx.actor, 'people.seeDirectory'),
      seasons: mine
        .filter((it) => !it.closedOn)
        .map(({ key, program }) => ({ key, name: `${program.name}, ${program.season}` })),
      ahead: mine
        .filter((it) => !it.closedOn)
        .flatMap(({ program }) => aheadOf(program, ctx.today))
        .toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    }
  })
}

/** Whether a season still has lines on a day: surveys close and letters come back for a while after its end. */
export function isCurrent({ program, closedOn }: Season, today: Day): boolean {
  return !closedOn && addDays(program.endsOn, DAYS_AFTER_END) >= today
}

type Shown = { readonly lines: readonly ShownLine[]; readonly own: number }

async function deskOf(ctx: Context, tx: Tx, season: Season): Promise<Shown> {
  const { open } = await linesOf(ctx, tx, season)
  const me = 'personId' in ctx.actor ? ctx.actor.personId : ''
  const shown = open.filter((line) => !line.people.includes(me))
  const people = [...new Set(shown.flatMap((line) => line.people))]
  await permit(ctx, tx, SEE_TODAY, { seasonId: season.id, people })
  const names = await namesOf(tx, ctx.organisationId, people)
  const { id, key, program } = season
  const of = { id, key, name: program.name, everyDays: program.meetings.everyDays }
  return {
    lines: shown.map((line) => ({ line, season: of, names: line.people.map((it) => names.get(it) ?? '') })),
    own: open.length - shown.length,
  }
}

const MOST_AHEAD = 5

function aheadOf(program: Program, today: Day): Today['ahead'] {
  const events = program.events.flatMap((it) => {
    const days = eventDays(it)
    return days && !it.calledOff ? [{ on: days.first, text: it.name }] : []
  })
  const surveys = Object.values(program.surveys).flatMap((it) => [
    { on: it.opens, text: `${it.name}: the survey opens` },
    { on: it.closes, text: `${it.name}: the survey closes` },
  ])
  const calls = (['mentor', 'mentee'] as const).flatMap((role) => {
    const { opens, closes } = program.roles[role].call
    return [
      { on: opens, text: `The call for ${role}s opens` },
      ...(closes ? [{ on: closes, text: `The call for ${role}s closes` }] : []),
    ]
  })
  const rest = [
    { on: program.announcement.on, text: 'Everyone hears' },
    { on: program.meetings.from, text: 'Pairs begin to meet' },
    { on: program.endsOn, text: 'The season ends' },
  ]
  return [...events, ...surveys, ...calls, ...rest]
    .filter((it) => it.on > today)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, MOST_AHEAD)
}
