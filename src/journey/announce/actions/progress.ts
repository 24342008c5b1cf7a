import { type Context, permit, within } from '../../../runtime/context.ts'
import { Refused } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import {
  type FailedLetter,
  failedLetters,
  type LetterState,
  letterStates,
  type Moment,
  momentOf,
  sendOnceMore,
} from '../../../store/announcement.ts'
import { ownLetters } from './own-letters.ts'

/** How far the letters are, counted in letters. */
export type Counts = {
  readonly letters: number
  readonly sent: number
  readonly waiting: number
  /** Of those that wait: tried once at least, and not taken yet. */
  readonly triedBefore: number
  readonly refused: number
  readonly cameBack: number
  /** Not sent by e-mail: no mail server is set up, or the day had passed. */
  readonly notSent: number
}
export type Progress = Counts & {
  readonly moment: { readonly at: string; readonly held: boolean } | null
  /** Letters that did not arrive, a page of them. */
  readonly failed: readonly Omit<FailedLetter, 'about'>[]
  /** Those about whoever looks, which another coordinator has. */
  readonly locked: number
}

/** How far the letters of the day are, and which did not arrive. */
export async function seeProgress(ctx: Context, input: { season?: string }): Promise<Progress> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const failed = await failedLetters(tx, ctx.organisationId, season.id)
    const isOwn = await ownLetters(ctx, tx, season.id)
    const open = failed.filter((it) => !isOwn(it.personId, it.about))
    await permit(ctx, tx, 'announce.seeProgress', { seasonId: season.id, people: open.map((it) => it.personId) })
    const states = await letterStates(tx, ctx.organisationId, season.id)
    const moment = await momentOf(tx, ctx.organisationId, season.id)
    return {
      ...countStates(states),
      moment: moment ? asMoment(moment) : null,
      failed: open.map(({ about: _, ...it }) => it),
      locked: failed.length - open.length,
    }
  })
}

/** Sends letters again that did not arrive, to the address their people have now: one, or all of the season. */
export async function sendAgain(
  ctx: Context,
  input: { season?: string; letter?: string },
): Promise<{ readonly letters: number }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const failed = await failedLetters(tx, ctx.organisationId, season.id)
    const isOwn = await ownLetters(ctx, tx, season.id)
    await permit(ctx, tx, 'announce.sendAgain', { seasonId: season.id, about: input.letter })
    const asked = failed.filter((it) => !isOwn(it.personId, it.about) && (!input.letter || it.id === input.letter))
    // Somebody else was faster, or there is none.
    if (asked.length === 0) return { letters: 0 }
    if (!ctx.sendsMail) throw new Refused('no-mail-server', {}, 'No mail server is set up, so no letter can leave.')
    if (asked.some((it) => it.isKept))
      return {
        letters: await sendOnceMore(
          tx,
          ctx.organisationId,
          asked.map((it) => it.id),
        ),
      }
    throw new Refused(
      'letter-not-kept',
      {},
      'The words of this letter are not kept any more. Write to the person yourself.',
    )
  })
}

function countStates(states: readonly LetterState[]): Counts {
  const count = (fits: (it: LetterState) => boolean) => states.filter(fits).reduce((sum, it) => sum + it.letters, 0)
  return {
    letters: count(() => true),
    sent: count((it) => it.state === 'sent'),
    waiting: count((it) => it.state === 'released'),
    triedBefore: count((it) => it.triedBefore),
    refused: count((it) => it.state === 'failed' && !it.cameBack),
    cameBack: count((it) => it.cameBack),
    notSent: count((it) => ['kept', 'filed', 'page'].includes(it.state)),
  }
}

function asMoment({ at, held }: Moment) {
  return { at, held }
}
