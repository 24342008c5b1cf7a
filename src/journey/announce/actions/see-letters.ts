import { fillParagraph, type Piece, paragraphsOf } from '../../../model/filled-text.ts'
import { htmlLetter } from '../../../outbox/html-letter.tsx'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import { type Moment, momentOf, OF_ALL } from '../../../store/announcement.ts'
import type { Tx } from '../../../store/database.ts'
import type { Season } from '../../../store/seasons.ts'
import { switchLine } from '../messages/switch-line.ts'
import { asLetter } from '../messages.ts'
import { type Compared, compareTexts } from '../rules/compare-texts.ts'
import { ANNOUNCED, type Announced } from '../rules/decide-text.ts'
import type { Planned } from '../rules/read-mark.ts'
import { ownLetters } from './own-letters.ts'
import { type Letters, planLetters } from './plan-letters.ts'

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
  /** Whether a match is published: before that there are no letters. */
  readonly isMatched: boolean
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
    const { letters, open, locked } = await openLetters(ctx, tx, season)
    const q = asked.q.trim().toLowerCase()
    const found = open.filter(
      (it) =>
        (asked.kind === null || it.kind === asked.kind) &&
        (!asked.changed || it.from === 'letter') &&
        saidIn(it, letters).toLowerCase().includes(q),
    )
    const first = (asked.page - 1) * LETTERS_PER_PAGE
    const page = found.slice(first, first + LETTERS_PER_PAGE)
    return {
      kinds: ANNOUNCED.map((kind) => kindOf(kind, open, letters)).filter((it) => it.letters > 0),
      letters: page.map((it) => asShown(it, letters)),
      found: found.length,
      waiting: open.length + locked,
      locked,
      isMatched: letters.planned.length > 0,
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
    const { letters, open } = await openLetters(ctx, tx, season)
    const found = open.find((it) => it.id === input.id)
    if (!found) throw new NotFound('no such letter waits')
    const { subject, body: words } = asLetter(found.text, found.values, letters.closing)
    const body = `${words}\n\n${switchLine(null, `${ctx.publicUrl}/me/letters`)}`
    return { ...asShown(found, letters), seasonKey: season.key, body, html: htmlLetter({ subject, body }) }
  })
}

/** Every letter of a season that waits and that whoever acts may read; it is written down whose they are. */
export async function openLetters(ctx: Context, tx: Tx, season: Season) {
  const letters = await planLetters(ctx, tx, season)
  await permit(ctx, tx, 'announce.readDrafts', {
    seasonId: season.id,
    // Whoever hears later sees it too: that they do not would tell them something.
    people: [...new Set([...letters.planned.map((it) => it.personId), ...letters.undecided])],
  })
  const isOwn = await ownLetters(ctx, tx, season.id)
  const open = letters.waiting.filter((it) => !isOwn(it.personId, it.about)).toSorted(byKindAndName)
  return { letters, open, locked: letters.waiting.length - open.length }
}

function byKindAndName(a: Planned, b: Planned): number {
  const [one, other] = [a, b].map((it) => [it.kind, it.name.toLowerCase(), it.id].join('\n'))
  return (one ?? '') < (other ?? '') ? -1 : 1
}

function saidIn({ name, email, text, values }: Planned, { closing }: Letters): string {
  const { subject, body } = asLetter(text, values, closing)
  return [name, email, subject, body].join('\n')
}

function kindOf(kind: Announced, open: readonly Planned[], { texts }: Letters): KindShown {
  const of = open.filter((it) => it.kind === kind)
  const ofKind = texts.find((it) => it.kind === kind && it.appliesTo === OF_ALL)
  return {
    kind,
    letters: of.length,
    ownWords: of.filter((it) => it.from === 'letter').length,
    changedBy: ofKind && ofKind.body !== null ? ofKind.editor : null,
  }
}

function asShown({ id, kind, name, email, text, values, from }: Planned, { program, closing }: Letters): ShownLetter {
  const compared = compareTexts(program[kind].body, text.body)
  return {
    id,
    kind,
    to: email,
    name,
    subject: asLetter(text, values, closing).subject,
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
