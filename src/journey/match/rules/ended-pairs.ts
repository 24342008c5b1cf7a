import type { Day } from '../../../model/day.ts'
import type { PairFact } from '../../../model/figures.ts'

type Two = { readonly mentorId: string; readonly menteeId: string }
export type EndedPairs = {
  /** Pairs that run: fixed in a later run. */
  readonly fixed: readonly Two[]
  /** Mentees who take no part in it: they are in a pair, or theirs has ended and they seek no other one. */
  readonly seated: ReadonlySet<string>
  /** Pairs that ended: never the same two again. */
  readonly over: readonly Two[]
  /** Places that a mentor does not offer, since a pair of theirs has ended and they seek no other mentee. */
  readonly withheld: ReadonlyMap<string, number>
}

/**
 * What ended pairs mean for the next run. Whoever is to find another partner is free again, their place too; of everybody else an
 * ended pair is the end. PRODUCT.md, matching: published pairs are fixed in later runs; meet: either may ask for another match.
 */
export function planEndedPairs(
  pairs: readonly PairFact[],
  again: readonly { readonly pairId: string; readonly personId: string }[],
  today: Day,
): EndedPairs {
  const isOver = (pair: PairFact) => pair.endedOn !== null && pair.endedOn <= today
  const seeks = (pair: PairFact, id: string) => again.some((it) => it.pairId === pair.id && it.personId === id)
  const over = pairs.filter(isOver)
  const fixed = pairs.filter((it) => !isOver(it))
  const seated = [...fixed, ...over.filter((it) => !seeks(it, it.menteeId))]
  const withheld = new Map<string, number>()
  for (const it of over.filter((one) => !seeks(one, one.mentorId)))
    withheld.set(it.mentorId, (withheld.get(it.mentorId) ?? 0) + 1)
  return {
    fixed: fixed.map(asTwo),
    seated: new Set(seated.map((it) => it.menteeId)),
    over: over.map(asTwo),
    withheld,
  }
}

function asTwo({ mentorId, menteeId }: PairFact): Two {
  return { mentorId, menteeId }
}
