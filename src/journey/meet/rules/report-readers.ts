import { addWorkingDays } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'

/** Working days in which the named contact opens a report before the deputy may. PRODUCT.md, who sees what. */
export const DAYS_TO_OPEN = 1

/** Somebody who wears the hat of the named contact, or of the deputy, for a season or for all (null). */
export type Contact = { readonly personId: string; readonly seasonId: string | null; readonly isDeputy: boolean }

export type Readers = { readonly contacts: readonly string[]; readonly deputies: readonly string[] }

/**
 * Who may read a report about a pair of a season: the named contacts, and the deputies if they must; nobody who is in the
 * pair. Without a contact outside of the pair the deputies are the contacts. PRODUCT.md, who sees what.
 */
export function decideReaders(
  worn: readonly Contact[],
  seasonId: string,
  pair: { readonly mentorId: string; readonly menteeId: string },
): Outcome<Readers> {
  const able = worn.filter(
    (it) =>
      (it.seasonId === null || it.seasonId === seasonId) &&
      it.personId !== pair.mentorId &&
      it.personId !== pair.menteeId,
  )
  const contacts = peopleOf(able.filter((it) => !it.isDeputy))
  const deputies = peopleOf(able.filter((it) => it.isDeputy)).filter((id) => !contacts.includes(id))
  if (contacts.length > 0) return yes({ contacts, deputies })
  return deputies.length > 0 ? yes({ contacts: deputies, deputies: [] }) : no('no-reader')
}

/** Whether somebody who holds a copy may open it today: a contact always, a deputy when nobody did in time. */
export function mayOpen(
  personId: string,
  readers: Readers,
  report: { readonly madeOn: Day; readonly openedBy: string | null },
  today: Day,
): boolean {
  if (readers.contacts.includes(personId)) return true
  if (!readers.deputies.includes(personId)) return false
  return report.openedBy === personId || (report.openedBy === null && isOverdue(report.madeOn, today))
}

/** Whether the working day in which a report was to be opened is over. */
export function isOverdue(madeOn: Day, today: Day): boolean {
  return today > addWorkingDays(madeOn, DAYS_TO_OPEN)
}

function peopleOf(worn: readonly Contact[]): readonly string[] {
  return [...new Set(worn.map((it) => it.personId))]
}
