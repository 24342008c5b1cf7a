import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { Invalid, Refused } from '../runtime/errors.ts'
import { grantKeys, raiseSecondWall } from './second-wall.ts'

type Migration = { readonly file: string; readonly sha256: string; readonly statements: readonly string[] }

const FOLDER = join(import.meta.dirname, 'migrations')
const INSUFFICIENT_PRIVILEGE = '42501'
/** The migrations of the keys database. */
export const KEYS_FOLDER = join(import.meta.dirname, 'keys-migrations')

export type Which = {
  /** Of the main database unless said. */
  readonly folder?: string
  /** The last file that is applied; all unless said. A restore stops at what its backup was made with, and the wall is raised later. */
  readonly until?: string
  /** The site's own user, where it does not own the tables: it gets what it needs and no more. */
  readonly appUser?: string
}

/** Brings the schema up to date: forward only, one transaction a file, one migrator at a time. */
export async function migrate(pool: pg.Pool, { folder = FOLDER, until, appUser }: Which = {}): Promise<void> {
  await makeRecord(pool).catch((error: { code?: string }) => {
    throw error.code === INSUFFICIENT_PRIVILEGE ? mayNotMigrate() : error
  })
  const migrations = readMigrations(folder)
  await refuseUnknown(pool, migrations)
  for (const migration of migrations) if (!until || migration.file <= until) await apply(pool, migration)
  if (until) return
  if (folder === FOLDER) await raiseSecondWall(pool, appUser)
  else if (appUser) await grantKeys(pool, appUser)
}

/** The migrations this Alongside knows, by file, with the hash of each. */
export function knownMigrations(folder: string = FOLDER): ReadonlyMap<string, string> {
  return new Map(readMigrations(folder).map(({ file, sha256 }) => [file, sha256]))
}

function readMigrations(folder: string): readonly Migration[] {
  const files = readdirSync(folder).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const statements = text.split(/^--;;[ \t]*$/m).filter(saysSomething)
    return { file, sha256: createHash('sha256').update(text).digest('hex'), statements }
  })
}

function saysSomething(statement: string): boolean {
  return statement.split('\n').some((line) => line.trim() !== '' && !line.trim().startsWith('--'))
}

async function makeRecord(pool: pg.Pool): Promise<void> {
  await within(pool, async (client) => {
    // Two first starts at once would both create the tables; nothing else needs this lock.
    await client.query("select pg_advisory_xact_lock(hashtext('alongside-migrate'))")
    await client.query('create table if not exists migration_lock (one_row boolean primary key check (one_row))')
    await client.query('insert into migration_lock values (true) on conflict do nothing')
    await client.query(`create table if not exists migration (
      file text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  })
}

async function refuseUnknown(pool: pg.Pool, migrations: readonly Migration[]): Promise<void> {
  const known = new Set(migrations.map((one) => one.file))
  const { rows } = await pool.query<{ file: string }>('select file from migration order by file')
  const file = rows.find((row) => !known.has(row.file))?.file
  if (!file) return
  throw new Refused('database-newer', { file }, `The data was used by a newer Alongside (${file}). Update this one.`)
}

async function apply(pool: pg.Pool, migration: Migration): Promise<void> {
  await within(pool, async (client) => {
    await client.query('select 1 from migration_lock for update')
    const found = await client.query<{ sha256: string }>('select sha256 from migration where file = $1', [
      migration.file,
    ])
    const applied = found.rows[0]
    if (applied && applied.sha256 !== migration.sha256) throw changed(migration.file)
    if (applied) return
    // One at a time: on Citus some statements in one string fail with 42601.
    for (const statement of migration.statements) await client.query(statement)
    await client.query('insert into migration (file, sha256) values ($1, $2)', [migration.file, migration.sha256])
  })
}

function mayNotMigrate(): Invalid {
  const remedy = 'Give the user who owns them in DATABASE_OWNER_URL.'
  return new Invalid(`This database user may not make tables. ${remedy}`, {
    fields: [{ place: 'DATABASE_OWNER_URL', message: 'is missing', remedy }],
  })
}

function changed(file: string): Refused {
  const message = `Migration ${file} has changed since it was applied. Put it back, and make the change in a new file.`
  return new Refused('migration-changed', { file }, message)
}

async function within(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
