import { dayIn } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { type Context, isAllowed, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { shippedPrograms } from '../../../runtime/shipped-programs.ts'
import { type DraftRow, draftById, openDrafts, type SaveRow, savesOf, saveText } from '../../../store/program-drafts.ts'
import { type Season, seasonsOf } from '../../../store/seasons.ts'
import { readProgram } from '../load-program.ts'
import type { FileFault } from '../read-yaml.ts'
import { readValue } from '../rules/edit-text.ts'
import { type FormPart, planForm } from '../rules/plan-form.ts'
import { PROGRAM_SHAPE } from '../rules/program-shape.ts'

export const DRAFTS_PER_PAGE = 50
export const SAVES_PER_PAGE = 50

export type Template = { readonly key: string; readonly name: string; readonly about: string; readonly startsOn: Day }
export type SeasonToDesign = {
  readonly key: string
  readonly name: string
  readonly startsOn: Day
  readonly endsOn: Day
}
export type DesignDesk = {
  readonly drafts: readonly DraftRow[]
  readonly found: number
  readonly seasons: readonly SeasonToDesign[]
  /** Whether a season that is not there yet may be begun: that is for the organisation. */
  readonly mayBegin: boolean
  readonly templates: readonly Template[]
  readonly today: Day
}

const SEE = 'design.seeDrafts'

/** Drafts that are open, seasons that can be changed or copied, and templates to begin with. */
export async function seeDrafts(ctx: Context, input: { readonly page: number }): Promise<DesignDesk> {
  return within(ctx, async (tx) => {
    const all = await seasonsOf(tx, ctx.organisationId)
    const mayBegin = isAllowed(ctx.actor, 'design.startDraft')
    const mine = all.filter(({ id }) => isAllowed(ctx.actor, SEE, { seasonId: id }))
    await permit(ctx, tx, SEE, { seasonId: mayBegin ? undefined : mine[0]?.id })
    const ids = mayBegin ? null : mine.map((it) => it.id)
    const drafts = await openDrafts(tx, ctx.organisationId, ids, DRAFTS_PER_PAGE, (input.page - 1) * DRAFTS_PER_PAGE)
    return {
      drafts,
      found: drafts[0]?.found ?? 0,
      seasons: mine.map(asLine).toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1)),
      mayBegin,
      templates: mayBegin ? templates() : [],
      today: dayIn(ctx.clock.now(), 'Etc/UTC'),
    }
  })
}

function asLine({ key, program }: Season): SeasonToDesign {
  return { key, name: `${program.name}, ${program.season}`, startsOn: program.startsOn, endsOn: program.endsOn }
}

/** Each program that is shipped: its name, and what the comment at the head of its file says of it. */
export function templates(): readonly Template[] {
  return shippedPrograms().flatMap(({ key, text }) => {
    const read = readProgram(text)
    if (!read.ok) return []
    const about = text.split('\n').find((line) => line.startsWith('# ') && !line.includes('yaml-language-server'))
    const { name, season, startsOn } = read.value
    return [{ key, name: `${name}, ${season}`, about: about?.slice(2) ?? read.value.purpose, startsOn }]
  })
}

export type OpenedDraft = DraftRow & {
  readonly text: string
  readonly faults: readonly FileFault[]
  /** What can be entered; null while the text cannot be read. */
  readonly form: FormPart | null
}

/** One draft: its text, the form that is filled from it, and what is wrong with it. */
export async function seeDraft(ctx: Context, input: { readonly draft: string }): Promise<OpenedDraft> {
  return within(ctx, async (tx) => {
    const draft = await draftById(tx, ctx.organisationId, input.draft)
    if (!draft) throw new NotFound('There is no such draft.')
    await permit(ctx, tx, 'design.seeDraft', { seasonId: draft.seasonId ?? undefined, about: draft.id })
    return { ...draft, ...readDraft(draft.text) }
  })
}

export function readDraft(text: string): Pick<OpenedDraft, 'text' | 'faults' | 'form'> {
  const read = readProgram(text)
  const value = readValue(text)
  return { text, faults: read.ok ? [] : read.faults, form: value && planForm(PROGRAM_SHAPE, value) }
}

export type Saves = { readonly draft: DraftRow; readonly saves: readonly SaveRow[]; readonly found: number }

/** Every save of a draft, with who saved it when. */
export async function seeSaves(ctx: Context, input: { readonly draft: string; readonly page: number }): Promise<Saves> {
  return within(ctx, async (tx) => {
    const draft = await draftById(tx, ctx.organisationId, input.draft)
    if (!draft) throw new NotFound('There is no such draft.')
    await permit(ctx, tx, 'design.seeDraft', { seasonId: draft.seasonId ?? undefined, about: draft.id })
    const saves = await savesOf(tx, ctx.organisationId, draft.id, SAVES_PER_PAGE, (input.page - 1) * SAVES_PER_PAGE)
    return { draft, saves, found: saves[0]?.found ?? 0 }
  })
}

/** The text of one save, to look at. */
export async function seeSave(
  ctx: Context,
  input: { readonly draft: string; readonly number: number },
): Promise<string> {
  return within(ctx, async (tx) => {
    const draft = await draftById(tx, ctx.organisationId, input.draft)
    if (!draft) throw new NotFound('There is no such draft.')
    await permit(ctx, tx, 'design.seeDraft', { seasonId: draft.seasonId ?? undefined, about: draft.id })
    const save = await saveText(tx, ctx.organisationId, draft.id, input.number)
    if (!save) throw new NotFound('There is no such save.')
    return save.text
  })
}
