import type { KeptAsked } from '../../../model/match-run.ts'
import { termInWords } from '../../../texts/en/match.ts'
import { countOf } from '../../../texts/en/results.ts'

/** The rules a run obeyed, a sentence each. */
export function policyInWords({ rules, pinned, forbidden }: KeptAsked): readonly string[] {
  const weights = Object.entries((rules.weights ?? {}) as Record<string, number>).filter(([, weight]) => weight > 0)
  const distance = Number(rules.reportingLineDistance ?? 0)
  const hours = rules.overlapHours
  const by = (rules.shortage as { by?: string } | undefined)?.by
  return [
    rules.otherDivision ? 'Both are of different divisions.' : 'Both may be of one division.',
    distance > 0
      ? `Nobody is paired within ${countOf(distance, 'step')} of the reporting line.`
      : 'The reporting line does not count.',
    typeof hours === 'number'
      ? `They share ${countOf(hours, 'working hour')} at least, unless both would rather write.`
      : 'Shared hours are no condition.',
    ...levelsInWords(rules.levelsAhead),
    rules.pastPairs === 'worth' ? 'Who was a pair before may be one again.' : 'Who was a pair before is none again.',
    `Places are short when there are ${by === 'feasibility' ? 'fewer that fit' : 'fewer'} than mentees; then whoever applied for both serves as mentor.`,
    `What counts: ${weights.map(([name, weight]) => `${name === 'wishes' ? 'wishes' : termInWords(name).toLowerCase()} ${weight}`).join(', ') || 'nothing'}.`,
    ...(typeof rules.choices === 'number'
      ? [`${countOf(rules.choices, 'mentee')} chose from a shortlist: kept where nobody loses a place by it.`]
      : []),
    `${countOf(pinned.length, 'pair')} pinned, ${forbidden.length} forbidden. Seed ${String(rules.seed)}.`,
  ]
}

function levelsInWords(levels: unknown): readonly string[] {
  if (!levels || typeof levels !== 'object') return []
  const { least, most } = levels as { least?: number | null; most?: number | null }
  const says = [typeof least === 'number' ? `at least ${least}` : '', typeof most === 'number' ? `at most ${most}` : '']
  const bounds = says.filter((it) => it !== '')
  return bounds.length > 0 ? [`The mentor’s grade is ${bounds.join(' and ')} above the mentee’s.`] : []
}
