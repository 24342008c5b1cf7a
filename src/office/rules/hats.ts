import { addDays } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'
import type { Hat } from '../../model/hats.ts'
import { no, type Outcome, yes } from '../../model/outcome.ts'

/** One hat somebody wears: from its first to its last day, both included; for good where `untilOn` is null. */
export type Wearing = {
  readonly id: string
  readonly personId: string
  readonly hat: Hat
  /** The one season it is for; null is the whole organisation. */
  readonly seasonId: string | null
  readonly fromOn: Day
  readonly untilOn: Day | null
  /** Who lent it; null for a hat of one's own. */
  readonly lentBy: string | null
  readonly isDeputy: boolean
}

/** Every hat that is on or will be, of everybody who is here, on a day. */
export type HatBook = {
  readonly wearings: readonly Wearing[]
  readonly today: Day
  /** The owner's recorded decision that one person may be coordinator and people team. */
  readonly onePersonDecided: boolean
}

export type Giving = Pick<Wearing, 'personId' | 'hat' | 'seasonId' | 'untilOn' | 'isDeputy'>
export type Lending = {
  readonly lenderId: string
  readonly wearingId: string
  readonly toPersonId: string
  readonly untilOn: Day
}

/** Hats for one season or for all; the others are always the whole organisation's. PRODUCT.md, words. */
export const SEASON_HATS: readonly Hat[] = ['coordinator', 'reviewer', 'people-team', 'named-contact']
/** Hats that an owner gives. A manager's follows from the directory. */
export const GIVEN_HATS: readonly Hat[] = ['owner', 'auditor', ...SEASON_HATS]
/** Hats that their wearer may lend: never those that watch over the others. */
export const LENT_HATS: readonly Hat[] = [...SEASON_HATS]
/** Days ahead to which a hat may be lent. Own choice: a long holiday; what lasts longer is the owner's to give. */
export const LONGEST_LENT_DAYS = 60

/** Whether an owner may give it, or whether it is there already, just so: the same request, retried. */
export function decideGive(book: HatBook, giving: Giving): Outcome<'given' | 'unchanged'> {
  if (!GIVEN_HATS.includes(giving.hat)) return no('hat-not-given', { hat: giving.hat })
  if (giving.seasonId !== null && !SEASON_HATS.includes(giving.hat))
    return no('hat-of-the-whole-organisation', { hat: giving.hat })
  if (giving.untilOn !== null && giving.untilOn < book.today) return no('hat-ends-before-it-begins')
  const next = { ...giving, fromOn: book.today }
  const same = book.wearings.find((it) => it.lentBy === null && isSameHat(it, next) && meets(it, next))
  if (same && same.seasonId === giving.seasonId && same.untilOn === giving.untilOn && same.isDeputy === giving.isDeputy)
    return yes('unchanged')
  if (same) return no('hat-already-worn', { hat: giving.hat })
  const other = book.wearings.find((it) => isSamePlace(it, next) && meets(it, next))
  if (other) return no('named-contact-is-taken', { personId: other.personId })
  return isForbidden(book, next) ? no('coordinator-and-people-team') : yes('given')
}

/** Whether it may be taken off, and which hats go with it: those that were lent from it. */
export function decideTake(book: HatBook, wearingId: string): Outcome<readonly string[]> {
  const taken = book.wearings.find((it) => it.id === wearingId)
  if (!taken) return yes([])
  const left = book.wearings.filter((it) => it.id !== wearingId)
  if (taken.hat === 'owner' && !left.some(isOwnerForGood)) return no('last-owner')
  const lent = left.filter((it) => it.lentBy === taken.personId && !left.some((own) => isLentFrom(it, own)))
  return yes([wearingId, ...lent.map((it) => it.id)])
}

/** Whether a hat of one's own may be lent to somebody until a day. */
export function decideLend(book: HatBook, { lenderId, wearingId, toPersonId, untilOn }: Lending): Outcome<Wearing> {
  const own = book.wearings.find((it) => it.id === wearingId && it.personId === lenderId && it.fromOn <= book.today)
  if (!own) return no('hat-not-worn')
  if (own.lentBy !== null) return no('lent-hat-not-lent-on')
  if (!LENT_HATS.includes(own.hat)) return no('hat-not-lent', { hat: own.hat })
  if (toPersonId === lenderId) return no('lent-to-oneself')
  if (untilOn < book.today) return no('hat-ends-before-it-begins')
  const latest = latestLentDay(book.today, own)
  if (untilOn > latest) return no('lent-too-long', { latest })
  const next = { ...own, personId: toPersonId, fromOn: book.today, untilOn, lentBy: lenderId }
  if (book.wearings.some((it) => isSameHat(it, next) && meets(it, next)))
    return no('hat-already-worn', { hat: own.hat })
  return isForbidden(book, next) ? no('coordinator-and-people-team') : yes(next)
}

/** The last day to which a hat can be lent: 60 days ahead, and never longer than one wears it oneself. */
export function latestLentDay(today: Day, own: Pick<Wearing, 'untilOn'>): Day {
  const latest = addDays(today, LONGEST_LENT_DAYS)
  return own.untilOn !== null && own.untilOn < latest ? own.untilOn : latest
}

/** Whether the decision that one person may be both can be taken back: not while somebody is. */
export function decideWithdrawOnePerson(book: HatBook): Outcome<null> {
  const both = book.wearings.find((it) => isForbidden({ ...book, onePersonDecided: false }, it))
  return both ? no('one-person-in-use', { personId: both.personId }) : yes(null)
}

type Worn = Omit<Wearing, 'id' | 'lentBy'>

/** Coordinator with people team, in whatever season: who clears people must not place them. PRODUCT.md, words. */
function isForbidden(book: HatBook, next: Worn): boolean {
  if (book.onePersonDecided) return false
  const against: Hat | null =
    next.hat === 'coordinator' ? 'people-team' : next.hat === 'people-team' ? 'coordinator' : null
  return book.wearings.some((it) => it.personId === next.personId && it.hat === against && overlaps(it, next))
}

function isSameHat(one: Worn, other: Worn): boolean {
  return one.personId === other.personId && one.hat === other.hat
}

/** There is one named contact, and one deputy, for the same season or for all. */
function isSamePlace(one: Wearing, next: Worn): boolean {
  const isContact = one.hat === 'named-contact' && next.hat === 'named-contact'
  return isContact && one.lentBy === null && one.seasonId === next.seasonId && one.isDeputy === next.isDeputy
}

/** Whether there is a day and a season in which both are on. */
function meets(one: Worn, other: Worn): boolean {
  const sameSeason = one.seasonId === null || other.seasonId === null || one.seasonId === other.seasonId
  return sameSeason && overlaps(one, other)
}

function overlaps(one: Pick<Worn, 'fromOn' | 'untilOn'>, other: Pick<Worn, 'fromOn' | 'untilOn'>): boolean {
  return (
    (one.untilOn === null || one.untilOn >= other.fromOn) && (other.untilOn === null || other.untilOn >= one.fromOn)
  )
}

function isOwnerForGood(it: Wearing): boolean {
  return it.hat === 'owner' && it.seasonId === null && it.untilOn === null
}

/** Whether a lent hat hangs on this one of its lender's, which is worn at least as long. */
function isLentFrom(lent: Wearing, own: Wearing): boolean {
  const isTheirs = own.lentBy === null && own.personId === lent.lentBy && own.hat === lent.hat
  const isLongEnough = own.untilOn === null || (lent.untilOn !== null && lent.untilOn <= own.untilOn)
  return isTheirs && isLongEnough && (own.seasonId === null || own.seasonId === lent.seasonId)
}
