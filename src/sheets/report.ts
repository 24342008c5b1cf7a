import type { ImportReport } from '../model/report.ts'

/** The report as plain lines for the command line, faulty rows by their spreadsheet number. */
export function sayReport(report: ImportReport, nounPlural: string): string[] {
  const rejected = new Set(report.rejected.map(({ row }) => row)).size
  const counts = [
    `${report.accepted} ${report.accepted === 1 ? singular(nounPlural) : nounPlural}`,
    ...(report.superseded ? [`${report.superseded} superseded`] : []),
    ...(report.unchanged > 0 ? [`${report.unchanged} unchanged`] : []),
    ...(rejected > 0 ? [`${rejected} ${rejected === 1 ? 'row' : 'rows'} rejected`] : []),
  ]
  return [
    counts.join(', '),
    ...[...report.rejected]
      .sort((a, b) => a.row - b.row)
      .map(({ row, column, message, remedy }) => `${place(row, column)}: ${message}; ${remedy}`),
    ...report.notes.map(({ row, column, message }) => `note, ${place(row, column)}: ${message}`),
    ...(report.extraColumns?.length ? [`columns not used: ${report.extraColumns.join(', ')}`] : []),
    ...(report.absentColumns?.length ? [`columns not found: ${report.absentColumns.join(', ')}`] : []),
  ]
}

function place(row: number, column: string | null): string {
  return column === null ? `row ${row}` : `row ${row}, ${column}`
}

function singular(noun: string): string {
  return noun === 'people' ? 'person' : noun.replace(/s$/, '')
}
