import { z } from 'zod'
import type { Operation } from '../api/operation.ts'
import { OPERATIONS } from '../api/operations.ts'
import { columnsOf } from '../api/parameters.ts'
import { directoryPreview } from '../api/shapes/directory-preview.ts'
import { importReport } from '../api/shapes/import-report.ts'
import { sheetForm } from '../api/sheet-form.ts'
import { takeSheet } from '../api/take-sheet.ts'
import { seeImport } from '../people/screens/directory.ts'
import { Invalid, Refused } from '../runtime/errors.ts'
import type { KeptImport } from '../runtime/keep-import.ts'
import { asUtf8 } from '../sheets/encoding.ts'
import { guessHeaders } from '../sheets/guess-headers.ts'
import { plain } from '../sheets/header.ts'
import { rawRows } from '../sheets/raw-rows.ts'
import { LARGEST_CARRIED_BYTES, packFile, unpackFile } from './carried-file.ts'
import { type Chosen, ImportPage, NOTHING_CHOSEN } from './coordinator/people/import-page.tsx'
import { forThePage, PreviewPage } from './coordinator/people/preview-page.tsx'
import { type Route, route, type Visit } from './route.ts'

/** A form with a file of the largest size, packed as badly as can be. */
const LARGEST_FORM_BYTES = 12 * 1024 * 1024

const dates = z.enum(['iso', 'dmy', 'mdy']).catch('iso').default('iso')
const whole = z.literal('yes').optional().catch(undefined)
const sheet = z.looseObject({
  file: z.file().optional().catch(undefined),
  carried: z.string().optional(),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  dates,
  whole,
})
const taken = z.looseObject({ carried: z.string(), fingerprint: z.string().max(100), dates, whole })
type Given = z.infer<typeof sheet>

/** A spreadsheet of the directory: chosen, looked at, taken. */
export const importRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/people/import', action: 'people.previewPeople', given: null, answer: importPage }),
  route({
    method: 'POST',
    path: '/people/import/preview',
    action: 'people.previewPeople',
    given: sheet,
    largestBytes: LARGEST_FORM_BYTES,
    answer: previewPage,
    again: importAgain,
  }),
  route({
    method: 'POST',
    path: '/people/import',
    action: 'people.importPeople',
    given: taken,
    largestBytes: LARGEST_FORM_BYTES,
    answer: sheetTaken,
    again: importAgain,
  }),
]

function operationOf(action: string): Operation {
  const found = OPERATIONS.find((it) => it.action === action)
  if (!found) throw new Error(`no operation ${action}`)
  return found
}

const COLUMNS = columnsOf(operationOf('people.importPeople')).map(({ name, required }) => ({ name, required }))

function chosenIn(given: Readonly<Record<string, unknown>>): Chosen {
  const map = Object.entries(given).flatMap(([name, value]) => {
    const header = typeof value === 'string' ? value.trim() : ''
    return name.startsWith('map.') && header !== '' ? [[name.slice(4), header] as const] : []
  })
  return { whole: given.whole === 'yes', dates: dates.parse(given.dates), map: Object.fromEntries(map) }
}

async function importPage({ ctx, page }: Visit) {
  const { known } = await seeImport(ctx)
  const form = <ImportPage known={known} chosen={NOTHING_CHOSEN} error={null} columns={COLUMNS} />
  return page('Import people', form)
}

/** Everything chosen is given back; a file is the one thing a browser does not let us give. */
async function importAgain({ ctx, fields, page }: Visit<unknown>, fault: Invalid) {
  const { known } = await seeImport(ctx)
  const first = fault.fields[0]
  const error = asSentence(forThePage(first ? [first.message, first.remedy].filter(Boolean).join('; ') : fault.message))
  const form = <ImportPage known={known} chosen={chosenIn(fields)} error={error} columns={COLUMNS} />
  return page('Error: import people', form, 422)
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.]$/, '')}.`
}

async function previewPage(visit: Visit<Given>) {
  const bytes = await bytesOf(visit.given)
  const map = visit.given.carried ? {} : await guessedMap(visit, bytes)
  return showPreview({ ...visit, fields: { ...map, ...said(visit.fields) } }, bytes, visit.given.page, false)
}

/** What was written beside a column; an empty field says nothing. */
function said(fields: Visit['fields']): Visit['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !name.startsWith('map.') || value !== ''))
}

/** The headers that hold a column under another name, as far as one can tell. */
async function guessedMap({ ctx }: Visit<Given>, bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const raw = await rawRows(bytes)
  if (!raw.ok) return {}
  const { map } = await sheetForm(ctx, operationOf('people.importPeople'), {})
  const names = COLUMNS.map((it) => it.name)
  const guessed = guessHeaders(names, raw.headers, map)
  return Object.fromEntries(
    Object.entries(guessed).flatMap(([name, header]) =>
      header && plain(header) !== plain(name) ? [[`map.${name}`, header] as const] : [],
    ),
  )
}

async function showPreview(visit: Visit<unknown>, bytes: Uint8Array, number: number, isAnew: boolean) {
  const chosen = chosenIn(visit.fields)
  const preview = directoryPreview.parse(
    await takeSheet(visit.ctx, operationOf('people.previewPeople'), takenOf(chosen, bytes)),
  )
  return visit.page(
    'What the file would change',
    <PreviewPage preview={preview} chosen={chosen} page={number} carried={packFile(bytes)} isAnew={isAnew} />,
    isAnew ? 409 : 200,
  )
}

async function bytesOf({ file, carried }: Given): Promise<Uint8Array> {
  if (carried) return unpackFile(carried)
  if (!file || file.size === 0) throw notThisFile('Choose a file that is not empty.')
  if (file.size > LARGEST_CARRIED_BYTES)
    throw notThisFile('The file is larger than 8 MB. Import it with the command line: alongside people import FILE')
  const read = asUtf8(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) throw notThisFile(asSentence(`${read.fault.message}; ${read.fault.remedy}`))
  return read.bytes
}

function notThisFile(message: string): Invalid {
  return new Invalid(message, { fields: [{ place: 'file', message }] })
}

async function sheetTaken(visit: Visit<z.infer<typeof taken>>) {
  const { carried, fingerprint } = visit.given
  const bytes = unpackFile(carried)
  const chosen = chosenIn(visit.fields)
  let kept: KeptImport | null = null
  const hears = (it: KeptImport) => {
    kept = it
  }
  try {
    const report = importReport.parse(
      await takeSheet(
        { ...visit.ctx, hears },
        operationOf('people.importPeople'),
        takenOf(chosen, bytes, { fingerprint }),
      ),
    )
    const left = String(report.facts?.left ?? 0)
    const said = new URLSearchParams({ taken: 'yes', accepted: String(report.accepted), left })
    const id = idOf(kept)
    if (id) said.set('import', id)
    return visit.goTo(`/people?${said}`)
  } catch (error) {
    if (error instanceof Refused && error.code === 'preview-out-of-date') return showPreview(visit, bytes, 1, true)
    throw error
  }
}

/** By which id an import can be taken back; null where it changed nothing. */
function idOf(kept: KeptImport | null): string | null {
  return kept?.id ?? null
}

function takenOf(chosen: Chosen, file: Uint8Array, more: { fingerprint?: string } = {}) {
  return { options: { whole: chosen.whole, ...more }, file, map: chosen.map, dates: chosen.dates, strict: false }
}
