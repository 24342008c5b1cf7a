import type { LetterText } from '../../../model/filled-text.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { OF_ALL, saveTexts, swapTexts, type TextKey, type TextRow } from '../../../store/announcement.ts'
import type { Tx } from '../../../store/database.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { whyNoText } from '../messages/why-no-text.ts'
import { type Announced, decideText, isChangedAlone } from '../rules/decide-text.ts'
import type { Planned } from '../rules/read-mark.ts'
import { letterKey } from './plan-letters.ts'
import { openLetters } from './see-letters.ts'

/** Which letters a change is for: those named, or all of the kind where none is. */
export type TextAsked = { readonly season: string; readonly kind: Announced; readonly letters: readonly string[] }

export type TextOpen = {
  readonly kind: Announced
  readonly letters: readonly string[]
  /** How many letters a change reaches, and to whom the first of them go. */
  readonly reaches: number
  readonly names: readonly string[]
  /** Letters of the kind that keep words of their own. */
  readonly keep: number
  readonly text: LetterText
  readonly program: LetterText
  readonly closing: string
  readonly places: readonly { readonly name: string; readonly example: string }[]
  /** What stood there when it was opened; it changes with every change. */
  readonly seen: string
  readonly isChanged: boolean
  readonly canUndo: boolean
}

/** The words of a kind, or of some letters, to be changed. */
export async function openText(ctx: Context, asked: TextAsked): Promise<TextOpen> {
  return within(ctx, async (tx) => (await textIn(ctx, tx, asked)).open)
}

type Change = TextAsked & { readonly seen: string }
export type TextSaved = { readonly letters: number; readonly seen: string }

/** Puts other words in place of the program’s, for one letter, some, or all of a kind. */
export async function editText(ctx: Context, input: Change & LetterText): Promise<TextSaved> {
  return within(ctx, async (tx) => {
    const found = await textToChange(ctx, tx, input)
    await permit(ctx, tx, 'announce.editText', { seasonId: found.seasonId, about: input.kind })
    const places = found.open.places.map((it) => it.name)
    const decided = decideText(input.kind, input, found.open.program, places)
    if (!decided.ok)
      throw new Invalid('The words were not saved.', { fields: [whyNoText(decided.code, decided.facts)] })
    refuseOther(found, input.seen)
    const by = { personId: selfOf(ctx), at: ctx.clock.now() }
    await saveTexts(tx, ctx.organisationId, found.seasonId, found.keys, decided.value, by)
    return saved(ctx, tx, input, found.open.reaches)
  })
}

/** Goes back to the program’s words, or for single letters to those of their kind. */
export async function dropText(ctx: Context, input: Change): Promise<TextSaved> {
  return within(ctx, async (tx) => {
    const found = await textToChange(ctx, tx, input)
    await permit(ctx, tx, 'announce.editText', { seasonId: found.seasonId, about: input.kind })
    refuseOther(found, input.seen)
    const by = { personId: selfOf(ctx), at: ctx.clock.now() }
    await saveTexts(tx, ctx.organisationId, found.seasonId, found.keys, null, by)
    return saved(ctx, tx, input, found.open.reaches)
  })
}

/** Puts back the words that stood before the last change. */
export async function undoText(ctx: Context, input: Change): Promise<TextSaved> {
  return within(ctx, async (tx) => {
    const found = await textToChange(ctx, tx, input)
    await permit(ctx, tx, 'announce.editText', { seasonId: found.seasonId, about: input.kind })
    refuseOther(found, input.seen)
    const by = { personId: selfOf(ctx), at: ctx.clock.now() }
    await swapTexts(tx, ctx.organisationId, found.seasonId, found.keys, by)
    return saved(ctx, tx, input, found.open.reaches)
  })
}

type Found = {
  readonly seasonId: string
  readonly open: TextOpen
  readonly keys: readonly TextKey[]
  readonly rows: readonly (TextRow | undefined)[]
}

async function textToChange(ctx: Context, tx: Tx, asked: Change): Promise<Found> {
  const season = await findSeason(ctx, tx, asked.season)
  await lockSeason(tx, ctx.organisationId, season.id)
  return textIn(ctx, tx, asked)
}

async function textIn(ctx: Context, tx: Tx, { season: key, kind, letters: ids }: TextAsked): Promise<Found> {
  const season = await findSeason(ctx, tx, key)
  const { letters, open: all } = await openLetters(ctx, tx, season)
  if (ids.length > 0 && !isChangedAlone(kind)) throw sameForAll()
  const ofKind = all.filter((it) => it.kind === kind)
  const chosen = ids.length === 0 ? ofKind : ofKind.filter((it) => ids.includes(it.id))
  const [first] = chosen
  if (!first || (ids.length > 0 && chosen.length < new Set(ids).size)) throw new NotFound('no such letter waits')
  const keys = ids.length === 0 ? [keyOfAll(kind)] : chosen.map(keyOf)
  const rows = keys.map(({ appliesTo }) => letters.texts.find((it) => it.kind === kind && it.appliesTo === appliesTo))
  const ofAll = letters.texts.find((it) => it.kind === kind && it.appliesTo === OF_ALL)
  const words =
    ids.length === 0
      ? ofAll?.subject && ofAll.body
        ? { subject: ofAll.subject, body: ofAll.body }
        : letters.program[kind]
      : first.text
  const own = ofKind.filter((it) => it.from === 'letter').length
  const open = {
    kind,
    letters: chosen.length === ofKind.length && ids.length === 0 ? [] : chosen.map((it) => it.id),
    reaches: ids.length === 0 ? ofKind.length - own : chosen.length,
    names: chosen.slice(0, NAMED).map((it) => it.name),
    keep: ids.length === 0 ? own : 0,
    text: words,
    program: letters.program[kind],
    closing: letters.closing,
    places: Object.entries(first.values).map(([name, example]) => ({ name, example })),
    seen: seenOf(rows),
    isChanged: rows.some((it) => it && it.body !== null),
    canUndo: rows.some((it) => it?.canUndo),
  }
  return { seasonId: season.id, open, keys, rows }
}

/** Names said of those whose letters a change reaches. */
const NAMED = 5

async function saved(ctx: Context, tx: Tx, asked: TextAsked, letters: number): Promise<TextSaved> {
  return { letters, seen: (await textIn(ctx, tx, asked)).open.seen }
}

function seenOf(rows: readonly (TextRow | undefined)[]): string {
  return rows.map((it) => it?.version ?? 0).join('.')
}

function keyOfAll(kind: Announced): TextKey {
  return { kind, appliesTo: OF_ALL, personId: null, partnerId: null }
}

function keyOf(planned: Planned): TextKey {
  const { kind, personId, partnerId } = planned
  return { kind, appliesTo: letterKey(planned), personId, partnerId }
}

/** Somebody else’s change is never written over unseen. */
function refuseOther({ rows, open }: Found, seen: string): void {
  if (open.seen === seen) return
  const editor = rows.find((it) => it)?.editor
  const says = `Changed${editor ? ` by ${editor}` : ''} since you opened it. Yours is kept below; their words stand beside it. Save again to put yours in their place.`
  throw new Refused('text-changed', {}, says)
}

function sameForAll(): Refused {
  const says =
    'Everyone without a place is told the same, whatever the reason, so these letters are changed all together or not at all.'
  return new Refused('same-for-all', {}, says)
}
