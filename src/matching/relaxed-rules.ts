import { type HardRules, readHardRules, refusalOf } from './hard-rules.ts'
import { minutesADay } from './overlap.ts'
import type { Mentee, Mentor, PairIds, Policy, RuleRemedy } from './problem.ts'
import { sharedHours } from './worth.ts'

type Candidates = { readonly rules: HardRules; readonly fixed: readonly PairIds[] | undefined }
type Between = readonly (readonly [Mentor, Mentee])[]

/**
 * For somebody who has nobody openly possible (`between` are all pairs with them) the one rule whose relaxing, as little as it may
 * be, opens the run to them; null where no single rule does. What gives up least is asked first: minutes, grades, having met before,
 * steps of the line, the other division. Silent rules are not looked at. Policy: PRODUCT.md "Matching", what would change it.
 */
export function relaxedRuleFor({ rules: { policy }, fixed }: Candidates, between: Between): RuleRemedy | null {
  const openWith = (relax: RuleRemedy['relax']) => {
    const relaxed = readHardRules({ ...policy, ...relax, blocks: [], forbidden: [] }, fixed)
    return between.filter(([mentor, mentee]) => refusalOf(relaxed, mentor, mentee) === null)
  }
  for (const relax of relaxings(policy, openWith)) {
    const opens = openWith(relax).length
    if (opens > 0) return { kind: 'rule', relax, opens }
  }
  return null
}

function relaxings(policy: Policy, openWith: (relax: RuleRemedy['relax']) => Between): readonly RuleRemedy['relax'][] {
  const steps = Array.from({ length: policy.reportingLineDistance }, (_, at) => policy.reportingLineDistance - 1 - at)
  return [
    ...(policy.overlapHours == null ? [] : fewerHours(openWith({ overlapHours: null }))),
    ...(policy.levelsAhead ? [{ levelsAhead: null }] : []),
    ...(policy.pastPairs === 'worth' ? [] : [{ pastPairs: 'worth' as const }]),
    ...steps.map((reportingLineDistance) => ({ reportingLineDistance })),
    ...(policy.otherDivision ? [{ otherDivision: false }] : []),
  ]
}

// As many hours as the two who share most have.
function fewerHours(pairs: Between): readonly RuleRemedy['relax'][] {
  const minutes = pairs.flatMap(([mentor, mentee]) => {
    const both = sharedHours(mentor, mentee)
    return both ? [minutesADay(both)] : []
  })
  return minutes.length === 0 ? [] : [{ overlapHours: minutes.reduce((most, it) => Math.max(most, it), 0) / 60 }]
}
