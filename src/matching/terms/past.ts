import type { Asked, PreparedTerm } from './prepared-term.ts'

/** Whether they are new to each other: all points, or none for a pair of the past. */
export function pastTerm({ mentees, mentors, policy }: Asked, most: number): PreparedTerm {
  const before = new Map<string, Set<string>>()
  for (const { mentorId, menteeId } of policy.past)
    before.set(mentorId, (before.get(mentorId) ?? new Set()).add(menteeId))
  const ofColumn = mentors.map((it) => before.get(it.id))
  const were = (row: number, column: number) => ofColumn[column]?.has(mentees[row]?.id ?? '') ?? false
  return {
    points: (row, column) => (were(row, column) ? 0 : most),
    says: (row, column) => (were(row, column) ? 'they were a pair before' : 'new to each other'),
  }
}
