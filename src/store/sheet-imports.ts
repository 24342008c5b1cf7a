import { sql } from 'kysely'
import type { SheetName } from '../model/sheet-name.ts'
import { type Database, firstOf, rowsOf } from './database.ts'
import { seasonInWords } from './seasons.ts'

export type SheetImport = {
  readonly id: string
  readonly seasonId: string | null
  readonly season: string | null
  readonly seasonKey: string | null
  readonly sheet: SheetName
  readonly by: string | null
  readonly on: string
  readonly added: number | null
  readonly changed: number | null
  readonly removed: number | null
  /** `too-many` and `nothing` cannot be taken back. */
  readonly kept: 'rows' | 'too-many' | 'nothing'
  readonly hasRows: boolean
  /** Whether a later import of the same sheet stands upon it. */
  readonly hasLater: boolean
  readonly undoneBy: string | null
  readonly undoneOn: string | null
}

const columns = sql`i.id, i.season_id as "seasonId", ${seasonInWords('s')} as season, s.key as "seasonKey", i.sheet, b.name as by,
  i.imported_on::text as on, i.added, i.changed, i.removed, i.kept, u.name as "undoneBy", i.undone_on::text as "undoneOn",
  exists (select 1 from sheet_change c where c.organisation_id = i.organisation_id and c.import_id = i.id) as "hasRows",
  exists (select 1 from sheet_import l where l.organisation_id = i.organisation_id and l.sheet = i.sheet
    and l.season_id is not distinct from i.season_id and l.undone_on is null
    and (l.imported_at, l.id) > (i.imported_at, i.id)) as "hasLater"`
const joined = sql`from sheet_import i
  left join season s on s.organisation_id = i.organisation_id and s.id = i.season_id
  left join person b on b.organisation_id = i.organisation_id and b.id = i.imported_by
  left join person u on u.organisation_id = i.organisation_id and u.id = i.undone_by`

export async function addSheetImport(
  tx: Database,
  organisationId: string,
  it: Pick<SheetImport, 'id' | 'seasonId' | 'sheet' | 'on' | 'added' | 'changed' | 'removed' | 'kept'> & {
    readonly by: string | null
    readonly at: string
  },
): Promise<void> {
  await sql`insert into sheet_import (organisation_id, id, season_id, sheet, imported_by, imported_on, imported_at, added, changed,
      removed, kept)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.sheet}, ${it.by}, ${it.on}::date, ${it.at}::timestamptz,
      ${it.added}, ${it.changed}, ${it.removed}, ${it.kept})`.execute(tx)
}

/** What somebody may do the import of: a sheet, in one season or, where it is null, in every one. */
export type Allowed = { readonly sheet: SheetName; readonly season_id: string | null }

/** The imports of what somebody may import, the latest first. */
export function sheetImports(
  tx: Database,
  organisationId: string,
  allowed: readonly Allowed[],
  part: { readonly limit: number; readonly offset: number },
) {
  return rowsOf<SheetImport & { readonly found: number }>(
    tx,
    sql`select ${columns}, count(*) over ()::int as found ${joined}
      where i.organisation_id = ${organisationId}
        and exists (select 1 from jsonb_to_recordset(${JSON.stringify(allowed)}::jsonb) as m(sheet text, season_id uuid)
          where m.sheet = i.sheet and (m.season_id is null or m.season_id = i.season_id))
      order by i.imported_at desc, i.id desc limit ${part.limit} offset ${part.offset}`,
  )
}

export function sheetImportById(tx: Database, organisationId: string, id: string) {
  return firstOf<SheetImport>(
    tx,
    sql`select ${columns} ${joined} where i.organisation_id = ${organisationId} and i.id = ${id}`,
  )
}

export async function markUndone(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly by: string | null; readonly on: string },
): Promise<void> {
  await sql`update sheet_import set undone_by = ${it.by}, undone_on = ${it.on}::date
    where organisation_id = ${organisationId} and id = ${it.id}`.execute(tx)
  await sql`delete from sheet_change where organisation_id = ${organisationId} and import_id = ${it.id}`.execute(tx)
}
