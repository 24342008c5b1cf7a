import { orNull, type SheetKind } from './cell.ts'
import * as cells from './cells.ts'
import { kindOf, needed, optional } from './kind-of.ts'
import type { ApplicationRow } from './rows.ts'

/** The most mentees one person may offer to take. */
const MOST_CAPACITY = 1000

export function applications(): SheetKind<ApplicationRow> {
  const yesNo = (name: string) => optional(name, orNull(cells.yesNo))
  const columns = {
    submittedAt: needed('submitted_at', cells.instant),
    email: needed('email', cells.email),
    role: needed('role', cells.role),
    commits: yesNo('commits_for_whole_program'),
    attends: yesNo('attends_live_trainings'),
    identifies: yesNo('identifies_with_program'),
    informed: yesNo('manager_informed'),
    certificate: yesNo('can_complete_certificate'),
    topics: optional('topics', cells.list),
    track: yesNo('management_track'),
    mentoredBefore: optional('mentored_before', cells.textOrBlank),
    capacity: optional('capacity', orNull(cells.wholeNumber(0, MOST_CAPACITY))),
    about: optional('about', cells.textOrBlank),
  }
  return kindOf('applications', columns, (take, c) => ({
    submittedAt: take(c.submittedAt),
    email: take(c.email),
    role: take(c.role),
    commitsForWholeProgram: take(c.commits),
    attendsLiveTrainings: take(c.attends),
    identifiesWithProgram: take(c.identifies),
    managerInformed: take(c.informed),
    canCompleteCertificate: take(c.certificate),
    topics: take(c.topics),
    managementTrack: take(c.track),
    mentoredBefore: take(c.mentoredBefore),
    capacity: take(c.capacity),
    about: take(c.about),
  }))
}
