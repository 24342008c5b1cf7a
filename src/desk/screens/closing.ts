import { addDays, dayIn } from '../../calendar/days.ts'
import { planStrips } from '../../journey/meet/rules.ts'
import { closableOn, DAYS_TO_REOPEN, decideReopening } from '../../journey/results/rules/closing.ts'
import type { Day } from '../../model/day.ts'
import type { Program } from '../../model/program.ts'
import type { Role } from '../../model/role.ts'
import type { SeasonDecision } from '../../model/season-decision.ts'
import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import type { Tx } from '../../store/database.ts'
import { closingOf } from '../../store/editions.ts'
import { FIELDS } from '../../store/fields/all.ts'
import { seasonsKept } from '../../store/retention.ts'
import { closingCounts, type SeasonClosing } from '../../store/season-closings.ts'
import type { Season } from '../../store/seasons.ts'
import { dayItGoes } from '../../upkeep/rules/retention.ts'
import { type ClosingItem, type Going, planClosing, planGoing } from '../rules/plan-closing.ts'
import { openLines, planDesk } from '../rules/plan-desk.ts'
import { deskOfSeason } from './lines-of-season.ts'
import { seasonAsked } from './season-asked.ts'

export type ClosingScreen = {
  readonly season: string
  readonly name: string
  readonly today: Day
  readonly endsOn: Day
  readonly closableOn: Day
  readonly closing: (SeasonClosing & { readonly reopenUntil: Day; readonly canReopen: boolean }) | null
  readonly items: readonly ClosingItem[]
  readonly going: readonly Going[]
  /** What stays for good, in the words of its kinds. */
  readonly staying: readonly string[]
  readonly decision: SeasonDecision | null
  readonly pastPairs: Program['matching']['pastPairs'] | null
  /** Mentees without a place, and people who asked to hear of the next call. */
  readonly waiting: number
  /** Whether whoever looks may begin a season: it is the organisation’s. */
  readonly mayBegin: boolean
  readonly interested: Readonly<Record<Role, number>>
}
const SEE_CLOSING = 'desk.seeClosing'

/** Everything one looks at before a season is closed, and afterwards: counts alone, nobody’s name. */
export async function seeClosing(ctx: Context, input: { readonly season?: string }): Promise<ClosingScreen> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_CLOSING, input.season)
    await permit(ctx, tx, SEE_CLOSING, { seasonId: season.id })
    const { organisationId } = ctx
    const { program } = season
    const { today, facts, pairs, meetings, rows } = await deskOfSeason(ctx, tx, season, false)
    const strips = planStrips(program.meetings, pairs, meetings, today)
    const { editions, decisions } = await closingOf(tx, organisationId, season.id, today)
    const { closing, completed, interested } = await closingCounts(tx, organisationId, season.id)
    const open = openLines(planDesk(facts), rows.marks, today).filter((it) => it.kind !== 'season-closing')
    // A season that is closed has no lines.
    const lines = closing ? [] : open
    return {
      season: season.key,
      name: `${program.name}, ${program.season}`,
      today,
      endsOn: program.endsOn,
      closableOn: closableOn(program),
      closing: closing && {
        ...closing,
        reopenUntil: addDays(closing.closedOn, DAYS_TO_REOPEN),
        canReopen: decideReopening(closing.closedOn, today).ok,
      },
      items: planClosing(program, {
        today,
        windows: strips.flat().map((it) => it.state),
        drafts: rows.selection.drafts,
        undelivered: facts.undelivered.length,
        decision: decisions[0]?.decision ?? null,
        editions: editions.length,
        completed,
        lines: lines.length,
      }),
      ...(await keptOf(ctx, tx, season)),
      decision: decisions[0] ?? null,
      pastPairs: program.matching.pastPairs ?? null,
      waiting: rows.selection.waiting,
      interested,
      mayBegin: isAllowed(ctx.actor, 'design.startDraft'),
    }
  })
}

const OF_SEASONS = Object.entries(FIELDS).filter(([table, it]) => it.season !== undefined || table === 'season')
const ACTIONS = [...new Set(OF_SEASONS.flatMap(([, it]) => it.recordedBy ?? []))]

/** What goes when, by the entries of the columns: the same that the retention itself reads. */
async function keptOf(ctx: Context, tx: Tx, { id }: Season): Promise<Pick<ClosingScreen, 'going' | 'staying'>> {
  const found = (await seasonsKept(tx, ctx.organisationId, ACTIONS)).find((it) => it.id === id)
  if (!found) return { going: [], staying: [] }
  const span = { ...found, today: dayIn(ctx.clock.now(), found.zone) }
  const going = OF_SEASONS.flatMap(([table, it]) =>
    it.retention.flatMap((rule) => {
      const on = dayItGoes({ table, retention: it.retention, recordedBy: it.recordedBy }, rule, span)
      return on === null ? [] : [{ holds: it.holds, on }]
    }),
  )
  const staying = OF_SEASONS.filter(([, it]) => it.retention.some((rule) => 'forGood' in rule)).map(
    ([, it]) => it.holds,
  )
  return { going: planGoing(going), staying: [...new Set(staying)].sort() }
}
