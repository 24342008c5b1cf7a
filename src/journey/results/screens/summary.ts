import type { Program } from '../../../model/program.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import { type SummaryVersion, summaryVersions } from '../../../store/summaries.ts'
import { isClosed } from '../../survey/rules.ts'

const VERSIONS_SHOWN = 50

export type SummaryScreen = {
  readonly program: Program
  readonly survey: string
  readonly name: string
  readonly closesOn: string
  /** Whether it has closed, so that it can be summed up. */
  readonly isClosed: boolean
  readonly today: string
  /** What the program file says of it. */
  readonly ofTheFile: string | null
  /** The newest first. */
  readonly versions: readonly SummaryVersion[]
}

/** The words on one survey with every version of them, for whoever writes them. */
export async function seeSummary(ctx: Context, input: { season: string; survey: string }): Promise<SummaryScreen> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'results.seeSummary', { seasonId: season.id })
    const it = season.program.surveys[input.survey]
    if (!it) throw new NotFound('There is no such survey in this season.')
    return {
      program: season.program,
      survey: input.survey,
      name: it.name,
      closesOn: it.closes,
      isClosed: isClosed(it, ctx.today),
      today: ctx.today,
      ofTheFile: it.summary ?? null,
      versions: await summaryVersions(tx, ctx.organisationId, season.id, input.survey, VERSIONS_SHOWN),
    }
  })
}
