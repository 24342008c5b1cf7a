import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { whenTheFileEnds } from './leaving.ts'

/** A migrated, empty database of one's own; it is dropped when the test file has ended. */
export function freshDatabase(): Promise<pg.Pool> {
  return cloneOf('template_migrated')
}

/** An empty keys database of one's own. */
export function freshKeys(): Promise<pg.Pool> {
  return cloneOf('template_keys')
}

/** The address of an empty database of one's own, as DATABASE_URL; the keys get theirs beside it. */
export async function emptyDatabaseUrl(): Promise<string> {
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const { host, user } = inject('postgres')
  await maintain(`create database "${database}"`)
  whenTheFileEnds(async () => {
    for (const name of [database, `${database}_keys`]) await drop(name)
  })
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`
}

type Made<Kept> = { readonly pool: pg.Pool; readonly keys: pg.Pool; readonly kept: Kept }

/**
 * Databases of one's own, cloned from some that the first test file to ask has filled: filling takes seconds, cloning does not.
 * `kept` is what the tests know of what is in them, and is JSON.
 */
export async function clonedOnce<Kept>(name: string, fill: () => Promise<Made<Kept>>): Promise<Made<Kept>> {
  const [main, keys] = [`template_${name}`, `template_${name}_keys`]
  const client = new pg.Client({ ...inject('postgres'), database: 'postgres' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const told = `select shobj_description(oid, 'pg_database') as kept from pg_database where datname = $1`
    let found = (await client.query(told, [main])).rows[0]
    if (!found) {
      const made = await fill()
      for (const [pool, template] of [
        [made.pool, main],
        [made.keys, keys],
      ] as const) {
        const { rows } = await pool.query('select current_database() as name')
        await pool.end()
        await client.query(`alter database "${rows[0].name}" rename to ${template}`)
      }
      await client.query(`comment on database ${main} is ${pg.escapeLiteral(JSON.stringify(made.kept))}`)
      found = (await client.query(told, [main])).rows[0]
    }
    return { pool: await cloneOf(main), keys: await cloneOf(keys), kept: JSON.parse(found.kept) }
  } finally {
    await client.end()
  }
}

async function cloneOf(template: string): Promise<pg.Pool> {
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await maintain(`create database "${database}" template ${template}`)
  const pool = new pg.Pool({ ...inject('postgres'), database, max: 5 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  whenTheFileEnds(async () => {
    if (!pool.ended) await pool.end()
    await drop(database)
  })
  return pool
}

function drop(database: string): Promise<void> {
  return maintain(`drop database if exists "${database}" with (force)`)
}

async function maintain(statement: string): Promise<void> {
  const client = new pg.Client({ ...inject('postgres'), database: 'postgres' })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
