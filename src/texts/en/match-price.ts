import { outOf100, pointsInWords, someOf } from './match.ts'
import { countOf } from './results.ts'

type Named = { readonly id: string; readonly name: string }
type Moved = { readonly mentee: Named; readonly from: Named | null; readonly to: Named | null }
type Price = {
  readonly moves: readonly Moved[]
  readonly serving: readonly Named[]
  readonly reserved: readonly Named[]
  readonly pairsLost: number
  readonly worthLost: number
  readonly worstBefore: number | null
  readonly worstAfter: number | null
  readonly locked: number
}

/** "Ana gets Uma instead of Eli." */
export function moveInWords({ mentee, from, to }: Moved): string {
  if (to === null) return `${mentee.name} has no mentor then, ${from?.name ?? 'nobody'} before.`
  return from === null
    ? `${mentee.name}, without a mentor before, gets ${to.name}.`
    : `${mentee.name} gets ${to.name} instead of ${from.name}.`
}

/** What it comes to, as the heading of a page. */
export function priceInWords({ pairsLost, worthLost, moves }: Price): string {
  const losers = losersOf(moves)
  if (pairsLost === 0 && losers.length > 0) return `${someOf(losers, 2)} would lose the place`
  if (pairsLost > 0) return `${countOf(pairsLost, 'mentee')} fewer would have a mentor`
  if (pairsLost < 0) return `${countOf(-pairsLost, 'mentee')} more would have a mentor`
  if (worthLost > 0) return `This costs ${pointsInWords(worthLost)}`
  if (worthLost < 0) return `This gains ${pointsInWords(worthLost)}`
  return moves.length === 0 ? 'This changes nothing today' : 'This costs no points'
}

/** The same in a line, with who moves: what an alternative costs. */
export function priceInALine(price: Price, mentee: Named): string {
  const { pairsLost, moves, locked } = price
  const others = moves.filter((it) => it.mentee.id !== mentee.id && it.to !== null)
  const losers = losersOf(moves)
  const cost =
    pairsLost > 0
      ? `${countOf(pairsLost, 'mentee')} fewer would have a mentor.`
      : pairsLost < 0
        ? `${countOf(-pairsLost, 'mentee')} more would have a mentor.`
        : pointsLine(price)
  const shown = others.slice(0, 3).map(moveInWords)
  const more = others.length - shown.length
  return [
    // Who goes before in priority goes before points: that is said first.
    ...(losers.length > 0 ? [`${someOf(losers, 3)} would lose the place.`] : []),
    cost,
    ...shown,
    ...(more > 0 ? [`${countOf(more, 'other')} would move too.`] : []),
    ...(locked > 0 ? ['One line is about yourself.'] : []),
  ].join(' ')
}

/** What all pairs together lose or gain. */
export function pointsLine({ worthLost }: Pick<Price, 'worthLost'>): string {
  if (worthLost === 0) return 'All pairs together lose nothing.'
  return `All pairs together ${worthLost > 0 ? 'lose' : 'gain'} ${pointsInWords(worthLost)}.`
}

function losersOf(moves: readonly Moved[]): readonly string[] {
  return moves.filter((it) => it.to === null).map((it) => it.mentee.name)
}

/** What else changes: the worst-off pair, and mentors in and out of the reserve. */
export function besidesInWords({ worstBefore, worstAfter, serving, reserved }: Price): readonly string[] {
  const worst =
    worstBefore !== null && worstAfter !== null && worstBefore !== worstAfter
      ? [`The worst-off pair would be worth ${outOf100(worstAfter)} instead of ${outOf100(worstBefore)}.`]
      : []
  return [
    ...worst,
    ...serving.map((it) => `${it.name}, in reserve before, would serve.`),
    ...reserved.map((it) => `${it.name} would go to the reserve.`),
  ]
}
