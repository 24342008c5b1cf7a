import type { ApplicationInput } from '../journey/apply/shapes.ts'
import type { AttendanceInput } from '../journey/gather/actions/import-attendance.ts'
import type { TrainingInput } from '../journey/learn/actions/import-training.ts'
import type { MeetingInput } from '../journey/meet/actions/meetings.ts'
import type { ReviewInput } from '../journey/review/actions.ts'
import type { AnswerInput } from '../journey/survey/actions/import-answers.ts'
import type { Confirmation } from '../model/figures.ts'
import type { HolidayInput, PersonInput } from '../people/shapes/directory.ts'
import type * as sheets from '../sheets/rows.ts'
import type { DirectoryAsked } from '../store/directory.ts'

type Row = Readonly<Record<string, unknown>>

/** The rows a sheet gave, in the shapes the actions take. `readSheet` has checked each cell by the kind of its sheet. */
export function asPerson(row: Row): PersonInput {
  const it = row as sheets.PersonRow & { row: number }
  const silent = it.managerId === undefined && it.managerEmail === undefined
  const managerRef = silent ? undefined : (it.managerId ?? it.managerEmail ?? null)
  return { ...it, startedOn: it.startDate, managerRef }
}

/** Which people are asked for: what was not said is everybody who is here, by name. */
export function asDirectoryAsked(options: Row): DirectoryAsked {
  const { search, division, kind, presence, order } = options
  return {
    search: typeof search === 'string' ? search : '',
    division: typeof division === 'string' ? division : null,
    kind: kind === 'directory' || kind === 'guest' || kind === 'self-declared' ? kind : null,
    presence: presence === 'left' || presence === 'all' ? presence : 'here',
    order: order === 'division' || order === 'newest' ? order : 'name',
  }
}

export function asHoliday(row: Row): HolidayInput {
  return row as sheets.HolidayRow & { row: number }
}

export function asApplication(row: Row): ApplicationInput {
  const it = row as sheets.ApplicationRow & { row: number }
  return {
    ...it,
    commits: it.commitsForWholeProgram,
    trainings: it.attendsLiveTrainings,
    identity: it.identifiesWithProgram,
    managerInformed: it.managerInformed,
    certificate: it.canCompleteCertificate,
    mentoredBefore: it.mentoredBefore || null,
    about: it.about || null,
  }
}

export function asReview(row: Row): ReviewInput {
  return row as sheets.ReviewRow & { row: number }
}

export function asTraining(row: Row): TrainingInput {
  return row as sheets.TrainingRow & { row: number }
}

export function asAttendance(row: Row): AttendanceInput {
  return row as sheets.AttendanceRow & { row: number }
}

export function asMeeting(row: Row): MeetingInput {
  return row as sheets.MeetingRow & { row: number }
}

export function asAnswer(row: Row): AnswerInput {
  return row as sheets.SurveyRow & { row: number }
}

export function confirmation(text: string | undefined): Confirmation {
  return text === 'mentor' || text === 'mentee' ? text : 'both'
}
