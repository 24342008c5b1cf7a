import { minutesOf } from './overlap.ts'
import type { Mentee, Mentor, RefusalCode, Remedy, RuleRemedy, Unmatched, Worth } from './problem.ts'

/** One sentence on why two people were paired. The strongest parts of the worth come first. Policy: PRODUCT.md "Matching", a reason for every pair. */
export function pairReason(mentor: Mentor, mentee: Mentee, found: Worth, by: 'pin' | 'choice' | 'aims'): string {
  const start = {
    pin: `${mentor.id} and ${mentee.id} were pinned by the coordinator`,
    choice: `${mentor.id} was chosen by ${mentee.id}`,
    aims: `${mentor.id} and ${mentee.id} are paired`,
  }[by]
  // A list of wishes is its author's: it counts, and is never a reason that others read.
  const strong = found.terms
    .filter((term) => term.name !== 'wishes' && term.points * 2 > term.max)
    .sort((a, b) => b.points - a.points)
  const because = strong.map((term) => term.says).join('; ')
  if (because) return `${start}: ${because}.`
  return by === 'choice' ? `${start}.` : `${start}: this serves the whole season best.`
}

/** One sentence on a hard rule. Blocks, forbidden pairs and clearance share "not possible". Policy: PRODUCT.md "Matching", reasons. */
export function refusalReason(code: RefusalCode): string {
  const reasons: Readonly<Record<RefusalCode, string>> = {
    'own-self': 'Nobody mentors themselves.',
    'own-division': 'Both belong to the same division.',
    'division-unknown': 'A division is missing in the directory.',
    'reporting-line': 'One is in the reporting line of the other.',
    'past-pair': 'They were a pair before.',
    'both-ways': 'They are a pair already, the other way round.',
    'too-little-overlap': 'Their working hours overlap too little.',
    'relative-level': 'The grade of the mentor is not as far above the mentee’s as this program asks.',
    'no-places': 'The mentor has no place left.',
    'not-possible': 'This pair is not possible.',
  }
  return reasons[code]
}

/** Why a person has no pair, and what would change it. Policy: PRODUCT.md "Matching", unmatched. */
export function unmatchedReason(code: Unmatched['code'], role: Unmatched['role'], remedy: Remedy | null): string {
  const other = role === 'mentor' ? 'mentee' : 'mentor'
  const why = {
    waiting: 'All places they could take went to mentees before them in priority.',
    reserve: 'No mentee was left for them after mentors before them in priority.',
    'nobody-possible': `No ${other} of this run is possible for them.`,
  }[code]
  return `${why} ${remedy ? remedyText(remedy) : `Another ${other} would change it.`}`
}

function remedyText(remedy: Remedy): string {
  if (remedy.kind === 'rule') return relaxText(remedy)
  const { kind, like, places } = remedy
  if (kind === 'mentee')
    return places === 1
      ? `One more mentee like ${like} would change it.`
      : `${places} more mentees like ${like} would change it.`
  return places === 1
    ? `One more mentor like ${like} would change it.`
    : `${places} more places at mentors like ${like} would change it.`
}

function relaxText({ relax, opens }: RuleRemedy): string {
  const people = opens === 1 ? '1 person' : `${opens} people`
  const { overlapHours, reportingLineDistance: steps } = relax
  if (overlapHours != null)
    return `Were ${minutesOf(overlapHours)} shared working minutes a day enough, ${people} would be possible.`
  if (steps !== undefined)
    return steps === 0
      ? `Were the reporting line no obstacle, ${people} would be possible.`
      : `Did the reporting line count up to ${steps} ${steps === 1 ? 'step' : 'steps'} only, ${people} would be possible.`
  if (relax.pastPairs) return `Might pairs of before meet again, ${people} would be possible.`
  if (relax.levelsAhead !== undefined) return `Were every grade allowed, ${people} would be possible.`
  return `Were the own division allowed, ${people} would be possible.`
}
