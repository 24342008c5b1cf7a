import type { Context } from '../../../runtime/context.ts'
import { Refused } from '../../../runtime/errors.ts'
import { forgetLetterTexts, removeMoment } from '../../../store/announcement.ts'
import { releaseDecisions as markReleased } from '../../../store/applications.ts'
import type { Tx } from '../../../store/database.ts'
import { messagesOf, releaseDrafts } from '../../../store/messages.ts'
import type { Season } from '../../../store/seasons.ts'

export type Released = {
  readonly released: number
  readonly pairs: number
  readonly noPlace: number
  readonly sent: 'queued' | 'not sent'
  readonly folder: string | null
}

/**
 * Opens every page and puts every draft on its way, in one transaction. With a mail server the letters are queued; without one,
 * or for a day that has passed (unless `evenPast`), they go to a folder and are not sent.
 */
export async function releaseLetters(ctx: Context, tx: Tx, season: Season, evenPast: boolean): Promise<Released> {
  const on = ctx.on ?? ctx.today
  const drafts = (await messagesOf(tx, ctx.organisationId, season.id)).filter((it) => it.state === 'draft')
  const sends = ctx.sendsMail && (on >= ctx.today || evenPast)
  await releaseDrafts(tx, ctx.organisationId, season.id, sends ? 'released' : 'kept', on)
  await markReleased(tx, ctx.organisationId, season.id, on)
  await forgetLetterTexts(tx, ctx.organisationId, season.id)
  await removeMoment(tx, ctx.organisationId, season.id)
  const count = (kind: string) => drafts.filter((it) => it.kind === kind).length
  return {
    released: drafts.length,
    pairs: count('pair'),
    noPlace: count('no-place'),
    sent: sends ? 'queued' : 'not sent',
    folder: sends ? null : ctx.draftsFolder,
  }
}

export function changedSinceRead(): Refused {
  const says = 'Pairs or words have changed since you opened the letters. Nothing has left: read them again.'
  return new Refused('letters-changed', {}, says)
}
