import { z } from 'zod'
import { bringBackSave, putDraftAside, saveDraft, takeDraftUp } from '../journey/design/actions/save-draft.ts'
import { seeBothSides, seeDraftBeside } from '../journey/design/screens/both-sides.ts'
import { readDraft, seeDraft, seeSave, seeSaves } from '../journey/design/screens/drafts.ts'
import { type Invalid, Refused } from '../runtime/errors.ts'
import { countOf } from '../texts/en/results.ts'
import { type DraftAgain, DraftPage } from './coordinator/design/draft-page.tsx'
import { DRAFT_PARTS, type DraftPart } from './coordinator/design/draft-parts.ts'
import { SavesPage } from './coordinator/design/saves-page.tsx'
import { TextPage } from './coordinator/design/text-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

/** A file of the largest size, and its fields beside it. */
const LARGEST_FORM_BYTES = 3 * 1024 * 1024

const one = z.object({ id: z.uuid() })
const KEYS = DRAFT_PARTS.map((it) => it.key)
const part = z.enum(KEYS).catch('dates').default('dates')
const number = z.coerce.number().int().min(1).max(1_000_000)
const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const shown = one.extend({ part, saved: number.nullable().catch(null).default(null) })
const sent = one.extend({
  part,
  seen: number,
  text: z.string().optional(),
  base: z
    .string()
    .transform((it) => it.replaceAll('\r\n', '\n'))
    .optional(),
  do: z.string().max(500).nullable().catch(null).default(null),
})
const brought = one.extend({ part, seen: number, number })
const SEE = 'design.seeDraft'
const SAVE = 'design.saveDraft'
const ASIDE = 'design.putDraftAside'
const AT = '/desk/design/drafts/:id'

/** One draft of a program: edited, put aside, and everything it ever was. */
export const draftRoutes: readonly Route[] = [
  route({ method: 'GET', path: AT, action: SEE, given: shown, answer: draft, again: notThere }),
  route({
    method: 'POST',
    path: AT,
    action: SAVE,
    given: sent,
    largestBytes: LARGEST_FORM_BYTES,
    answer: save,
    again: saveAgain,
  }),
  route({
    method: 'POST',
    path: `${AT}/together`,
    action: SEE,
    given: sent,
    largestBytes: LARGEST_FORM_BYTES,
    answer: together,
    again: notThere,
  }),
  route({ method: 'POST', path: `${AT}/bring-back`, action: SAVE, given: brought, answer: bringBack, again: notThere }),
  route({ method: 'POST', path: `${AT}/aside`, action: ASIDE, given: one, answer: aside, again: notThere }),
  route({ method: 'POST', path: `${AT}/take-up`, action: ASIDE, given: one, answer: takeUp, again: notThere }),
  route({
    method: 'GET',
    path: `${AT}/saves`,
    action: SEE,
    given: one.extend({ page }),
    answer: saves,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: `${AT}/saves/:number`,
    action: SEE,
    given: one.extend({ number }),
    answer: oneSave,
    again: notThere,
  }),
]

async function draft(visit: Visit<z.infer<typeof shown>>) {
  const opened = await seeDraft(visit.ctx, { draft: visit.given.id })
  const { part: at, saved } = visit.given
  return visit.page(
    opened.title,
    <DraftPage draft={opened} part={at} saved={saved} again={null} today={visit.house.today} />,
  )
}

async function save(visit: Visit<z.infer<typeof sent>>) {
  const { id, part: at, seen, text, base, do: step } = visit.given
  try {
    const saved = await saveDraft(visit.ctx, { draft: id, seen, text, base, entered: visit.fields, step })
    const where = step?.split(' ')[1]
    return visit.goTo(
      `/desk/design/drafts/${id}?part=${at}&saved=${saved.number}${where?.startsWith('f/') ? `#${where}` : ''}`,
    )
  } catch (fault) {
    if (fault instanceof Refused) return draftAgain(visit, id, at, fault.message, [])
    throw fault
  }
}

function saveAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = sent.safeParse(visit.fields)
  if (!read.success) return notThere()
  const errors = fault.fields.map((it) => ({ fieldId: it.place, text: it.message }))
  return draftAgain(visit, read.data.id, read.data.part, fault.message, errors)
}

/** For the script of the page: both sides as they would be saved now, and what there is to mend. */
async function together({ ctx, given, fields, http }: Visit<z.infer<typeof sent>>) {
  const { id, text, base = '' } = given
  const { merged, values, faults } = await seeBothSides(ctx, { draft: id, base, text, entered: fields, step: null })
  if (!merged.ok) return http.json({ says: merged.message }, 409)
  const [first] = faults
  const says = first
    ? `${countOf(faults.length, 'thing', 'things')} to mend. Line ${first.line}: ${first.message}. ${first.remedy}`
    : 'Nothing to mend. Not saved yet.'
  return http.json({ text: merged.text, values, says })
}

/** The page as it was sent, on top of what is saved by now. */
async function draftAgain(
  visit: Visit<unknown>,
  id: string,
  at: DraftPart,
  message: string,
  errors: readonly { fieldId: string; text: string }[],
) {
  const { seen, text, base } = visit.fields
  const kept = typeof base === 'string' ? base.replaceAll('\r\n', '\n') : ''
  const opened = await seeDraftBeside(visit.ctx, {
    draft: id,
    seen: Number(seen),
    base: kept,
    text: typeof text === 'string' ? text : null,
    entered: visit.fields,
  })
  const again: DraftAgain = {
    entered: opened.entered,
    text: opened.textAgain,
    base: Number(seen) === opened.number ? kept : '',
    errors: errors.length > 0 ? errors : [{ fieldId: 'text', text: message }],
    heading: 'Not saved; what you entered is still here',
  }
  const { faults } = readDraft(opened.textAgain)
  const content = (
    <DraftPage draft={{ ...opened, faults }} part={at} saved={null} again={again} today={visit.house.today} />
  )
  return visit.page('Error: not saved', content, errors.length > 0 ? 422 : 409)
}

async function bringBack(visit: Visit<z.infer<typeof brought>>) {
  const { id, part: at, seen, number: which } = visit.given
  try {
    const saved = await bringBackSave(visit.ctx, { draft: id, number: which, seen })
    return visit.goTo(`/desk/design/drafts/${id}?part=${at}&saved=${saved.number}`)
  } catch (fault) {
    if (fault instanceof Refused) return draftAgain({ ...visit, fields: {} }, id, at, fault.message, [])
    throw fault
  }
}

async function aside({ ctx, given, goTo }: Visit<{ id: string }>) {
  await putDraftAside(ctx, { draft: given.id })
  return goTo(`/desk/design?aside=${given.id}`)
}

async function takeUp({ ctx, given, goTo }: Visit<{ id: string }>) {
  await takeDraftUp(ctx, { draft: given.id })
  return goTo(`/desk/design/drafts/${given.id}`)
}

async function saves({ ctx, given, page: show }: Visit<{ id: string; page: number }>) {
  const it = await seeSaves(ctx, { draft: given.id, page: given.page })
  return show('Saves', <SavesPage it={it} page={given.page} />)
}

async function oneSave({ ctx, given, page: show }: Visit<{ id: string; number: number }>) {
  const text = await seeSave(ctx, { draft: given.id, number: given.number })
  const back = { href: `/desk/design/drafts/${given.id}/saves`, text: 'Saves' }
  return show(`Save ${given.number}`, <TextPage back={back} heading={`Save ${given.number}`} text={text} />)
}
