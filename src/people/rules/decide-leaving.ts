import type { Day } from '../../model/day.ts'
import { no, type Outcome, yes } from '../../model/outcome.ts'

/** Whether a person may be marked as having left from a day on: somebody must still own the organisation. */
export function decideLeaving(
  person: { readonly id: string; readonly leftOn: Day | null },
  day: Day,
  ownerIds: readonly string[],
): Outcome<Day> {
  if (person.leftOn !== null && person.leftOn <= day) return no('has-left', { leftOn: person.leftOn })
  if (ownerIds.length > 0 && ownerIds.every((id) => id === person.id)) return no('last-owner')
  return yes(day)
}
