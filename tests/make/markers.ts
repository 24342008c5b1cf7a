import type pg from 'pg'
import { FIELDS } from '../../src/store/fields/all.ts'
import type { FieldEntry } from '../../src/store/fields/field.ts'

/** A word that stands in one column of one row and nowhere else. */
export type Marker = {
  readonly word: string
  readonly table: string
  readonly column: string
  readonly entry: FieldEntry
  /** Whose row it is, by person ids. */
  readonly subjects: readonly string[]
}

type Column = { readonly table_name: string; readonly column_name: string; readonly data_type: string }

/** Puts a word of its own into every free text of every row that is not open to everybody. */
export async function plantMarkers(pool: pg.Pool): Promise<readonly Marker[]> {
  const markers: Marker[] = []
  for (const { table_name: table, column_name: column, data_type } of await freeTexts(pool)) {
    const entry = FIELDS[table]?.fields[column]
    if (!entry || entry.class === 'S1' || entry.class === 'key' || entry.class === 'secret') continue
    const value = data_type === 'ARRAY' ? 'array[w.word]' : 'w.word'
    const { rows } = await pool.query<{ word: string; subjects: string[] }>(
      `with w as (select ctid as at, 'mk' || md5(random()::text || ctid::text || '${table}.${column}') as word from "${table}")
       update "${table}" t set "${column}" = ${value} from w where t.ctid = w.at
       returning w.word, ${subjectsOf(table)} as subjects`,
    )
    for (const row of rows) markers.push({ ...row, table, column, entry })
  }
  return markers
}

/** Columns that hold words: no id, no state a check knows, nothing a key or an address rests on. */
async function freeTexts(pool: pg.Pool): Promise<readonly Column[]> {
  const { rows } = await pool.query<Column>(
    `select c.table_name, c.column_name, c.data_type from information_schema.columns c
     where c.table_schema = 'public' and (c.data_type = 'text' or (c.data_type = 'ARRAY' and c.udt_name = '_text'))
       and not exists (select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
         where k.contype in ('c', 'p') and k.conrelid = format('public.%I', c.table_name)::regclass and a.attname = c.column_name)
     order by 1, 2`,
  )
  return rows
}

function subjectsOf(table: string): string {
  // A line of the audit is about whoever acted, and about those whose content was shown.
  if (table === 'audit')
    return `array_append(coalesce((select array_agg(s.person_id::text) from audit_subject s
      where s.organisation_id = t.organisation_id and s.audit_id = t.id), '{}'), t.actor_person_id::text)`
  const it = FIELDS[table]
  const own = (it?.subjects ?? []).map((column) => `t."${column}"::text`)
  if (own.length > 0) return `array_remove(array[${own.join(', ')}], null)`
  if (!it?.through) return "'{}'::text[]"
  const parent = FIELDS[it.through.table]
  const columns = (parent?.subjects ?? []).map((column) => `p."${column}"::text`)
  return `coalesce((select array_remove(array[${columns.join(', ')}], null) from "${it.through.table}" p
    where p.organisation_id = t.organisation_id and p.id = t."${it.through.by}"), '{}'::text[])`
}

/** How a word looks on its way out: plain, in hex, and in base64 wherever it begins. */
export function formsOf(word: string): readonly string[] {
  const bytes = Buffer.from(word)
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    // The first and the last group also hold bits of the neighbours.
    return encoded.slice(shift === 0 ? 0 : 4, -4)
  })
  return [word, bytes.toString('hex'), ...base64]
}
