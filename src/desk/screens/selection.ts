import { dayIn } from '../../calendar/days.ts'
import { type Choosing, choosingOn } from '../../journey/match/rules/choosing.ts'
import type { Day } from '../../model/day.ts'
import { ROLES, type Role } from '../../model/role.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { selfOf } from '../../runtime/self.ts'
import { latestRun } from '../../store/match-runs.ts'
import { withdrawnOf } from '../../store/own-applications.ts'
import { applicationLines } from '../../store/season-applications.ts'
import { shortlistsOf } from '../../store/shortlists.ts'
import { announcedSoFar } from '../../store/who-hears.ts'
import { countSelection, type SelectionCounts } from '../rules/count-selection.ts'
import { seasonAsked } from './season-asked.ts'

/** Where a season stands between its calls and the day everyone hears. */
export type Selection = SelectionCounts & {
  readonly season: string
  readonly name: string
  readonly today: Day
  readonly calls: readonly { readonly role: Role; readonly opens: Day; readonly closes: Day | null }[]
  readonly announcedOn: Day
  /** How far choosing from shortlists is, and until when; there is none in most programs. */
  readonly choosing: Choosing
  readonly chooseBy: Day | null
  readonly run: {
    readonly number: number
    readonly pairs: number
    readonly publishedOn: Day | null
    readonly publishedBy: string | null
  } | null
  readonly drafts: number
  readonly hasReleased: boolean
}

const SEE_SELECTION = 'desk.seeSelection'

/** Counts only: how many applied, what was decided, which run there is, and whether letters wait. */
export async function seeSelection(ctx: Context, input: { readonly season?: string }): Promise<Selection> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_SELECTION, input.season)
    await permit(ctx, tx, SEE_SELECTION, { seasonId: season.id })
    const { program } = season
    const today = ctx.on ?? dayIn(ctx.clock.now(), program.zone)
    // Their own is not counted: beside the list, in which it does not stand, the numbers would tell how it is decided.
    const me = selfOf(ctx)
    const lines = await applicationLines(tx, ctx.organisationId, season.id, today)
    const withdrawn = await withdrawnOf(tx, ctx.organisationId, season.id, me)
    const run = (await latestRun(tx, ctx.organisationId, season.id)) ?? null
    const lists = program.matching.shortlist ? await shortlistsOf(tx, ctx.organisationId, season.id) : null
    const days = { day: ctx.on ?? ctx.today, today: ctx.today }
    const { waiting, hasReleased } = await announcedSoFar(tx, ctx.organisationId, season.id, days)
    return {
      ...countSelection(
        lines.filter((it) => it.personId !== me),
        withdrawn,
      ),
      season: season.key,
      name: `${program.name}, ${program.season}`,
      today,
      calls: ROLES.map((role) => ({
        role,
        opens: program.roles[role].call.opens,
        closes: program.roles[role].call.closes ?? null,
      })),
      announcedOn: program.announcement.on,
      choosing: choosingOn(program, lists?.sentOn ?? null, today),
      chooseBy: program.matching.shortlist?.chooseBy ?? null,
      run: run && {
        number: run.number,
        pairs: run.answer.pairs.length,
        publishedOn: run.publishedOn,
        publishedBy: run.publishedBy,
      },
      drafts: waiting,
      hasReleased,
    }
  })
}
