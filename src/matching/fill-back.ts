import { compareText } from './priority.ts'
import type { MatchAnswer, Mentee, Problem } from './problem.ts'

/**
 * What is asked after a run in which `duals` served as mentors only: those who got no mentee may be seated as mentees after all, at
 * places left over. The pairs of the run stand. Null where nobody is to be asked for. Policy: PRODUCT.md "Matching", fillBack.
 */
export function askFillBack(problem: Problem, answer: MatchAnswer, duals: readonly Mentee[]): Problem | null {
  const stand = answer.pairs.map(({ mentorId, menteeId }) => ({ mentorId, menteeId }))
  const fixed = [...(problem.fixed ?? []), ...stand]
  const serving = new Set(fixed.map((pair) => pair.mentorId))
  const mentees = duals.filter((one) => !serving.has(one.id))
  return mentees.length > 0 ? { mentors: problem.mentors, mentees, fixed } : null
}

/** Both runs as one answer, each with its own certificate. A dual who found no place stays a mentor only. */
export function joinFillBack(first: MatchAnswer, back: MatchAnswer): MatchAnswer {
  const ofRole = (answer: MatchAnswer, role: 'mentor' | 'mentee') => answer.unmatched.filter((it) => it.role === role)
  return {
    ...first,
    pairs: [...first.pairs, ...back.pairs].sort((a, b) => compareText(a.menteeId, b.menteeId)),
    unmatched: [...ofRole(first, 'mentee'), ...ofRole(back, 'mentor')],
    reserve: back.reserve,
    totals: {
      ...first.totals,
      pairs: first.totals.pairs + back.totals.pairs,
      worth: first.totals.worth + back.totals.worth,
      mentees: first.totals.mentees + back.totals.pairs,
    },
    proven: first.proven && back.proven,
    certificateOfFillBack: back.certificate,
  }
}
