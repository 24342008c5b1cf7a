import { writeDigests } from '../desk/actions/write-digests.ts'
import { releasePlanned } from '../journey/announce/actions/moments.ts'
import { digestLetter } from '../journey/announce/messages/digest-letter.ts'
import { dueWork, fileMessage, sendMessage } from '../journey/announce/sending.ts'
import { tellInterested } from '../journey/apply/actions/interest.ts'
import { writeToChoosers } from '../journey/match/actions/write-to-choosers.ts'
import { askStillGoing } from '../journey/meet/actions/ask-still-going.ts'
import { askWhetherMet } from '../journey/meet/actions/ask-whether-met.ts'
import { tellDeputies } from '../journey/meet/actions/reading-reports.ts'
import { withdrawPlanned } from '../journey/meet/actions/withdraw-planned.ts'
import { moveRequestsOn } from '../journey/offer/actions/move-on.ts'
import { recordCompletions } from '../journey/results/actions/record-completions.ts'
import { remindReviewers } from '../journey/review/actions/tell-reviewers.ts'
import { closeSurveys } from '../journey/survey/actions/close-surveys.ts'
import { remindOfSurveys } from '../journey/survey/actions/remind.ts'
import { openPost } from '../outbox/email.ts'
import { finishLeaving } from '../people/actions/end-ways-in.ts'
import type { Context } from '../runtime/context.ts'
import { newId } from '../runtime/new-id.ts'
import { asProgram, type House } from '../runtime/open-context.ts'
import { retainDue } from '../upkeep/actions/retain.ts'

const BATCH = 50

/** Does everything that is due now, stage by stage; it may run at any time, twice, and in two processes at once. */
export async function doWhatIsDue(house: House): Promise<{ done: number; failed: number }> {
  const ctx = asProgram(house, `tick ${newId()}`)
  // Before any letter goes out: one to somebody who has left stays here.
  await finishLeaving(ctx)
  if (house.organisation.kind === 'real') await tellDeputies(ctx)
  if (house.organisation.kind !== 'rehearsal') await releasePlanned(ctx)
  await tellInterested(ctx)
  await closeSurveys(ctx)
  if (house.organisation.kind !== 'rehearsal') await remindOfSurveys(ctx)
  if (house.organisation.kind !== 'rehearsal') await writeToChoosers(ctx)
  if (house.organisation.kind !== 'rehearsal') await remindReviewers(ctx)
  await withdrawPlanned(ctx)
  await askWhetherMet(ctx)
  await askStillGoing(ctx)
  await recordCompletions(ctx)
  await moveRequestsOn(ctx)
  if (house.organisation.kind !== 'rehearsal') await writeDigests(ctx, digestLetter)
  const letters = await sendLetters(house, ctx)
  await retainDue(house)
  return letters
}

/** Hands over every letter that may leave now. */
export async function sendLetters(house: House, ctx: Context): Promise<{ done: number; failed: number }> {
  // A rehearsal and the demo keep their letters to themselves.
  if (house.organisation.kind !== 'real') return { done: 0, failed: 0 }
  const { smtpUrl, mailFrom } = house.config
  const post = smtpUrl ? openPost(smtpUrl, mailFrom) : null
  const can = { send: post !== null, file: !!ctx.draftsFolder }
  const tried = new Set<string>()
  let done = 0
  try {
    for (;;) {
      const due = await dueWork(house.db, house.organisation.id, ctx.clock.now(), BATCH + tried.size, can)
      const fresh = due.filter((work) => !tried.has(work.about))
      if (fresh.length === 0) return { done, failed: tried.size - done }
      for (const work of fresh) {
        tried.add(work.about)
        if (await perform(work.action, work.about)) done += 1
      }
    }
  } finally {
    post?.close()
  }

  async function perform(action: string, about: string): Promise<boolean> {
    if (action === 'announce.fileMessage') return ctx.draftsFolder ? fileMessage(ctx, ctx.draftsFolder, about) : false
    return post ? sendMessage(ctx, post, about) : false
  }
}
