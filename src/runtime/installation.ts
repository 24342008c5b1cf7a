import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openStore } from '../store/database.ts'
import { anyKey } from '../store/keys.ts'
import { KEYS_FOLDER, migrate } from '../store/migrate.ts'
import { type Clock, machineClock } from './clock.ts'
import type { Config } from './config.ts'
import { Invalid, Refused } from './errors.ts'
import { type Keyring, openKeyring } from './keyring.ts'
import { type OpenDatabase, type OpenOptions, openDatabase } from './postgres.ts'
import { type RootKeys, readRootKeys } from './root-key.ts'

/** One Alongside on one machine: its data, the keys to what is sealed in it, and how it is configured. */
export type Installation = {
  readonly db: Database
  readonly keyring: Keyring
  readonly config: Config
  readonly machineClock: Clock
}

/** An installation before it is brought up to date: a restore decides for itself what the schema is. */
export type BareInstallation = {
  readonly config: Config
  readonly pool: pg.Pool
  readonly keys: pg.Pool
  /** The same databases as whoever owns the tables in them; the same pools unless `DATABASE_OWNER_URL` says otherwise. */
  readonly owner: { readonly pool: pg.Pool; readonly keys: pg.Pool }
  readonly close: () => Promise<void>
}

const CONNECTIONS = 10
const KEY_CONNECTIONS = 3

/** Opens the databases of this configuration, brings both up to date, and reads the root key. */
export async function openInstallation(
  config: Config,
  options: OpenOptions,
): Promise<Installation & { readonly close: () => Promise<void> }> {
  if (existsSync(restoringFile(config))) throw unfinishedRestore()
  // Before anything is opened: a root key that others can read, or that is none, starts nothing.
  const known = config.rootKey || existsSync(rootKeyFile(config)) ? readRoots(config) : null
  const bare = await openBare(config, options)
  try {
    await bringUpToDate(bare)
    const roots = known ?? (await firstRoots(config, openStore(bare.keys)))
    const keyring = openKeyring(openStore(bare.keys), roots, () => readRoots(config))
    return { db: openStore(bare.pool), keyring, config, machineClock, close: bare.close }
  } catch (error) {
    await bare.close()
    throw error
  }
}

/** Opens the databases and touches nothing in them; one that would forget what it acknowledged is refused. */
export async function openBare(config: Config, options: OpenOptions): Promise<BareInstallation> {
  const database = await openDatabase(config, options)
  const pool = openPool(database.connection, CONNECTIONS)
  const keys = openPool(database.keys, KEY_CONNECTIONS)
  const owner = openOwner(config, database, pool, keys)
  const close = async () => {
    await Promise.all([...new Set([pool, keys, owner.pool, owner.keys])].map((one) => one.end()))
    await database.close()
  }
  const bare = { config, pool, keys, owner, close }
  try {
    if (!options.settings?.includes('fsync=off')) await refuseUnsynced(pool)
    return bare
  } catch (error) {
    await close()
    throw error
  }
}

/** Brings both schemas up to date, as their owner, and gives the site's own user what it needs. */
export async function bringUpToDate({ config, pool, keys, owner }: BareInstallation): Promise<void> {
  const appUser = config.databaseOwnerUrl ? await userOf(pool) : undefined
  await migrate(owner.pool, { appUser })
  await migrate(owner.keys, { folder: KEYS_FOLDER, appUser: owner.keys === keys ? undefined : appUser })
}

/** Lies in the data folder while a restore is not done: until it is, people who were erased may be back. */
export function restoringFile(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'restoring')
}

/** Where the root key lies unless the environment gives it: beside the data, and in no database. */
export function rootKeyFile(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'keys', 'root.key')
}

/** What actions may not do, on a short connection of whoever owns the tables, where the site's own user does not. */
export async function asOwner<T>(
  { db, config }: { readonly db: Database; readonly config: Config },
  work: (owner: Database) => Promise<T>,
): Promise<T> {
  if (!config.databaseOwnerUrl) return work(db)
  const pool = openPool({ connectionString: config.databaseOwnerUrl }, 1)
  return work(openStore(pool)).finally(() => pool.end())
}

function readRoots(config: Config): RootKeys {
  if (!config.rootKey && !existsSync(rootKeyFile(config))) throw rootKeyGone(rootKeyFile(config))
  return readRootKeys(config.rootKey, rootKeyFile(config))
}

/** The first start makes the root key; a new one beside keys that an older one wraps would only hide that it is lost. */
async function firstRoots(config: Config, keys: Database): Promise<RootKeys> {
  if (await anyKey(keys)) throw rootKeyGone(rootKeyFile(config))
  return readRootKeys(null, rootKeyFile(config))
}

function openOwner(config: Config, database: OpenDatabase, pool: pg.Pool, keys: pg.Pool): BareInstallation['owner'] {
  if (!config.databaseOwnerUrl) return { pool, keys }
  return {
    pool: openPool({ connectionString: config.databaseOwnerUrl }, 1),
    keys: database.ownerKeys ? openPool(database.ownerKeys, 1) : keys,
  }
}

function openPool(connection: pg.PoolConfig, max: number): pg.Pool {
  // Days are cut from instants in UTC, whatever the server or its user is set to.
  const options = [connection.options, '-c timezone=UTC'].filter(Boolean).join(' ')
  const pool = new pg.Pool({ ...connection, options, max })
  // A restart of the database ends idle connections; the pool makes new ones.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

async function userOf(pool: pg.Pool): Promise<string | undefined> {
  return (await pool.query<{ name: string }>('select current_user as name')).rows[0]?.name
}

async function refuseUnsynced(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ fsync: string }>('show fsync')
  if (rows[0]?.fsync === 'on') return
  const remedy = 'Set fsync = on in its postgresql.conf, and restart it.'
  throw new Invalid(`This database does not write to disk what it acknowledges (fsync is off). ${remedy}`, {
    fields: [{ place: 'DATABASE_URL', message: 'is a database with fsync off', remedy }],
  })
}

function unfinishedRestore(): Refused {
  return new Refused(
    'restore-unfinished',
    {},
    'A restore was interrupted here. Run the same restore again; it goes on where it was.',
  )
}

function rootKeyGone(file: string): Invalid {
  const remedy = `Put the root key back to ${file} from where you keep it.`
  return new Invalid(`The root key is gone, and there are keys that only it opens. ${remedy}`, {
    fields: [{ place: file, message: 'is not there', remedy }],
  })
}
