import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { LETTER_KINDS } from '../../src/model/letter-kinds.ts'
import { FIELDS, MACHINERY } from '../../src/store/fields/all.ts'
import type { TableEntries } from '../../src/store/fields/field.ts'
import { freshDatabase } from '../make/database.ts'

/** Columns without an entry, and entries without a column. */
async function fieldFaults(pool: pg.Pool, fields: TableEntries): Promise<readonly string[]> {
  const { rows } = await pool.query<{ table_name: string; column_name: string }>(
    "select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2",
  )
  const machinery: readonly string[] = MACHINERY
  const columns = rows
    .filter((it) => !machinery.includes(it.table_name))
    .map((it) => `${it.table_name}.${it.column_name}`)
  const entries = Object.entries(fields).flatMap(([table, it]) =>
    Object.keys(it.fields).map((name) => `${table}.${name}`),
  )
  return [
    ...columns.filter((it) => !entries.includes(it)).map((it) => `${it} has no entry`),
    ...entries.filter((it) => !columns.includes(it)).map((it) => `${it} has no column`),
  ]
}

describe('the privacy entries of the columns', () => {
  let pool: pg.Pool
  beforeAll(async () => {
    pool = await freshDatabase()
  })

  it('every column has one, and every one has its column', async () => {
    expect(await fieldFaults(pool, FIELDS)).toEqual([])
  })

  it('every kind of letter can be kept, whichever migration named the kinds last', async () => {
    const { rows } = await pool.query(
      "select pg_get_constraintdef(oid) as says from pg_constraint where conname = 'outbox_message_kind_known'",
    )
    const known = [...String(rows[0]?.says).matchAll(/'([a-z-]+)'/g)].map(([, kind]) => kind)
    expect(known.toSorted()).toEqual(Object.keys(LETTER_KINDS).toSorted())
  })

  it('a new column without an entry is found', async () => {
    const other = await freshDatabase()
    await other.query('alter table person add column shoe_size text')
    expect(await fieldFaults(other, FIELDS)).toEqual(['person.shoe_size has no entry'])
    await other.query('create table diary (organisation_id uuid, words text)')
    expect(await fieldFaults(other, FIELDS)).toContain('diary.words has no entry')
  })

  it('what only named people may see goes into no letter and no spreadsheet', () => {
    for (const [table, { fields }] of Object.entries(FIELDS))
      for (const [name, it] of Object.entries(fields))
        if (it.class === 'S4')
          expect(
            it.sinks.filter((sink) => sink === 'letter' || sink === 'sheet'),
            `${table}.${name}`,
          ).toEqual([])
  })

  it('a secret is read by nobody and goes nowhere', () => {
    for (const { fields } of Object.values(FIELDS))
      for (const it of Object.values(fields))
        if (it.class === 'secret') expect([...it.readers, ...it.sinks]).toEqual([])
  })

  it('no entry lets a column reach a reader by no way', () => {
    for (const [table, { fields }] of Object.entries(FIELDS))
      for (const [name, it] of Object.entries(fields))
        expect(it.readers.length > 0, `${table}.${name}`).toBe(it.sinks.length > 0)
  })

  it('every table says whose its rows are, or hangs on one that does, or is about nobody', () => {
    for (const [table, it] of Object.entries(FIELDS)) {
      const own = it.subjects.length > 0 || it.through !== undefined
      if (it.erasure === 'delete') expect(own, `${table} cannot be erased: it says nobody's`).toBe(true)
      for (const column of it.subjects) expect(Object.keys(it.fields), table).toContain(column)
      if (it.through) expect(Object.keys(FIELDS), table).toContain(it.through.table)
    }
  })

  it('what is blanked in a row that stays says what stands in its place', () => {
    for (const [table, it] of Object.entries(FIELDS))
      if (it.erasure === 'blank')
        expect(
          Object.values(it.fields).some((field) => field.blank !== undefined),
          table,
        ).toBe(true)
  })
})
