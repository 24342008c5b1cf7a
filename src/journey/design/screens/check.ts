import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { directoryZones } from '../../../store/directory-zones.ts'
import { type DraftRow, draftById } from '../../../store/program-drafts.ts'
import { readProgram } from '../load-program.ts'
import { type FileFault, linesOf } from '../read-yaml.ts'
import { findWarnings, type WarningFacts } from '../rules/find-warnings.ts'

export type Checked = {
  readonly draft: DraftRow
  readonly faults: readonly FileFault[]
  /** Null while there are faults: what should be known is found in a program that can be read. */
  readonly warnings: readonly { readonly line: number; readonly path: string; readonly facts: WarningFacts }[] | null
  readonly zones: number
}

/** Everything that is wrong with a draft, and everything that should be known before it is published. */
export async function seeCheck(
  ctx: Context,
  input: { readonly draft: string; readonly expected: { readonly mentors: number; readonly mentees: number } | null },
): Promise<Checked> {
  return within(ctx, async (tx) => {
    const draft = await draftById(tx, ctx.organisationId, input.draft)
    if (!draft) throw new NotFound('There is no such draft.')
    await permit(ctx, tx, 'design.seeDraft', { seasonId: draft.seasonId ?? undefined, about: draft.id })
    const read = readProgram(draft.text)
    if (!read.ok) return { draft, faults: read.faults, warnings: null, zones: 0 }
    const { startsOn, endsOn } = read.value
    const { zones, holidays } = await directoryZones(tx, ctx.organisationId, {
      day: ctx.today,
      from: startsOn,
      until: endsOn,
    })
    const found = findWarnings(read.value, { zones, holidays, expected: input.expected })
    const lines = linesOf(
      draft.text,
      found.map((it) => it.path),
    )
    const warnings = found
      .map(({ path, facts }, at) => ({ line: lines[at] ?? 1, path: path.join('.'), facts }))
      .toSorted((a, b) => a.line - b.line)
    return { draft, faults: [], warnings, zones: zones.length }
  })
}
