import { rememberColumns, type SheetSetting, sheetSetting } from '../journey/design/columns.ts'
import type { ImportReport, RowFault } from '../model/report.ts'
import { respondentSchema } from '../model/respondent.ts'
import type { Context } from '../runtime/context.ts'
import { Invalid } from '../runtime/errors.ts'
import type { SheetKind } from '../sheets/cell.ts'
import { sheetKind } from '../sheets/kinds.ts'
import { readSheet } from '../sheets/read-sheet.ts'
import { type Given, isTextFile, type Operation } from './operation.ts'

export type Taken = {
  readonly options: Given['options']
  readonly file: Uint8Array | null
  readonly map: Readonly<Record<string, string>>
  /** The map says everything: what was remembered of earlier files does not add to it. */
  readonly isWholeMap?: boolean
  readonly dates: 'iso' | 'dmy' | 'mdy'
  readonly strict: boolean
}

/** Runs an operation: reads its file first, then adds the rows that could not be read to what the action reports. */
export async function takeSheet(ctx: Context, operation: Operation, taken: Taken): Promise<object> {
  if (!operation.file) return operation.run(ctx, { options: taken.options, text: '', rows: [] })
  const file = taken.file ?? new Uint8Array()
  if (isTextFile(operation.file)) {
    const text = operation.file === 'message' ? new TextDecoder('utf-8').decode(file) : readText(file)
    return operation.run(ctx, { options: taken.options, text, rows: [] })
  }
  const setting = await sheetSetting(ctx, operation.action, textOf(taken.options.season), operation.file)
  const kind = kindFor(operation.file, taken.options, setting)
  const sheet = await readSheet(file, {
    kind,
    map: taken.map,
    remembered: taken.isWholeMap ? {} : setting.map,
    dates: taken.dates,
    zone: setting.zone,
  })
  if (!sheet.ok)
    throw new Invalid(`${sheet.fault.message}. ${sheet.fault.remedy}. Nothing was taken.`, {
      fields: [{ place: 'file', message: sheet.fault.message, remedy: sheet.fault.remedy }],
    })
  // Who is not in the sheet of the people team is cleared: a row that cannot be read would clear somebody in silence.
  const allOrNothing =
    taken.strict || operation.file === 'clearance' || operation.allOrNothing?.(taken.options) === true
  if (allOrNothing && sheet.faults.length > 0) throw strictFault(sheet.faults)
  const rows = sheet.rows.map((it) => ({ ...(it.value as object), row: it.row }))
  const result = await operation.run(ctx, { options: taken.options, text: '', rows })
  if (setting.seasonId && !operation.shows && Object.keys(taken.map).length > 0)
    await rememberColumns(ctx, setting.seasonId, operation.file, taken.map)
  return isReport(result) ? withFaults(result, sheet) : result
}

function withFaults(
  report: ImportReport,
  sheet: {
    faults: readonly RowFault[]
    extraColumns: readonly string[]
    absentColumns: readonly string[]
    rowCount: number
  },
): ImportReport {
  return {
    ...report,
    read: sheet.rowCount,
    rejected: [...sheet.faults, ...report.rejected].sort((a, b) => a.row - b.row),
    extraColumns: sheet.extraColumns,
    absentColumns: sheet.absentColumns,
  }
}

function isReport(result: object): result is ImportReport {
  return 'rejected' in result && 'accepted' in result
}

/** The kind of a sheet, with the columns that its season gives it. */
export function kindFor(
  file: NonNullable<Operation['file']>,
  options: Given['options'],
  setting: SheetSetting,
): SheetKind<unknown> {
  if (file === 'reviews') return sheetKind('reviews', { criteria: setting.criteria })
  const role = respondentSchema.catch('mentee').parse(options.role)
  if (file === 'survey') return sheetKind('survey', { questions: setting.questions(String(options.survey), role) })
  if (isTextFile(file)) throw new Error(`a ${file} is not a sheet`)
  return sheetKind(file)
}

function strictFault(faults: readonly RowFault[]): Invalid {
  const fields = faults.map((it) => ({
    place: `row ${it.row}${it.column ? `, ${it.column}` : ''}`,
    message: it.message,
    remedy: it.remedy,
  }))
  return new Invalid(
    `${faults.length === 1 ? 'One row is' : `${faults.length} rows are`} faulty, and this sheet is taken whole or not at all. Nothing was taken.`,
    { fields },
  )
}

function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Invalid('The file is not UTF-8. Save it as UTF-8 and try again. Nothing was taken.')
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
