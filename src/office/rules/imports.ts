import { no, type Outcome, yes } from '../../model/outcome.ts'
import type { SheetName } from '../../model/sheet-name.ts'

/** Whoever may import a sheet may see what it did and take it back. */
export const IMPORT_ACTIONS: Readonly<Record<SheetName, string>> = {
  people: 'people.importPeople',
  holidays: 'people.importHolidays',
  applications: 'apply.importApplications',
  clearance: 'review.clearApplications',
  reviews: 'review.importReviews',
  training: 'learn.importTraining',
  attendance: 'gather.importAttendance',
  meetings: 'meet.importMeetings',
  survey: 'survey.importAnswers',
}

/** Sheets of the organisation; the others are of one season. */
export const OF_NO_SEASON: readonly SheetName[] = ['people', 'holidays']

export type Standing = {
  readonly kept: 'rows' | 'too-many' | 'nothing'
  readonly hasRows: boolean
  readonly hasLater: boolean
  readonly undoneOn: string | null
}

/** Whether an import can be taken back as far as one can tell without looking at its rows: the latest of its sheet goes first. */
export function decideUndo(it: Standing): Outcome<'undoable'> {
  if (it.undoneOn !== null) return no('import-undone')
  if (it.kept === 'nothing') return no('import-without-names')
  if (it.kept === 'too-many') return no('import-too-large')
  if (!it.hasRows) return no('import-too-old')
  return it.hasLater ? no('import-built-upon') : yes('undoable')
}
