import { readHardRules, refusalOf } from '../../../matching/hard-rules.ts'
import type { Policy, Problem, RefusalCode } from '../../../matching/problem.ts'
import { prepare } from '../../../matching/scorer.ts'

/** Somebody else for a mentee: the worth of the pair, and whether something that is told nobody stands in the way. */
export type Candidate = { readonly mentorId: string; readonly worth: number; readonly isPossible: boolean }
export type Alternatives = {
  /** The k mentors worth most to the mentee of those openly possible, their own left out. */
  readonly best: readonly Candidate[]
  /** How many openly possible mentors there are, their own left out. */
  readonly possible: number
  /** Why the others are not possible, by open rules: how many of each. */
  readonly refused: readonly { readonly code: RefusalCode; readonly mentors: number }[]
}

/**
 * Who else a mentee could have, and why not the rest. Found by the open rules alone; of whom a silent rule keeps away there is only
 * that it is not possible. Policy: PRODUCT.md "Matching", alternatives.
 */
export function planAlternatives(
  problem: Problem,
  policy: Policy,
  menteeId: string,
  own: string | null,
  k: number,
): Alternatives {
  const mentee = problem.mentees.find((one) => one.id === menteeId)
  if (!mentee) return { best: [], possible: 0, refused: [] }
  const open = readHardRules({ ...policy, blocks: [], forbidden: [] }, problem.fixed)
  const all = readHardRules(policy, problem.fixed)
  const { score } = prepare([mentee], problem.mentors, policy)
  const candidates: Candidate[] = []
  const refused = new Map<RefusalCode, number>()
  for (const [column, mentor] of problem.mentors.entries()) {
    if (mentor.id === own) continue
    const code = refusalOf(open, mentor, mentee)
    if (code !== null) refused.set(code, (refused.get(code) ?? 0) + 1)
    else
      candidates.push({
        mentorId: mentor.id,
        worth: score(0, column),
        isPossible: refusalOf(all, mentor, mentee) === null,
      })
  }
  candidates.sort((a, b) => b.worth - a.worth || (a.mentorId < b.mentorId ? -1 : 1))
  return {
    best: candidates.slice(0, k),
    possible: candidates.length,
    refused: [...refused].map(([code, mentors]) => ({ code, mentors })).sort((a, b) => b.mentors - a.mentors),
  }
}
