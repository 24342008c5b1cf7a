import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid } from '../../../runtime/errors.ts'
import { seasonByKey } from '../../../store/seasons.ts'
import { type PlannedStage, placeStages } from '../rules/place-stages.ts'
import type { NewSeason } from '../rules/shift-days.ts'
import { beginWith, keyTaken, sourceText } from './start-draft.ts'

/** Begins a season with a template's rules and the dates of an old plan. */
export async function startFromDates(
  ctx: Context,
  input: Omit<NewSeason, 'startsOn'> & { readonly of: string; readonly stages: readonly PlannedStage[] },
): Promise<{ draft: string }> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'design.startDraft', { about: input.of })
    if (await seasonByKey(tx, ctx.organisationId, input.key)) throw keyTaken(input.key)
    const template = await sourceText(ctx, tx, { from: 'template', of: input.of })
    const text = placeStages(template, input, input.stages)
    if (text === null) throw new Invalid('There is no stage with a day to begin from.')
    return { draft: await beginWith(ctx, tx, { text, seasonId: null, begunFrom: 'a spreadsheet of dates' }) }
  })
}
