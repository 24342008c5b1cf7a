import { dayIn } from '../../../calendar/days.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { type DraftRow, draftById } from '../../../store/program-drafts.ts'
import { seasonCounts } from '../../../store/season-facts.ts'
import { latestVersion } from '../../../store/season-versions.ts'
import { seasonById } from '../../../store/seasons.ts'
import { readProgram } from '../load-program.ts'
import type { FileFault } from '../read-yaml.ts'
import { type Change, decideChanges } from '../rules/decide-changes.ts'
import { asSeasonFacts } from '../rules/season-facts.ts'

export type Differences = {
  readonly draft: DraftRow
  readonly text: string
  /** What stops it: with a fault nothing is published. */
  readonly faults: readonly FileFault[]
  /** What it changes in the season it is of; null where it founds one, or cannot be read. */
  readonly changes: readonly Change[] | null
  /** The hash of the text in force, which publishing compares; empty where there is none. */
  readonly inForce: string
}

/** What a draft would change for the people who are already in the season, before it is put in force. */
export async function seeDifferences(ctx: Context, input: { readonly draft: string }): Promise<Differences> {
  return within(ctx, async (tx) => {
    const draft = await draftById(tx, ctx.organisationId, input.draft)
    if (!draft) throw new NotFound('There is no such draft.')
    await permit(ctx, tx, 'design.seeDraft', { seasonId: draft.seasonId ?? undefined, about: draft.id })
    const read = readProgram(draft.text)
    const season = draft.seasonId ? await seasonById(tx, ctx.organisationId, draft.seasonId) : undefined
    const version = season && (await latestVersion(tx, ctx.organisationId, season.id))
    const { text, ...row } = draft
    const shown = { draft: row, text, faults: read.ok ? [] : read.faults, inForce: version?.fileHash ?? '' }
    if (!read.ok || !season) return { ...shown, changes: null }
    const today = ctx.on ?? dayIn(ctx.clock.now(), season.program.zone)
    const facts = asSeasonFacts(await seasonCounts(tx, ctx.organisationId, season.id), today)
    return { ...shown, changes: decideChanges(season.program, read.value, facts) }
  })
}
