import type { Day } from '../../model/day.ts'
import type { Program } from '../../model/program.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { type CompletedAsked, type CompletedLine, completedIn, completionCounts } from '../../store/completions.ts'
import { seasonAsked } from './season-asked.ts'

export type Completed = {
  readonly season: string
  readonly name: string
  readonly endsOn: Day
  /** What a certificate asks for; null where the season gives none. */
  readonly certificate: Program['certificate'] | null
  readonly completion: Program['completion'] | null
  /** Whether an answer to a survey is asked for, too. */
  readonly asksSurveys: boolean
  readonly counts: Awaited<ReturnType<typeof completionCounts>>
  readonly people: readonly CompletedLine[]
  readonly found: number
}
export const COMPLETED_PER_PAGE = 50
const MOST_IN_A_SHEET = 100_000
const SEE_COMPLETED = 'desk.seeCompleted'

/** Who has completed a season by what a coordinator may see, meetings and training; whether somebody answered stays their own. */
export async function seeCompleted(
  ctx: Context,
  asked: CompletedAsked & { readonly season?: string; readonly page: number | null },
): Promise<Completed> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_COMPLETED, asked.season)
    const { page } = asked
    const part =
      page === null
        ? { limit: MOST_IN_A_SHEET, offset: 0 }
        : { limit: COMPLETED_PER_PAGE, offset: (page - 1) * COMPLETED_PER_PAGE }
    const rows = await completedIn(tx, ctx.organisationId, season.id, asked, part)
    await permit(ctx, tx, SEE_COMPLETED, { seasonId: season.id, people: rows.map((it) => it.personId) })
    const { program } = season
    return {
      season: season.key,
      name: `${program.name}, ${program.season}`,
      endsOn: program.endsOn,
      certificate: program.certificate ?? null,
      completion: program.completion ?? null,
      asksSurveys: Object.values(program.surveys).some((it) => it.gate === 'certificate'),
      counts: await completionCounts(tx, ctx.organisationId, season.id),
      people: rows.map(({ found: _, ...it }) => it),
      found: rows[0]?.found ?? 0,
    }
  })
}
