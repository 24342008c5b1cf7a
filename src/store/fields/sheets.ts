import { field, INNER_KEY, KEY, ORGANISATION_ROW, type TableEntries } from './field.ts'

/** How long an import can be taken back, in days. */
export const DAYS_TO_UNDO = 30
const YEAR = 365

export const sheetFields: TableEntries = {
  sheet_import: {
    holds: 'Which spreadsheet was imported when and by whom, and how many rows it changed; nothing of the file',
    why: 'Coordinators see what came from where, and take a wrong one back',
    subjects: [],
    madeAt: 'imported_at',
    retention: [{ days: YEAR, from: 'recorded' }],
    erasure: { keep: 'it names who imported by an id alone, and goes after a year' },
    fields: {
      ...ORGANISATION_ROW,
      season_id: INNER_KEY,
      sheet: INNER_KEY,
      imported_by: INNER_KEY,
      imported_on: INNER_KEY,
      imported_at: INNER_KEY,
      added: INNER_KEY,
      changed: INNER_KEY,
      removed: INNER_KEY,
      kept: INNER_KEY,
      undone_by: INNER_KEY,
      undone_on: INNER_KEY,
    },
  },
  sheet_change: {
    holds: 'The rows an import changed, as they were before it; of rows it added only their keys',
    why: 'A wrong import is taken back exactly',
    subjects: ['person_id'],
    through: { table: 'sheet_import', by: 'import_id' },
    madeAt: 'recorded_at',
    retention: [{ days: DAYS_TO_UNDO, from: 'recorded' }],
    erasure: 'delete',
    notExported: 'it repeats for some weeks what their other rows say or said',
    uncounted: true,
    fields: {
      organisation_id: INNER_KEY,
      import_id: INNER_KEY,
      number: INNER_KEY,
      table_name: INNER_KEY,
      row_key: INNER_KEY,
      person_id: KEY,
      before: field('S4', [], { sinks: [] }),
      after_hash: INNER_KEY,
      recorded_at: INNER_KEY,
    },
  },
}
