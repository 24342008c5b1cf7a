import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

const made: { readonly pool: pg.Pool; readonly database: string }[] = []

const emptied: string[] = []

// Registered when a test file imports this, so it runs after the file's own clean-up.
afterAll(async () => {
  for (const { pool } of made) if (!pool.ended) await pool.end()
  const names = [...made.map((it) => it.database), ...emptied.flatMap((name) => [name, `${name}_keys`])]
  for (const database of names) await maintain(`drop database if exists "${database}" with (force)`)
})

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
  emptied.push(database)
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`
}

async function cloneOf(template: 'template_migrated' | 'template_keys'): Promise<pg.Pool> {
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await maintain(`create database "${database}" template ${template}`)
  const pool = new pg.Pool({ ...inject('postgres'), database, max: 5 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  made.push({ pool, database })
  return pool
}

async function maintain(statement: string): Promise<void> {
  const client = new pg.Client({ ...inject('postgres'), database: 'postgres' })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
