import { addDays } from '../../../calendar/days.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { Invalid, NotFound } from '../../../runtime/errors.ts'
import type { KeyOwner, Place } from '../../../runtime/keyring.ts'
import { newId } from '../../../runtime/new-id.ts'
import { enterOwnPair, type OwnPair } from '../../../runtime/own-pair.ts'
import { selfOf } from '../../../runtime/self.ts'
import {
  addNote,
  changeNote,
  countNotes,
  noteById,
  notesOf,
  removeNote,
  type SealedNote,
} from '../../../store/private-notes.ts'

/** Characters of the longest note: some ten pages. */
export const LONGEST_NOTE = 20_000
export const NOTES_PER_PAGE = 50
/** Days after the season's end, as the entry of the table says; a test compares them. */
export const DAYS_KEPT = 365

export type Note = {
  readonly id: string
  readonly text: string
  readonly version: number
  readonly madeAt: string
  readonly changedAt: string
}
export type Notes = {
  readonly pairId: string
  readonly partner: string
  readonly season: string
  /** The last day on which what is written today is still there. */
  readonly keptUntil: string
  readonly found: number
  readonly notes: readonly Note[]
}
/** What became of a text: it is a new note, it took the place of the old one, or both stand since the old one had moved on. */
export type Written = { readonly noteId: string; readonly became: 'new' | 'changed' | 'both' }

/** An author's own notes of a pair, a page at a time, also after the pair has ended. */
export async function readNotes(ctx: Context, input: { pair: string; page: number }): Promise<Notes> {
  const author = selfOf(ctx)
  return within(ctx, async (tx) => {
    const pair = await enterOwnPair(ctx, tx, 'meet.readNotes', input.pair)
    const offset = (input.page - 1) * NOTES_PER_PAGE
    const found = await countNotes(tx, ctx.organisationId, author, pair.id)
    const sealed = await notesOf(tx, ctx.organisationId, author, pair.id, NOTES_PER_PAGE, offset)
    return { ...named(ctx, pair), found, notes: await openNotes(ctx, author, sealed) }
  })
}

/** One note of one's own, for changing it. */
export async function readNote(ctx: Context, input: { pair: string; note: string }): Promise<Omit<Notes, 'found'>> {
  const author = selfOf(ctx)
  return within(ctx, async (tx) => {
    const pair = await enterOwnPair(ctx, tx, 'meet.readNotes', input.pair)
    const sealed = await noteById(tx, ctx.organisationId, author, pair.id, input.note)
    if (!sealed) throw new NotFound('There is no such note.')
    return { ...named(ctx, pair), notes: await openNotes(ctx, author, [sealed]) }
  })
}

/** Keeps a text as a new note, or in the place of the version its author saw; of two changes at once both texts stay. */
export async function writeNote(
  ctx: Context,
  input: { pair: string; note?: string; version?: number; text: string },
): Promise<Written> {
  const author = selfOf(ctx)
  const text = readText(input.text)
  return within(ctx, async (tx) => {
    const pair = await enterOwnPair(ctx, tx, 'meet.writeNote', input.pair)
    const at = ctx.clock.now()
    const kept = { pairId: pair.id, authorId: author, at }
    if (input.note && input.version) {
      const sealed = await seal(ctx, author, input.note, text)
      const note = { ...kept, id: input.note, version: input.version, sealed }
      if (await changeNote(tx, ctx.organisationId, note)) return { noteId: input.note, became: 'changed' }
    }
    const id = newId()
    await addNote(tx, ctx.organisationId, { ...kept, id, sealed: await seal(ctx, author, id, text) })
    return { noteId: id, became: input.note ? 'both' : 'new' }
  })
}

/** Takes a note of one's own away for good; doing it twice is the same. */
export async function deleteNote(ctx: Context, input: { pair: string; note: string }): Promise<{ deleted: boolean }> {
  const author = selfOf(ctx)
  return within(ctx, async (tx) => {
    const pair = await enterOwnPair(ctx, tx, 'meet.deleteNote', input.pair)
    const note = { id: input.note, pairId: pair.id, authorId: author }
    return { deleted: await removeNote(tx, ctx.organisationId, note) }
  })
}

/** A note written after the season is kept as long as one written on its last day. */
function named(ctx: Context, pair: OwnPair) {
  const from = pair.seasonEndsOn > ctx.today ? pair.seasonEndsOn : ctx.today
  const keptUntil = addDays(from, DAYS_KEPT)
  return { pairId: pair.id, partner: pair.partner, season: pair.season, keptUntil }
}

function readText(given: string): string {
  const text = given.replaceAll('\r\n', '\n').trimEnd()
  const at = (message: string) => new Invalid(message, { fields: [{ place: 'text', message }] })
  if (text.trim() === '') throw at('Write something first; an empty note is not kept.')
  if (text.length > LONGEST_NOTE)
    throw at(`A note has at most ${LONGEST_NOTE} characters; this one has ${text.length}.`)
  return text
}

function seal(ctx: Context, author: string, noteId: string, text: string): Promise<Buffer> {
  return ctx.keyring.seal(keyOf(ctx, author), placeOf(noteId), text)
}

async function openNotes(ctx: Context, author: string, sealed: readonly SealedNote[]): Promise<readonly Note[]> {
  const places = sealed.map((it) => ({ place: placeOf(it.id), sealed: it.sealed }))
  const texts = await ctx.keyring.openAll(keyOf(ctx, author), places)
  return sealed.map(({ id, version, madeAt, changedAt }, at) => ({
    id,
    version,
    madeAt,
    changedAt,
    text: texts[at] ?? '',
  }))
}

function keyOf(ctx: Context, author: string): KeyOwner {
  return { organisationId: ctx.organisationId, kind: 'person', id: author }
}

function placeOf(noteId: string): Place {
  return { table: 'private_note', column: 'sealed', row: noteId }
}
