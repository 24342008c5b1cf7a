import { addDays } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'
import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { marksSince } from '../../store/desk.ts'
import { namesOf } from '../../store/people.ts'
import { seasonsOf } from '../../store/seasons.ts'
import type { DeskLine } from '../rules/desk-line.ts'
import { linesOf } from './lines-of-season.ts'
import { SEE_TODAY, type ShownLine } from './today.ts'

/** How far back lines that were closed can be looked at. */
const DAYS_BACK = 14
const MOST = 200

export type ClosedLine = {
  readonly key: string
  readonly season: ShownLine['season']
  readonly line: DeskLine
  readonly names: readonly string[]
  readonly state: 'done' | 'snoozed'
  readonly until: Day | null
  readonly by: string
  readonly on: Day
}

/** Lines that were closed or put off lately and would stand there still, with who did it; those about whoever looks are left out. */
export async function seeClosedLines(ctx: Context): Promise<readonly ClosedLine[]> {
  return within(ctx, async (tx) => {
    const seasons = await seasonsOf(tx, ctx.organisationId)
    const mine = seasons.filter(({ id }) => isAllowed(ctx.actor, SEE_TODAY, { seasonId: id }))
    if (mine.length === 0) await permit(ctx, tx, SEE_TODAY)
    const me = 'personId' in ctx.actor ? ctx.actor.personId : ''
    const found: ClosedLine[] = []
    for (const season of mine) {
      const { all } = await linesOf(ctx, tx, season)
      const byKey = new Map(all.map((it) => [it.key, it]))
      const marks = await marksSince(tx, ctx.organisationId, [season.id], addDays(ctx.today, -DAYS_BACK), MOST)
      const shown = marks.flatMap((mark) => {
        const line = byKey.get(mark.key)
        return line && !line.people.includes(me) ? [{ mark, line }] : []
      })
      const people = [...new Set(shown.flatMap(({ line }) => line.people))]
      await permit(ctx, tx, SEE_TODAY, { seasonId: season.id, people })
      const names = await namesOf(tx, ctx.organisationId, people)
      const { id, key, program } = season
      const of = { id, key, name: program.name, everyDays: program.meetings.everyDays }
      for (const { mark, line } of shown)
        found.push({ ...mark, season: of, line, names: line.people.map((it) => names.get(it) ?? '') })
    }
    return found
  })
}
