import { fillParagraph, type Piece, paragraphsOf } from '../../../model/filled-text.ts'
import { htmlLetter } from '../../../outbox/html-letter.tsx'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import { type Moment, momentOf, OF_ALL } from '../../../store/announcement.ts'
import type { Tx } from '../../../store/database.ts'
import { type MessageRow, messagesOf } from '../../../store/messages.ts'
import { lockSeason, type Season } from '../../../store/seasons.ts'
import { switchLine } from '../messages/switch-line.ts'
import { asLetter } from '../messages.ts'
import { type Compared, compareTexts } from '../rules/compare-texts.ts'
import { ANNOUNCED, type Announced } from '../rules/decide-text.ts'
import type { Planned } from '../rules/read-mark.ts'
import { ownLetters } from './own-letters.ts'
import { type Letters, letterKey, writeDrafts } from './plan-letters.ts'

export const LETTERS_PER_PAGE = 50

/** A paragraph as its reader gets it, beside the text of its kind. */
export type ShownParagraph = { readonly pieces: readonly Piece[]; readonly is: Compared['is'] }
export type ShownLetter = {
  readonly id: string
  readonly kind: Announced
  readonly to: string
  readonly name: string
  readonly subject: string
  readonly from: Planned['from']
  readonly paragraphs: readonly ShownParagraph[]
}
export type KindShown = {
  readonly kind: Announced
  readonly letters: number
  /** Letters with words of their own. */
  readonly ownWords: number
  /** Who put other words in place of the program’s, for all of the kind. */
  readonly changedBy: string | null
}
export type LettersShown = {
  readonly kinds: readonly KindShown[]
  readonly letters: readonly ShownLetter[]
  readonly found: number
  /** All that wait, those about the reader too. */
  readonly waiting: number
  /** Letters about the reader themself, which another coordinator reads. */
  readonly locked: number
  /** People, but for the reader, about whom nothing was decided yet: they hear in a later round. */
  readonly later: number
  readonly moment: Moment | null
  readonly mark: string
  /** The season’s time zone, in which its moment is set. */
  readonly zone: string
}
export type LettersAsked = {
  readonly season?: string
  readonly kind: Announced | null
  readonly q: string
  /** Only those with words of their own. */
  readonly changed: boolean
  readonly page: number
}

/** The letters that wait, by kind, each with what is its own in it; none about the reader. */
export async function seeLetters(ctx: Context, asked: LettersAsked): Promise<LettersShown> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, asked.season)
    const { letters, open, locked } = await openDrafts(ctx, tx, season)
    const q = asked.q.trim().toLowerCase()
    const found = open.filter(
      (it) =>
        (asked.kind === null || it.planned.kind === asked.kind) &&
        (!asked.changed || it.planned.from === 'letter') &&
        `${it.row.name}\n${it.row.email}\n${it.row.subject}\n${it.row.body}`.toLowerCase().includes(q),
    )
    const first = (asked.page - 1) * LETTERS_PER_PAGE
    const page = found.slice(first, first + LETTERS_PER_PAGE)
    return {
      kinds: ANNOUNCED.map((kind) => kindOf(kind, open, letters)).filter((it) => it.letters > 0),
      letters: page.map((it) => asShown(it, letters)),
      found: found.length,
      waiting: open.length + locked,
      locked,
      later: letters.later.filter((id) => !('personId' in ctx.actor && ctx.actor.personId === id)).length,
      moment: (await momentOf(tx, ctx.organisationId, season.id)) ?? null,
      mark: letters.mark,
      zone: season.program.zone,
    }
  })
}

export type LetterShown = ShownLetter & {
  readonly seasonKey: string
  /** As its reader gets it, with what is added as it leaves. */
  readonly body: string
  readonly html: string
}

/** One letter as its reader gets it. */
export async function seeLetter(ctx: Context, input: { season: string; id: string }): Promise<LetterShown> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { letters, open } = await openDrafts(ctx, tx, season)
    const found = open.find((it) => it.row.id === input.id)
    if (!found) throw new NotFound('no such letter waits')
    const { subject, body: words } = asLetter(found.planned.text, found.planned.values, letters.closing)
    const body = `${words}\n\n${switchLine(null, `${ctx.publicUrl}/me/letters`)}`
    return { ...asShown(found, letters), seasonKey: season.key, body, html: htmlLetter({ subject, body }) }
  })
}

export type OpenDraft = { readonly row: MessageRow; readonly planned: Planned }

/** Every draft of a season that whoever acts may read; it is written down whose they are. */
export async function openDrafts(ctx: Context, tx: Tx, season: Season) {
  await lockSeason(tx, ctx.organisationId, season.id)
  const letters = await writeDrafts(ctx, tx, season)
  await permit(ctx, tx, 'announce.readDrafts', {
    seasonId: season.id,
    // Whoever hears later sees it too: that they do not would tell them something.
    people: [...new Set([...letters.planned.map((it) => it.personId), ...letters.later])],
  })
  const rows = (await messagesOf(tx, ctx.organisationId, season.id)).filter((it) => it.state === 'draft')
  const isOwn = await ownLetters(ctx, tx, season.id)
  const planned = new Map(letters.planned.map((it) => [`${it.kind} ${letterKey(it)}`, it]))
  const open = rows.flatMap((row): OpenDraft[] => {
    const it = planned.get(`${row.kind} ${letterKey({ personId: row.person_id, about: row.about })}`)
    return it && !isOwn(row.person_id, row.about) ? [{ row, planned: it }] : []
  })
  return { letters, open, locked: rows.length - open.length }
}

function kindOf(kind: Announced, open: readonly OpenDraft[], { texts }: Letters): KindShown {
  const of = open.filter((it) => it.planned.kind === kind)
  const ofKind = texts.find((it) => it.kind === kind && it.appliesTo === OF_ALL)
  return {
    kind,
    letters: of.length,
    ownWords: of.filter((it) => it.planned.from === 'letter').length,
    changedBy: ofKind && ofKind.body !== null ? ofKind.editor : null,
  }
}

function asShown({ row, planned }: OpenDraft, { program, closing }: Letters): ShownLetter {
  const { kind, text, values, from } = planned
  const compared = compareTexts(program[kind].body, text.body)
  return {
    id: row.id,
    kind,
    to: row.email,
    name: row.name,
    subject: row.subject,
    from,
    paragraphs: [
      ...compared.flatMap(({ text: words, is }): ShownParagraph[] => {
        const pieces = fillParagraph(words, values)
        return pieces ? [{ pieces, is }] : []
      }),
      ...paragraphsOf(closing).map((words) => ({ pieces: [{ text: words, place: null }], is: 'same' as const })),
    ],
  }
}
