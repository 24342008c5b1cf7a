import { type Context, isAllowed, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { draftById } from '../../../store/program-drafts.ts'
import type { FileFault } from '../read-yaml.ts'
import { readValue } from '../rules/edit-text.ts'
import { bringOnto, type Merged, mergeSides, type Sides, valuesOf } from '../rules/merge-sides.ts'
import { PROGRAM_SHAPE } from '../rules/program-shape.ts'
import { type Entered, enteredAnew } from '../rules/read-form.ts'
import { type OpenedDraft, readDraft, seeDraft, seeSave } from './drafts.ts'

/** What somebody sent, beside what is saved by now. */
export type DraftBeside = OpenedDraft & { readonly entered: Entered; readonly textAgain: string }
type Sent = {
  readonly draft: string
  readonly seen: number
  /** What the fields were last filled from; empty where that is the save that was seen. */
  readonly base: string
  readonly text: string | null
  readonly entered: Entered
}

/**
 * What was sent and not saved, on top of the newest save: what was changed keeps what was entered, all else follows the newest save.
 * A text that was changed by hand in more than values is given back as it is.
 */
export async function seeDraftBeside(ctx: Context, input: Sent): Promise<DraftBeside> {
  const opened = await seeDraft(ctx, input)
  const isNewest = input.seen === opened.number
  const seen = isNewest ? opened.text : await seeSave(ctx, { draft: input.draft, number: input.seen }).catch(() => '')
  const base = input.base || seen
  const sent = input.text?.replaceAll('\r\n', '\n') ?? base
  const textAgain = isNewest ? sent : sent === seen ? opened.text : (bringOnto(seen, sent, opened.text) ?? sent)
  return { ...opened, entered: enteredAnew(PROGRAM_SHAPE, readValue(base), input.entered), textAgain }
}

export type BothSides = {
  readonly merged: Merged
  readonly values: Readonly<Record<string, string>>
  readonly faults: readonly FileFault[]
}

/**
 * What both sides of an opened draft make, while somebody types. It saves nothing and shows nothing that they have not opened, so the
 * audit has no line for every word.
 */
export async function seeBothSides(ctx: Context, input: Sides & { readonly draft: string }): Promise<BothSides> {
  return within(ctx, async (tx) => {
    const draft = await draftById(tx, ctx.organisationId, input.draft)
    if (!draft || !isAllowed(ctx.actor, 'design.seeDraft', { seasonId: draft.seasonId ?? undefined }))
      throw new NotFound('There is no such draft.')
    const merged = mergeSides({ ...input, base: input.base || draft.text })
    const text = merged.ok ? merged.text : (input.text ?? draft.text)
    return { merged, values: valuesOf(readValue(text)), faults: readDraft(text).faults }
  })
}
