import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Config } from './config.ts'
import { databaseUser } from './database-user.ts'
import { Invalid, Refused } from './errors.ts'
import { makeDataFolder, startCluster } from './postgres/cluster.ts'
import { type Connection, createDatabase, embeddedConnection } from './postgres/databases.ts'
import { askOwner, type Ownership, type Role, takeOwnership } from './postgres/owner.ts'
import { leaveServerPid } from './server-pid.ts'

export { stopRunning } from './server-pid.ts'

export type OpenDatabase = {
  readonly connection: Connection
  readonly keys: Connection
  /** The keys database beside a server of one's own, as whoever owns the tables; absent where `keys` does. */
  readonly ownerKeys?: Connection
  /** True when this process runs PostgreSQL itself. */
  readonly owned: boolean
  /** End your pools first. A command that runs PostgreSQL stops it here, after the last client has left. */
  close(): Promise<void>
}

/** `settings` are PostgreSQL's own, as `name=value`; tests switch `fsync` off. */
export type OpenOptions = { readonly role: Role; readonly settings?: readonly string[] }

type Where = Pick<Config, 'dataFolder' | 'databaseUrl'> & Partial<Pick<Config, 'keysUrl' | 'databaseOwnerUrl'>>

/** How long a command waits for a database that is starting, and a site for a command to finish. */
const PATIENCE_MS = 10_000

/** Opens the main and the keys database: our own PostgreSQL, the one already running on this data, or DATABASE_URL. */
export async function openDatabase(config: Where, options: OpenOptions): Promise<OpenDatabase> {
  try {
    makeDataFolder(config.dataFolder)
  } catch (error) {
    const remedy = 'Give a folder you may write to in ALONGSIDE_DATA.'
    const why = error instanceof Error ? error.message : String(error)
    throw new Invalid(`The data folder cannot be made: ${why}. ${remedy}`, {
      fields: [{ place: 'ALONGSIDE_DATA', message: why, remedy }],
    })
  }
  if (config.databaseUrl) return openOwnServer(config.databaseUrl, config, options.role)
  return openEmbedded(config.dataFolder, options)
}

async function openOwnServer(url: string, config: Where, role: Role): Promise<OpenDatabase> {
  const beside = config.keysUrl ? null : await makeKeysBeside(url, config.databaseOwnerUrl ?? null)
  const takeAway = role === 'server' ? leaveServerPid(config.dataFolder) : () => {}
  return {
    connection: { connectionString: url },
    keys: beside?.keys ?? { connectionString: config.keysUrl ?? undefined },
    ownerKeys: beside?.ownerKeys,
    owned: false,
    close: async () => takeAway(),
  }
}

/** The keys database on the same server, named after the main one; made by whoever may make it. */
async function makeKeysBeside(url: string, ownerUrl: string | null) {
  const database = `${decodeURIComponent(new URL(url).pathname.slice(1)) || 'alongside'}_keys`
  await createDatabase({ connectionString: ownerUrl ?? url }, database).catch((error: unknown) => {
    const may = !(error instanceof pg.DatabaseError) || error.code !== '42501'
    throw may ? error : mayNotMakeDatabase(database)
  })
  const named = (one: string): Connection => {
    const at = new URL(one)
    at.pathname = `/${encodeURIComponent(database)}`
    return { connectionString: at.href }
  }
  return { keys: named(url), ownerKeys: ownerUrl ? named(ownerUrl) : undefined }
}

function mayNotMakeDatabase(database: string): Invalid {
  const remedy = `Give the user who may in DATABASE_OWNER_URL, or make the database "${database}" yourself.`
  return new Invalid(`The keys have a database of their own, and this user may not make it. ${remedy}`, {
    fields: [{ place: 'DATABASE_OWNER_URL', message: 'is missing', remedy }],
  })
}

async function openEmbedded(dataFolder: string, options: OpenOptions): Promise<OpenDatabase> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const ownership = await takeOwnership(dataFolder, options.role)
    if (ownership) return startOwned(dataFolder, options, ownership)
    const joined = await joinOwner(dataFolder, options.role)
    if (joined) return joined
    if (Date.now() > until) throw await busy(dataFolder)
    await pause(50)
  }
}

async function startOwned(dataFolder: string, options: OpenOptions, ownership: Ownership): Promise<OpenDatabase> {
  try {
    const cluster = await startCluster(dataFolder, databaseUser(dataFolder), options.settings ?? [])
    const maintenance = embeddedConnection(cluster.socketFolder, 'postgres')
    for (const database of ['alongside', 'alongside_keys']) await createDatabase(maintenance, database)
    const takeAway = options.role === 'server' ? leaveServerPid(dataFolder) : () => {}
    ownership.say('ready', cluster.socketFolder)
    return describe(cluster.socketFolder, true, async () => {
      if (options.role === 'command') await ownership.clientsGone()
      ownership.say('closing')
      await cluster.stop()
      takeAway()
      await ownership.release()
    })
  } catch (error) {
    await ownership.release()
    throw error
  }
}

/** Null means: try again, the holder is about to be ready or to leave. */
async function joinOwner(dataFolder: string, role: Role): Promise<OpenDatabase | null> {
  const answer = await askOwner(dataFolder)
  if (!answer) return null
  const { word, stay } = answer
  if (role === 'command' && word.state === 'ready' && (await canEnter(word.socketFolder))) {
    return describe(word.socketFolder, false, async () => void stay.destroy())
  }
  stay.destroy()
  if (role === 'server' && word.role === 'server' && word.state !== 'closing') throw running(dataFolder, word.pid)
  return null
}

async function canEnter(socketFolder: string): Promise<boolean> {
  const client = new pg.Client(embeddedConnection(socketFolder, 'alongside'))
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) return false
    throw new Invalid('Alongside runs here as another user. Run this command as that user, or as root.')
  } finally {
    await client.end().catch(() => {})
  }
}

function describe(socketFolder: string, owned: boolean, leave: () => Promise<void>): OpenDatabase {
  let left: Promise<void> | null = null
  return {
    connection: embeddedConnection(socketFolder, 'alongside'),
    keys: embeddedConnection(socketFolder, 'alongside_keys'),
    owned,
    close() {
      left ??= leave()
      return left
    },
  }
}

function running(dataFolder: string, pid: number): Refused {
  const message = `Alongside is already running on this data (${dataFolder}, process ${pid}). Stop it with npm stop, or give this one its own folder in ALONGSIDE_DATA.`
  return new Refused('already-running', { dataFolder, pid }, message)
}

async function busy(dataFolder: string): Promise<Refused> {
  const answer = await askOwner(dataFolder)
  answer?.stay.destroy()
  const who = answer ? `a ${answer.word.role} (process ${answer.word.pid}, ${answer.word.state})` : 'another process'
  return new Refused(
    'data-in-use',
    { dataFolder },
    `The data in ${dataFolder} is in use by ${who}. Try again when it has ended.`,
  )
}
