import type { Day } from '../../model/day.ts'
import type { Role } from '../../model/role.ts'

/** What `planNext` knows of one pair. `now` is the window that runs today, where one does. */
export type PairFacts = {
  readonly pairId: string
  readonly partner: string
  readonly role: Role
  readonly isOver: boolean
  readonly isPaused: boolean
  /** Meetings that the partner confirmed and the reader may still answer. */
  readonly questions: readonly { readonly heldOn: Day; readonly lastDayToAnswer: Day }[]
  /** Days of which nothing is said yet and something can be, with the day on which a meeting was planned in them. */
  readonly unsaid: { readonly firstDay: Day; readonly lastDay: Day; readonly on: Day | null } | null
  /** Until when the partner proposes to go on. */
  readonly proposedUntil: Day | null
  readonly hasAgreement: boolean
  readonly hasGoal: boolean
  readonly now: { readonly lastDay: Day; readonly isMet: boolean } | null
  /** Who proposes times to meet, while none is chosen. */
  readonly timesBy: 'me' | 'partner' | null
  /** The next planned meeting: when it begins, as an instant, and its day on the reader's calendar. */
  readonly planned: { readonly at: string; readonly day: Day } | null
}
/** Something of a season that is still to be done, with its last day. */
export type ToDo = {
  readonly kind: 'survey' | 'event' | 'training' | 'shortlist'
  readonly name: string
  readonly by: Day
  readonly season: string
  readonly href: string
}
export type Waiting = { readonly season: string; readonly role: Role; readonly hearsOn: Day }
export type Facts = {
  readonly pairs: readonly PairFacts[]
  readonly toDo: readonly ToDo[]
  readonly waiting: readonly Waiting[]
  /** The next thing of a season that only comes, whoever does what. */
  readonly coming: { readonly text: string; readonly on: Day } | null
}

/** The one thing to do next, with what its sentence needs. */
export type Next =
  | { readonly code: 'answer-meeting'; readonly pair: PairFacts; readonly heldOn: Day; readonly by: Day }
  | { readonly code: 'say'; readonly pair: PairFacts; readonly unsaid: NonNullable<PairFacts['unsaid']> }
  | { readonly code: 'choose-time'; readonly pair: PairFacts }
  | { readonly code: 'answer-extension'; readonly pair: PairFacts; readonly until: Day }
  | { readonly code: 'do-by'; readonly toDo: ToDo }
  | { readonly code: 'agree'; readonly pair: PairFacts }
  | { readonly code: 'set-goal'; readonly pair: PairFacts }
  | { readonly code: 'meet'; readonly pair: PairFacts; readonly by: Day }
  | { readonly code: 'planned'; readonly pair: PairFacts; readonly at: string }
  | { readonly code: 'wait'; readonly waiting: Waiting }
  | { readonly code: 'nothing'; readonly coming: Facts['coming'] }
  | { readonly code: 'begin' }

/** Days before its last day from which a survey or a training comes before what has no last day. */
export const DAYS_AHEAD = 14

/**
 * The one thing to do next: first what closes soon and somebody waits for, then what a pair needs to begin, then the meeting of
 * this window where none is planned, then a planned one, then what is only waited for. `near` is the day up to which something with a last day counts as soon: 14 days
 * from today. A pair that pauses or is over asks for nothing. PRODUCT.md, meet; issue 4, my page.
 */
export function planNext(facts: Facts, near: Day): Next {
  const running = facts.pairs.filter((pair) => !pair.isOver)
  const active = running.filter((pair) => !pair.isPaused)
  return (
    firstQuestion(facts.pairs) ??
    firstUnsaid(active) ??
    firstTimes(active) ??
    firstExtension(running) ??
    firstToDo(facts.toDo, near) ??
    firstBeginning(active) ??
    firstMeeting(active) ??
    firstToDo(facts.toDo, null) ??
    firstPlanned(active) ??
    firstWaiting(facts.waiting) ??
    (facts.pairs.length > 0 ? { code: 'nothing', coming: facts.coming } : { code: 'begin' })
  )
}

/** A meeting of a pair that has ended since was a meeting all the same. */
function firstQuestion(pairs: readonly PairFacts[]): Next | null {
  const asked = pairs.flatMap((pair) =>
    pair.questions.map((it) => ({ pair, heldOn: it.heldOn, by: it.lastDayToAnswer })),
  )
  const first = earliest(asked, (it) => it.by)
  return first && { code: 'answer-meeting', ...first }
}

function firstUnsaid(pairs: readonly PairFacts[]): Next | null {
  const open = pairs.flatMap((pair) => (pair.unsaid ? [{ pair, unsaid: pair.unsaid }] : []))
  const first = earliest(open, (it) => it.unsaid.firstDay)
  return first && { code: 'say', ...first }
}

function firstTimes(pairs: readonly PairFacts[]): Next | null {
  const asked = pairs.find((pair) => pair.timesBy === 'partner')
  return asked ? { code: 'choose-time', pair: asked } : null
}

function firstExtension(pairs: readonly PairFacts[]): Next | null {
  const asked = pairs.flatMap((pair) => (pair.proposedUntil === null ? [] : [{ pair, until: pair.proposedUntil }]))
  const first = earliest(asked, (it) => it.until)
  return first && { code: 'answer-extension', ...first }
}

function firstToDo(all: readonly ToDo[], near: Day | null): Next | null {
  const first = earliest(
    all.filter((it) => near === null || it.by <= near),
    (it) => it.by,
  )
  return first && { code: 'do-by', toDo: first }
}

function firstBeginning(pairs: readonly PairFacts[]): Next | null {
  const unagreed = pairs.find((pair) => !pair.hasAgreement)
  if (unagreed) return { code: 'agree', pair: unagreed }
  const aimless = pairs.find((pair) => !pair.hasGoal)
  return aimless ? { code: 'set-goal', pair: aimless } : null
}

function firstMeeting(pairs: readonly PairFacts[]): Next | null {
  const open = pairs.flatMap((pair) => {
    const { now, planned } = pair
    const isOpen = now && !now.isMet && !(planned && planned.day <= now.lastDay)
    return isOpen ? [{ pair, by: now.lastDay }] : []
  })
  const first = earliest(open, (it) => it.by)
  return first && { code: 'meet', ...first }
}

function firstPlanned(pairs: readonly PairFacts[]): Next | null {
  const all = pairs.flatMap((pair) => (pair.planned ? [{ pair, at: pair.planned.at }] : []))
  const first = earliest(all, (it) => it.at)
  return first && { code: 'planned', ...first }
}

function firstWaiting(all: readonly Waiting[]): Next | null {
  const first = earliest(all, (it) => it.hearsOn)
  return first && { code: 'wait', waiting: first }
}

/** The one with the earliest day or instant; of several at one the first. */
function earliest<T>(all: readonly T[], dayOf: (it: T) => string): T | null {
  return all.reduce<T | null>((first, it) => (first === null || dayOf(it) < dayOf(first) ? it : first), null)
}
