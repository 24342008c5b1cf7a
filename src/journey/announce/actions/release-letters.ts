import type { Context } from '../../../runtime/context.ts'
import { Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { dropDraftsBut, forgetLetterTexts, removeMoment } from '../../../store/announcement.ts'
import { releaseDecisions as markReleased } from '../../../store/applications.ts'
import type { Tx } from '../../../store/database.ts'
import { releaseDrafts, saveDrafts } from '../../../store/messages.ts'
import type { Season } from '../../../store/seasons.ts'
import { asLetter } from '../messages.ts'
import type { Letters } from './plan-letters.ts'

export type Released = {
  readonly released: number
  readonly pairs: number
  readonly noPlace: number
  readonly sent: 'queued' | 'not sent'
  readonly folder: string | null
}

/**
 * Opens every page and puts every letter that waits on its way, in one transaction. With a mail server the letters are queued; without one,
 * or for a day that has passed (unless `evenPast`), they go to a folder and are not sent.
 */
export async function releaseLetters(
  ctx: Context,
  tx: Tx,
  season: Season,
  letters: Letters,
  evenPast: boolean,
): Promise<Released> {
  const on = ctx.on ?? ctx.today
  await writeDown(ctx, tx, season, letters, on)
  const sends = ctx.sendsMail && (on >= ctx.today || evenPast)
  await releaseDrafts(tx, ctx.organisationId, season.id, sends ? 'released' : 'kept', on)
  await markReleased(tx, ctx.organisationId, season.id, on)
  await forgetLetterTexts(tx, ctx.organisationId, season.id)
  await removeMoment(tx, ctx.organisationId, season.id)
  const count = (kind: string) => letters.waiting.filter((it) => it.kind === kind).length
  return {
    released: letters.waiting.length,
    pairs: count('pair'),
    noPlace: count('no-place'),
    sent: sends ? 'queued' : 'not sent',
    folder: sends ? null : ctx.draftsFolder,
  }
}

async function writeDown(
  ctx: Context,
  tx: Tx,
  season: Season,
  { waiting, closing }: Letters,
  on: string,
): Promise<void> {
  const drafts = waiting.map((it) => ({
    id: newId(),
    person_id: it.personId,
    kind: it.kind,
    about: it.about,
    ...asLetter(it.text, it.values, closing),
  }))
  // Drafts were kept once, some perhaps of letters that nobody gets any more.
  await dropDraftsBut(tx, ctx.organisationId, season.id, drafts)
  await saveDrafts(tx, ctx.organisationId, season.id, drafts, on, ctx.clock.now())
}

/** Before a match is published nobody is to hear anything, and no decision counts as heard. */
export function refuseNothing({ planned }: Letters): void {
  if (planned.length > 0) return
  throw new Refused('no-letters', {}, 'There is no letter that waits. Publish a run first.')
}

export function changedSinceRead(): Refused {
  const says = 'Pairs or words have changed since you opened the letters. Nothing has left: read them again.'
  return new Refused('letters-changed', {}, says)
}
