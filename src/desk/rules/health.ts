import type { planStrips } from '../../journey/meet/rules.ts'
import type { WindowState } from '../../model/figures.ts'

type Strips = ReturnType<typeof planStrips>
export type WindowCounts = { readonly number: number } & Readonly<Record<WindowState, number>>

const NONE: Readonly<Record<WindowState, number>> = {
  ...{ met: 0, one: 0, disagree: 0, unknown: 0 },
  ...{ due: 0, excused: 0, coming: 0, ended: 0 },
}

/** How the first, second, … window of all pairs stands, by state. PRODUCT.md, figures: window. */
export function countWindows(strips: Strips): readonly WindowCounts[] {
  const widest = Math.max(0, ...strips.map((strip) => strip.length))
  return Array.from({ length: widest }, (_, at) => {
    const counts = { ...NONE }
    for (const strip of strips) if (strip[at]) counts[strip[at].state] += 1
    return { number: at + 1, ...counts }
  })
}
