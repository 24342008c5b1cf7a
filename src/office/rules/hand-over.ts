import { no, type Outcome, yes } from '../../model/outcome.ts'
import { decideGive, type Giving, type HatBook, type Wearing } from './hats.ts'

export type HandingOver = {
  readonly fromId: string
  readonly toId: string
  readonly seasonId: string
  /** Whether who takes over has an application in the season, or is in a pair of it. */
  readonly takesPart: boolean
}
export type PlannedHandOver = {
  /** The hat to give; null where they coordinate it already, for good. */
  readonly give: Giving | null
  /** Hats that end: the one of just this season, and what was lent from it. A hat for every season stays. */
  readonly end: readonly Wearing[]
}

/**
 * Whether a coordinator may hand a season over, and what that does to hats. Own choice: only with a hat of their own, since a
 * lent one goes back; and to nobody whose own affairs in the season no other coordinator would be left to handle.
 */
export function decideHandOver(book: HatBook, it: HandingOver): Outcome<PlannedHandOver> {
  const covers = (worn: Wearing) =>
    worn.hat === 'coordinator' && (worn.seasonId === null || worn.seasonId === it.seasonId)
  const isOn = (worn: Wearing) => worn.fromOn <= book.today
  const own = book.wearings.filter((worn) => worn.personId === it.fromId && covers(worn) && isOn(worn))
  if (own.length === 0) return no('hat-not-worn')
  if (own.every((worn) => worn.lentBy !== null)) return no('lent-hat-not-handed-over')
  if (it.toId === it.fromId) return no('handed-to-oneself')
  const ending = own.filter((worn) => worn.seasonId === it.seasonId && worn.lentBy === null)
  const left = book.wearings.filter((worn) => !ending.includes(worn))
  const lent = ending.length === 0 ? [] : left.filter((worn) => isLentFrom(worn, it) && !stillHangs(worn, left, it))
  const others = left.filter((worn) => covers(worn) && isOn(worn) && worn.lentBy === null && worn.personId !== it.toId)
  if (it.takesPart && others.length === 0) return no('no-second-coordinator')
  const end = [...ending, ...lent]
  const theirs = book.wearings.find(
    (worn) => worn.personId === it.toId && covers(worn) && isOn(worn) && worn.lentBy === null && worn.untilOn === null,
  )
  if (theirs) return yes({ give: null, end })
  const give = { personId: it.toId, hat: 'coordinator', seasonId: it.seasonId, untilOn: null, isDeputy: false } as const
  const decided = decideGive({ ...book, wearings: book.wearings.filter((worn) => !end.includes(worn)) }, give)
  return decided.ok ? yes({ give, end }) : decided
}

function isLentFrom(worn: Wearing, it: HandingOver): boolean {
  return worn.lentBy === it.fromId && worn.hat === 'coordinator' && worn.seasonId === it.seasonId
}

/** Whether what was lent hangs on another hat of its lender, which stays. */
function stillHangs(worn: Wearing, left: readonly Wearing[], it: HandingOver): boolean {
  return left.some(
    (own) =>
      own.personId === it.fromId && own.lentBy === null && own.hat === 'coordinator' && own.seasonId === worn.seasonId,
  )
}
