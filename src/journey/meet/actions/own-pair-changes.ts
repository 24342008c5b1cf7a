import type { PairFact } from '../../../model/figures.ts'
import type { Outcome } from '../../../model/outcome.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { enterOwnPair, type OwnPair } from '../../../runtime/own-pair.ts'
import type { Tx } from '../../../store/database.ts'
import { addPairChange, endPauses, lockPair, pairRowById } from '../../../store/matches.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { addPairRequest, agreeToExtension, extensionById } from '../../../store/pair-requests.ts'
import { agreedLetter, endedLetter, extensionLetter, pairEndedLetter, pauseLetter } from '../messages/pair-letters.ts'
import { decideExtension, decideOwnPause } from '../rules/going-on.ts'
import { decideEnd } from '../rules.ts'
import { keepReportOnce, LONGEST_REPORT } from './reports.ts'
import { coordinatorsBeside, tell } from './tell-about-pair.ts'

type Changed = { readonly changed: boolean }

/** Pauses one's own pair from today until a day, or until one of the two goes on. */
export async function pauseOwnPair(ctx: Context, input: { pair: string; until: string | null }): Promise<Changed> {
  return within(ctx, async (tx) => {
    const { pair, fact } = await lockOwn(ctx, tx, 'meet.pauseOwnPair', input.pair)
    if (takenOf(decideOwnPause(fact, ctx.today, input.until), 'until') === 'holds') return { changed: false }
    const id = newId()
    const change = { id, pairId: pair.id, kind: 'paused', from: ctx.today, until: input.until, by: pair.me } as const
    const changed = await addPairChange(tx, ctx.organisationId, { ...change, recordedAt: ctx.clock.now() })
    await tell(ctx, tx, { pair, to: [pair.partnerId], kind: 'pair-news', about: id }, (to) =>
      pauseLetter(to, pair, myNameIn(pair), input.until),
    )
    return { changed }
  })
}

/** Goes on today; without a pause there is nothing to end. */
export async function resumeOwnPair(ctx: Context, input: { pair: string }): Promise<Changed> {
  return within(ctx, async (tx) => {
    const { pair } = await lockOwn(ctx, tx, 'meet.resumeOwnPair', input.pair)
    return { changed: await endPauses(tx, ctx.organisationId, pair.id, ctx.today) }
  })
}

/** Ends one's own pair today, its last day. A reason, where one is given, goes to the named contact and to nobody else. */
export async function endOwnPair(ctx: Context, input: { pair: string; reason: string }): Promise<Changed> {
  const reason = readReason(input.reason)
  return within(ctx, async (tx) => {
    const { pair, fact } = await lockOwn(ctx, tx, 'meet.endOwnPair', input.pair)
    if (reason !== '') await keepReportOnce(ctx, tx, pair, reason)
    // Ended already, by whichever of the two was quicker, is what was wanted.
    if (fact.endedOn !== null) return { changed: false }
    const on = takenOf(decideEnd(fact, ctx.today), 'reason')
    const change = { id: newId(), pairId: pair.id, kind: 'ended', from: on, until: null, by: pair.me } as const
    await addPairChange(tx, ctx.organisationId, { ...change, recordedAt: ctx.clock.now() })
    const about = pair.id
    await tell(ctx, tx, { pair, to: [pair.partnerId], kind: 'pair-ended', about }, (to) =>
      endedLetter(to, pair, myNameIn(pair), on),
    )
    const coordinators = await coordinatorsBeside(ctx, tx, pair)
    await tell(ctx, tx, { pair, to: coordinators, kind: 'pair-ended', about }, (to) => pairEndedLetter(to, pair, on))
    return { changed: true }
  })
}

/** Proposes a day until which to go on after the season; it is agreed when the other one says so too. */
export async function proposeExtension(ctx: Context, input: { pair: string; until: string }): Promise<Changed> {
  return within(ctx, async (tx) => {
    const { pair, fact } = await lockOwn(ctx, tx, 'meet.proposeExtension', input.pair)
    const until = takenOf(decideExtension(fact, pair.seasonEndsOn, input.until, ctx.today), 'extend-until')
    const times = { askedOn: ctx.today, askedAt: ctx.clock.now() }
    const asked = {
      id: newId(),
      pairId: pair.id,
      kind: 'extension',
      askedBy: pair.me,
      untilOn: until,
      ...times,
    } as const
    const changed = await addPairRequest(tx, ctx.organisationId, asked)
    const page = `${ctx.publicUrl}/pairs/${pair.id}/change`
    if (changed)
      await tell(ctx, tx, { pair, to: [pair.partnerId], kind: 'pair-news', about: asked.id }, (to) =>
        extensionLetter(to, pair, myNameIn(pair), until, page),
      )
    return { changed }
  })
}

/** Agrees to the day that the other one proposed; agreeing twice is the same. */
export async function agreeExtension(ctx: Context, input: { pair: string; request: string }): Promise<Changed> {
  return within(ctx, async (tx) => {
    const { pair, fact } = await lockOwn(ctx, tx, 'meet.agreeExtension', input.pair)
    const asked = await extensionById(tx, ctx.organisationId, pair.id, input.request)
    if (!asked?.untilOn || asked.askedBy === pair.me) throw new NotFound('Nobody proposed this.')
    if (asked.agreedBy) return { changed: false }
    const until = takenOf(decideExtension(fact, pair.seasonEndsOn, asked.untilOn, ctx.today), 'extend-until')
    await agreeToExtension(tx, ctx.organisationId, { id: asked.id, by: pair.me, at: ctx.clock.now() })
    await tell(ctx, tx, { pair, to: [asked.askedBy], kind: 'pair-news', about: asked.id }, (to) =>
      agreedLetter(to, pair, myNameIn(pair), until),
    )
    return { changed: true }
  })
}

async function lockOwn(ctx: Context, tx: Tx, action: string, id: string): Promise<{ pair: OwnPair; fact: PairFact }> {
  const pair = await enterOwnPair(ctx, tx, action, id)
  await lockPair(tx, ctx.organisationId, pair.id)
  const row = await pairRowById(tx, ctx.organisationId, pair.id)
  if (!row) throw new NotFound('There is no such pair.')
  return { pair, fact: asPairFact(row) }
}

function myNameIn(pair: OwnPair): string {
  return pair.role === 'mentor' ? pair.mentorName : pair.menteeName
}

const WHY_NOT: Readonly<Record<string, string>> = {
  'before-the-pair': 'This pair has not begun yet.',
  'pair-ended': 'This pair has ended; there is nothing left to change.',
  'paused-already': 'This pair pauses already. Go on first, then pause anew.',
}
const OF_THE_FIELD: Readonly<Record<string, string>> = {
  'pause-ends-before-it-begins': 'Name a day from today on, or none to pause until one of you goes on.',
  'extension-too-early': 'Name a day after the season’s end, and after today.',
  'extension-too-long': 'Name a day within a year after the season’s end.',
}

/** What a day on the form is to blame for is said beside it; all else is refused. */
function takenOf<T>(decided: Outcome<T>, place: string): T {
  if (decided.ok) return decided.value
  const message = OF_THE_FIELD[decided.code]
  if (message) throw new Invalid(message, { fields: [{ place, message }] })
  throw new Refused(decided.code, decided.facts, WHY_NOT[decided.code])
}

function readReason(given: string): string {
  const reason = given.replaceAll('\r\n', '\n').trim()
  const message = `Write at most ${LONGEST_REPORT} characters; these are ${reason.length}.`
  if (reason.length > LONGEST_REPORT) throw new Invalid(message, { fields: [{ place: 'reason', message }] })
  return reason
}
