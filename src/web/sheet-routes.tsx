import { z } from 'zod'
import type { ImportReport } from '../model/report.ts'
import { respondentSchema } from '../model/respondent.ts'
import { SHEET_NAMES, type SheetName } from '../model/sheet-name.ts'
import { importPreviewed } from '../office/actions/preview-import.ts'
import { IMPORT_ACTIONS, OF_NO_SEASON } from '../office/rules/imports.ts'
import { Invalid, NotFound, Refused } from '../runtime/errors.ts'
import { asUtf8, type Encoding } from '../sheets/encoding.ts'
import { exampleSheet } from '../sheets/example-cells.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { asDownload } from './as-download.ts'
import { LARGEST_CARRIED_BYTES, packFile, unpackFile } from './carried-file.ts'
import { LookPage } from './coordinator/imports/look-page.tsx'
import { SheetPage } from './coordinator/imports/sheet-page.tsx'
import { SHEET_WORDS } from './coordinator/imports/sheet-words.ts'
import { forThePage } from './coordinator/people/preview-page.tsx'
import { type Route, route, type Visit } from './route.ts'
import { faultySheet, formOf, lookAt, notThisFile, type SheetAsked, workOf } from './sheet-look.ts'

/** A form with a file of the largest size, packed as badly as can be. */
const LARGEST_FORM_BYTES = 12 * 1024 * 1024

const asked = z.looseObject({
  season: z.string().min(1).max(100).optional().catch(undefined),
  survey: z.string().min(1).max(100).optional().catch(undefined),
  role: respondentSchema.optional().catch(undefined),
  dates: z.enum(['iso', 'dmy', 'mdy']).catch('iso').default('iso'),
})
const given = asked.extend({
  step: z.enum(['look', 'take', 'faulty']).catch('look').default('look'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  file: z.file().optional().catch(undefined),
  carried: z.string().optional(),
  fingerprint: z.string().max(100).catch('').default(''),
})
type Given = z.infer<typeof given>

/** The directory has a page of its own, which says who would lose their way in. */
const SHEETS = SHEET_NAMES.filter((it) => it !== 'people')

/** Every spreadsheet by the same steps: chosen, looked at, taken. Who may is who may do the import. */
export const sheetRoutes: readonly Route[] = SHEETS.flatMap((sheet) => [
  route({
    method: 'GET',
    path: `/imports/${sheet}`,
    action: IMPORT_ACTIONS[sheet],
    given: asked,
    answer: (visit) => sheetPage(visit, sheet, null),
  }),
  route({
    method: 'GET',
    path: `/imports/${sheet}/example.csv`,
    action: IMPORT_ACTIONS[sheet],
    given: asked,
    answer: (visit) => example(visit, sheet),
    again: () => {
      throw new NotFound('no such sheet')
    },
  }),
  route({
    method: 'POST',
    path: `/imports/${sheet}`,
    action: IMPORT_ACTIONS[sheet],
    given,
    largestBytes: LARGEST_FORM_BYTES,
    answer: (visit) => step(visit, sheet),
    again: (visit, fault) => sheetPage(visit, sheet, fault),
  }),
])

function askedOf(fields: unknown, sheet: SheetName): SheetAsked {
  const { season, survey, role, dates } = asked.parse(fields)
  return { sheet, season: OF_NO_SEASON.includes(sheet) ? undefined : season, survey, role, dates }
}

/** Everything chosen is given back; a file is the one thing a browser does not let us give. */
async function sheetPage({ ctx, fields, page, goTo }: Visit<unknown>, sheet: SheetName, fault: Invalid | null) {
  const it = askedOf(fields, sheet)
  if (!it.season && !OF_NO_SEASON.includes(sheet)) return goTo('/imports')
  const form = await formOf(ctx, it).catch((error) => {
    // Of a survey that is not there the page asks again which one.
    if (error instanceof Invalid) return formOf(ctx, { ...it, survey: undefined })
    throw error
  })
  const message = fault && (fault.fields[0]?.message ?? fault.message)
  const content = <SheetPage asked={it} form={form} error={message && asSentence(forThePage(message))} />
  const { title } = SHEET_WORDS[sheet]
  return page(fault ? `Error: ${title}` : title, content, fault ? 422 : 200)
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.]$/, '')}.`
}

async function example({ ctx, fields, http }: Visit<unknown>, sheet: SheetName) {
  const it = askedOf(fields, sheet)
  const { columns } = await formOf(ctx, it)
  const { headers, cells } = exampleSheet(columns)
  const text = writeSheet(headers, headers.length > 0 ? [cells] : [])
  return http.body(text, 200, asDownload('text/csv; charset=utf-8', `${sheet}-example.csv`))
}

async function step(visit: Visit<Given>, sheet: SheetName) {
  const it = askedOf(visit.given, sheet)
  if (sheet === 'survey' && !(it.survey && it.role)) throw notThisFile('choose which survey, and of which role')
  const { bytes, encoding } = await bytesOf(visit.given)
  switch (visit.given.step) {
    case 'look':
      return look(visit, it, bytes, { encoding, isAnew: false })
    case 'faulty': {
      const text = await faultySheet(bytes, await lookAt(visit.ctx, it, bytes, chosenIn(visit.fields)))
      return visit.http.body(text, 200, asDownload('text/csv; charset=utf-8', `${sheet}-to-mend.csv`))
    }
    case 'take':
      return take(visit, it, bytes)
  }
}

async function look(
  visit: Visit<Given>,
  it: SheetAsked,
  bytes: Uint8Array,
  how: { readonly encoding: Encoding; readonly isAnew: boolean },
) {
  const found = await lookAt(visit.ctx, it, bytes, chosenIn(visit.fields))
  const content = <LookPage asked={it} look={found} page={visit.given.page} carried={packFile(bytes)} {...how} />
  return visit.page('What the file would change', content, how.isAnew ? 409 : 200)
}

async function take(visit: Visit<Given>, it: SheetAsked, bytes: Uint8Array) {
  try {
    const work = workOf(it, bytes, chosenIn(visit.fields) ?? {})
    const { id, result } = await importPreviewed(visit.ctx, visit.given.fingerprint, work)
    const left = 'rejected' in result ? new Set((result as ImportReport).rejected.map((one) => one.row)).size : 0
    const said = new URLSearchParams({ done: 'taken', ...(left > 0 ? { left: String(left) } : {}) })
    return visit.goTo(
      id
        ? `/imports/past/${id}?${said}`
        : `/imports?${new URLSearchParams({ season: it.season ?? '', done: 'nothing' })}`,
    )
  } catch (error) {
    if (error instanceof Refused && error.code === 'preview-out-of-date')
      return look(visit, it, bytes, { encoding: 'utf-8', isAnew: true })
    throw error
  }
}

/** What the page of the look says of each column; null on the way to it, where it is guessed. */
function chosenIn(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> | null {
  const said = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith('map.') && typeof value === 'string' ? [[name.slice('map.'.length), value] as const] : [],
  )
  return said.length > 0 ? Object.fromEntries(said) : null
}

async function bytesOf({ file, carried }: Given): Promise<{ bytes: Uint8Array; encoding: Encoding }> {
  if (carried) return { bytes: unpackFile(carried), encoding: 'utf-8' }
  if (!file || file.size === 0) throw notThisFile('choose a file that is not empty')
  if (file.size > LARGEST_CARRIED_BYTES)
    throw notThisFile('the file is larger than 8 MB; split it, or import it with the command line')
  const read = asUtf8(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) throw notThisFile(`${read.fault.message}; ${read.fault.remedy}`)
  if (read.bytes.byteLength > LARGEST_CARRIED_BYTES)
    throw notThisFile('the file is larger than 8 MB as text; split it, or import it with the command line')
  return read
}
