import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { addSave, type DraftRow, draftById, dropDraft, lockDraft, saveText } from '../../../store/program-drafts.ts'
import { LARGEST_PROGRAM_CHARACTERS } from '../rules/draft-size.ts'
import { titleOf } from '../rules/draft-title.ts'
import { mergeSides, type Sides } from '../rules/merge-sides.ts'

type Draft = DraftRow & { readonly text: string }
export type Saved = { readonly number: number; readonly changed: boolean }

/**
 * Keeps what was entered, in fields or in the text, as the newest save of a draft; faulty or not, nothing is lost. `base` is the text
 * that the fields were last filled from, where that is not the newest save.
 */
export async function saveDraft(
  ctx: Context,
  input: Omit<Sides, 'base'> & { readonly draft: string; readonly seen: number; readonly base?: string },
): Promise<Saved> {
  return within(ctx, async (tx) => {
    const draft = await openedDraft(ctx, tx, 'design.saveDraft', input.draft)
    refuseNewer(draft, input.seen)
    const merged = mergeSides({ ...input, base: input.base || draft.text })
    if (!merged.ok) {
      const fields = merged.places.map((place) => ({ place, message: merged.message }))
      throw new Invalid(merged.message, { fields })
    }
    return keep(ctx, tx, draft, merged.text)
  })
}

/** Makes an earlier save the newest one; those between stay, too. */
export async function bringBackSave(
  ctx: Context,
  input: { readonly draft: string; readonly number: number; readonly seen: number },
): Promise<Saved> {
  return within(ctx, async (tx) => {
    const draft = await openedDraft(ctx, tx, 'design.saveDraft', input.draft)
    refuseNewer(draft, input.seen)
    const earlier = await saveText(tx, ctx.organisationId, draft.id, input.number)
    if (!earlier) throw new NotFound('There is no such save.')
    return keep(ctx, tx, draft, earlier.text)
  })
}

/** Puts a draft aside; its saves stay, and it can be taken up again. */
export async function putDraftAside(ctx: Context, input: { readonly draft: string }): Promise<void> {
  await within(ctx, async (tx) => {
    const draft = await lockedDraft(ctx, tx, 'design.putDraftAside', input.draft)
    if (draft.state === 'open') await dropDraft(tx, ctx.organisationId, draft.id, ctx.clock.now())
  })
}

export async function takeDraftUp(ctx: Context, input: { readonly draft: string }): Promise<void> {
  await within(ctx, async (tx) => {
    const draft = await lockedDraft(ctx, tx, 'design.putDraftAside', input.draft)
    if (draft.state === 'dropped') await dropDraft(tx, ctx.organisationId, draft.id, null)
  })
}

/** A draft that may be worked on by whoever asks, locked. */
export async function openedDraft(ctx: Context, tx: Tx, action: string, id: string): Promise<Draft> {
  const draft = await lockedDraft(ctx, tx, action, id)
  if (draft.state === 'open') return draft
  throw new Refused(
    'draft-closed',
    { state: draft.state },
    draft.state === 'published'
      ? 'This draft was published. Begin another one from the season.'
      : 'This draft was put aside. Take it up again first.',
  )
}

async function lockedDraft(ctx: Context, tx: Tx, action: string, id: string): Promise<Draft> {
  await lockDraft(tx, ctx.organisationId, id)
  const draft = await draftById(tx, ctx.organisationId, id)
  if (!draft) throw new NotFound('There is no such draft.')
  await permit(ctx, tx, action, { seasonId: draft.seasonId ?? undefined, about: draft.id })
  return draft
}

/** Of two who opened the same save, the second is told, and nothing of the first is overwritten. */
export function refuseNewer(draft: DraftRow, seen: number): void {
  if (draft.number === seen) return
  throw new Refused(
    'changed-since',
    { by: draft.savedBy, at: draft.savedAt, number: draft.number },
    `${draft.savedBy} has changed this draft since you opened it. Nothing of yours was saved over it.`,
  )
}

async function keep(ctx: Context, tx: Tx, draft: Draft, text: string): Promise<Saved> {
  if (text === draft.text) return { number: draft.number, changed: false }
  if (text.length > LARGEST_PROGRAM_CHARACTERS)
    throw new Invalid('The text is larger than 512 KB. Take out what does not belong to it.')
  const number = draft.number + 1
  const it = { draftId: draft.id, number, title: titleOf(text), text, by: selfOf(ctx), at: ctx.clock.now() }
  await addSave(tx, ctx.organisationId, it)
  return { number, changed: true }
}
