import { join } from 'node:path'
import pg from 'pg'
import { type Database, openStore } from '../store/database.ts'
import { KEYS_FOLDER, migrate } from '../store/migrate.ts'
import { type Clock, machineClock } from './clock.ts'
import type { Config } from './config.ts'
import { type Keyring, openKeyring } from './keyring.ts'
import { type OpenOptions, openDatabase } from './postgres.ts'
import { readRootKeys } from './root-key.ts'

/** One Alongside on one machine: its data, the keys to what is sealed in it, and how it is configured. */
export type Installation = {
  readonly db: Database
  readonly keyring: Keyring
  readonly config: Config
  readonly machineClock: Clock
}

const CONNECTIONS = 10
const KEY_CONNECTIONS = 3

/** Opens the databases of this configuration, brings both up to date, and reads the root key. */
export async function openInstallation(
  config: Config,
  options: OpenOptions,
): Promise<Installation & { readonly close: () => Promise<void> }> {
  const roots = readRootKeys(config.rootKey, rootKeyFile(config))
  const database = await openDatabase(config, options)
  const pool = openPool(database.connection, CONNECTIONS)
  const keys = openPool(database.keys, KEY_CONNECTIONS)
  const close = async () => {
    await Promise.all([pool.end(), keys.end()])
    await database.close()
  }
  try {
    await migrate(pool)
    await migrate(keys, KEYS_FOLDER)
  } catch (error) {
    await close()
    throw error
  }
  return { db: openStore(pool), keyring: openKeyring(openStore(keys), roots), config, machineClock, close }
}

/** Where the root key lies unless the environment gives it: beside the data, and in no database. */
export function rootKeyFile(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'keys', 'root.key')
}

function openPool(connection: pg.PoolConfig, max: number): pg.Pool {
  const pool = new pg.Pool({ ...connection, max })
  // A restart of the database ends idle connections; the pool makes new ones.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
