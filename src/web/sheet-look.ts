import type { Operation } from '../api/operation.ts'
import { OPERATIONS } from '../api/operations.ts'
import { type SheetForm, sheetForm } from '../api/sheet-form.ts'
import { takeSheet } from '../api/take-sheet.ts'
import type { ImportReport, RowFault } from '../model/report.ts'
import type { Respondent } from '../model/respondent.ts'
import type { SheetName } from '../model/sheet-name.ts'
import { previewImport } from '../office/actions/preview-import.ts'
import { IMPORT_ACTIONS } from '../office/rules/imports.ts'
import type { Context } from '../runtime/context.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import type { ImportedLine } from '../runtime/keep-import.ts'
import { guessHeaders } from '../sheets/guess-headers.ts'
import { rawRows } from '../sheets/raw-rows.ts'
import { writeSheet } from '../sheets/write-sheet.ts'

/** The most rows of one file on a page; more goes by the command line. */
const MOST_ROWS = 20_000

/** What was asked for beside the file. */
export type SheetAsked = {
  readonly sheet: SheetName
  readonly season: string | undefined
  readonly survey: string | undefined
  readonly role: Respondent | undefined
  readonly dates: 'iso' | 'dmy' | 'mdy'
}
/** Why a row cannot be read, and what to do. */
type FaultyRow = Omit<RowFault, 'code'>
/** What a file would do, ready to be shown. */
export type Look = {
  readonly form: SheetForm
  readonly headers: readonly string[]
  /** Each column with the header that holds it; null where the file has none. */
  readonly chosen: Readonly<Record<string, string | null>>
  readonly rowCount: number
  /** Why nothing of the file can be taken as it is. */
  readonly problem: string | null
  readonly faults: readonly FaultyRow[]
  readonly preview: {
    readonly report: ImportReport | null
    readonly lines: readonly ImportedLine[]
    readonly fingerprint: string
  } | null
}

export function operationOf(sheet: SheetName): Operation {
  const found = OPERATIONS.find((it) => it.action === IMPORT_ACTIONS[sheet])
  if (!found) throw new Error(`no operation for ${sheet}`)
  return found
}

export function formOf(ctx: Context, asked: SheetAsked): Promise<SheetForm> {
  return sheetForm(ctx, operationOf(asked.sheet), optionsOf(asked))
}

function optionsOf({ season, survey, role }: SheetAsked) {
  return { season, survey, role }
}

/** Reads a file, guesses what its headers are where nobody has said so, and rehearses the import. */
export async function lookAt(
  ctx: Context,
  asked: SheetAsked,
  bytes: Uint8Array,
  said: Readonly<Record<string, string>> | null,
): Promise<Look> {
  const form = await formOf(ctx, asked)
  const raw = await rawRows(bytes)
  if (!raw.ok) throw notThisFile(`${raw.fault.message}; ${raw.fault.remedy}`)
  if (raw.rowCount > MOST_ROWS)
    throw notThisFile(
      `the file has ${raw.rowCount} rows; split it into files of at most ${MOST_ROWS}, each with the header`,
    )
  const names = form.columns.map((it) => it.name)
  const chosen = said
    ? Object.fromEntries(names.map((it) => [it, said[it] || null]))
    : guessHeaders(names, raw.headers, form.map)
  const base = { form, headers: raw.headers.filter((it) => it !== ''), chosen, rowCount: raw.rowCount }
  const missing = form.columns.filter((it) => it.required && !chosen[it.name]).map((it) => it.name)
  if (missing.length > 0)
    return {
      ...base,
      problem: `Say which header of the file holds ${missing.join(' and ')}.`,
      faults: [],
      preview: null,
    }
  try {
    const work = workOf(asked, bytes, chosen)
    const { result, lines, fingerprint } = await previewImport(ctx, asked, work)
    const report = 'rejected' in result ? (result as ImportReport) : null
    return { ...base, problem: null, faults: report?.rejected ?? [], preview: { report, lines, fingerprint } }
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof Refused)) throw error
    return { ...base, problem: error.message, faults: error instanceof Invalid ? faultsIn(error) : [], preview: null }
  }
}

/** The import as it is rehearsed, and as it is done: one and the same. */
export function workOf(asked: SheetAsked, bytes: Uint8Array, chosen: Readonly<Record<string, string | null>>) {
  const map = Object.fromEntries(Object.entries(chosen).flatMap(([name, header]) => (header ? [[name, header]] : [])))
  const taken = { options: optionsOf(asked), file: bytes, map, isWholeMap: true, dates: asked.dates, strict: false }
  return (inside: Context) => takeSheet(inside, operationOf(asked.sheet), taken)
}

/** The faults of a sheet that is taken whole or not at all, from the places that it names. */
function faultsIn({ fields }: Invalid): readonly FaultyRow[] {
  return fields.flatMap(({ place, message, remedy = '' }) => {
    const [, row, column = null] = /^row (\d+)(?:, (.+))?$/.exec(place) ?? []
    return row ? [{ row: Number(row), column, message, remedy }] : []
  })
}

export function notThisFile(message: string): Invalid {
  return new Invalid(message, { fields: [{ place: 'file', message }] })
}

/** The rows that cannot be read, as they stand in the file, with what to do; mended, the sheet is uploaded again. */
export async function faultySheet(bytes: Uint8Array, { headers, faults }: Look): Promise<string> {
  const says = Map.groupBy(faults, (it) => it.row)
  const raw = await rawRows(bytes, new Set(says.keys()))
  const rows = raw.ok ? raw.rows : []
  const width = Math.max(headers.length, ...rows.map((it) => it.cells.length))
  const header = Array.from({ length: width }, (_, at) => (raw.ok ? (raw.headers[at] ?? '') : ''))
  return writeSheet(
    [...header, 'what_to_do'],
    rows.map(({ row, cells }) => [
      ...Array.from({ length: width }, (_, at) => cells[at] ?? ''),
      (says.get(row) ?? []).map((it) => `${it.column ? `${it.column}: ` : ''}${it.message}; ${it.remedy}`).join(' / '),
    ]),
  )
}
