import type { Day } from '../../../model/day.ts'
import type { Standing } from '../../../model/measure-figure.ts'
import type { planStrips } from '../rules.ts'

type Strips = ReturnType<typeof planStrips>

/**
 * How many pairs have met in every window that counts for them, have missed one, or have windows before them. A window that is over
 * and unknown or disputed is missed until somebody says otherwise; excused ones do not count, nor does the one in which a pair ended.
 * PRODUCT.md, figures: cadence.
 */
export function countPairStanding(strips: Strips, asOf: Day): Standing {
  const kinds = strips.flatMap((strip) => {
    // A window that is over and not due will never be: the pair had ended before its last day.
    const may = strip.filter((cell) => cell.isDue || cell.window.lastDay >= asOf)
    const counted = may.filter((cell) => cell.state !== 'excused' && cell.state !== 'ended')
    if (counted.length === 0) return []
    if (counted.some((cell) => cell.isDue && (cell.state === 'unknown' || cell.state === 'disagree'))) return ['missed']
    return [counted.every((cell) => cell.isDue && cell.state !== 'due') ? 'reached' : 'open']
  })
  const count = (kind: string) => kinds.filter((it) => it === kind).length
  return { reached: count('reached'), missed: count('missed'), open: count('open') }
}
