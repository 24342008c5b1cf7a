import { type Context, permit, within } from '../../runtime/context.ts'
import {
  type DirectoryAsked,
  type DirectoryRow,
  directoryPage,
  divisionsOf,
  hasDirectory,
} from '../../store/directory.ts'
import { weekdaysInWords } from '../rules/describe-change.ts'
import { readableBy } from './readable.ts'

export const PEOPLE_PER_PAGE = 50
/** The most rows of a download: more than any directory has. */
const MOST_ROWS = 1_000_000

export type DirectoryLine = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly kind: 'directory' | 'guest' | 'self-declared'
  readonly title: string | null
  readonly division: string | null
  readonly department: string | null
  readonly leftOn: string | null
}

export type DirectoryScreen = {
  readonly people: readonly DirectoryLine[]
  readonly found: number
  /** Whether the directory has anybody at all, beside guests and who declared themselves. */
  readonly hasDirectory: boolean
  readonly divisions: readonly string[]
}

/** One page of the directory as of today. */
export async function seeDirectory(ctx: Context, asked: DirectoryAsked, page: number): Promise<DirectoryScreen> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeDirectory')
    const part = { day: ctx.today, limit: PEOPLE_PER_PAGE, offset: (page - 1) * PEOPLE_PER_PAGE }
    const rows = await directoryPage(tx, ctx.organisationId, asked, part)
    return {
      people: rows.map(lineOf),
      found: rows[0]?.total ?? 0,
      hasDirectory: await hasDirectory(tx, ctx.organisationId),
      divisions: await divisionsOf(tx, ctx.organisationId),
    }
  })
}

function lineOf(row: DirectoryRow): DirectoryLine {
  const { id, name, email, kind, title, division, department, left_on } = row
  return { id, name, email, kind, title, division, department, leftOn: left_on }
}

/** How many are in the directory and have not left, for whoever is about to bring a sheet. */
export async function seeImport(ctx: Context): Promise<{ readonly known: number }> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.previewPeople')
    const asked = { search: '', division: null, kind: 'directory', presence: 'here', order: 'name' } as const
    const rows = await directoryPage(tx, ctx.organisationId, asked, { day: ctx.today, limit: 1, offset: 0 })
    return { known: rows[0]?.total ?? 0 }
  })
}

/** The columns of the sheet that is imported, so that a download can be mended and brought back; `kind` is said beside them. */
const COLUMNS: readonly (readonly [name: string, column: string, cell: (row: DirectoryRow) => string | null])[] = [
  ['employee_id', 'employee_id', (row) => row.employee_id],
  ['name', 'name', (row) => row.name],
  ['email', 'email', (row) => row.email],
  ['title', 'title', (row) => row.title],
  ['division', 'division', (row) => row.division],
  ['department', 'department', (row) => row.department],
  ['team', 'team', (row) => row.team],
  ['manager_email', 'manager_id', (row) => row.manager_email],
  ['start_date', 'started_on', (row) => row.started_on],
  ['time_zone', 'time_zone', (row) => row.time_zone],
  ['expertise', 'expertise', (row) => row.expertise],
  ['works_from', 'works_from', (row) => row.works_from],
  ['works_until', 'works_until', (row) => row.works_until],
  [
    'works_on',
    'works_on',
    (row) => row.works_on && weekdaysInWords(row.works_on).replaceAll(', ', ';').replace(' to ', '-'),
  ],
  ['holidays', 'holidays', (row) => row.holidays],
  ['left_on', 'left_on', (row) => row.left_on],
]

/** Everybody found, as a sheet: only the columns that whoever asks may read. */
export async function directorySheet(
  ctx: Context,
  asked: DirectoryAsked,
): Promise<{ readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] }> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.seeDirectory', { about: 'sheet' })
    const mayRead = readableBy(ctx, 'sheet')
    const shown = COLUMNS.filter(([, column]) => mayRead(column))
    const rows = await directoryPage(tx, ctx.organisationId, asked, { day: ctx.today, limit: MOST_ROWS, offset: 0 })
    return {
      columns: [...shown.map(([name]) => name), 'kind'],
      rows: rows.map((row) => [...shown.map(([, , cell]) => cell(row)), row.kind]),
    }
  })
}
