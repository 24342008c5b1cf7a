import type { Day } from '../../model/day.ts'
import type { ImportReport, RowFault } from '../../model/report.ts'
import type { HolidayInput } from '../shapes/directory.ts'

type Holiday = { readonly calendar: string; readonly onDay: Day; readonly name: string }

/** What a sheet of holidays adds, renames and, where it is whole, removes from the calendars it names. */
export function planHolidays(
  rows: readonly HolidayInput[],
  known: readonly Holiday[],
  whole: boolean,
): { readonly saved: readonly Holiday[]; readonly removed: readonly Holiday[]; readonly report: ImportReport } {
  const names = new Map(known.map((it) => [keyOf(it.calendar, it.onDay), it.name]))
  const rowOf = new Map<string, number>()
  const rejected: RowFault[] = []
  const kept = rows.filter((it) => {
    const key = keyOf(it.calendar, it.date)
    const before = rowOf.get(key)
    if (before === undefined) return rowOf.set(key, it.row)
    rejected.push({
      row: it.row,
      column: 'date',
      code: 'repeated-holiday',
      message: `${it.date} of ${it.calendar} is already in row ${before}`,
      remedy: 'Keep one row for each day of a calendar.',
    })
    return false
  })
  const saved = kept
    .filter((it) => names.get(keyOf(it.calendar, it.date)) !== it.name)
    .map(({ calendar, date, name }) => ({ calendar, onDay: date, name }))
  const removed = whole ? known.filter((it) => !rowOf.has(keyOf(it.calendar, it.onDay))) : []
  const report = {
    read: rows.length,
    accepted: saved.length,
    unchanged: kept.length - saved.length,
    rejected,
    notes: [],
  }
  return { saved, removed, report: whole ? { ...report, facts: { removed: removed.length } } : report }
}

function keyOf(calendar: string, day: Day): string {
  return JSON.stringify([calendar, day])
}
