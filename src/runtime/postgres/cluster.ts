import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lchownSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { clusterFolder, type DatabaseUser, loginNames, ownUid } from '../database-user.ts'
import { findBinaries } from './binaries.ts'
import { isReady } from './databases.ts'
import { stopOrphan } from './orphan.ts'
import { makeSocketFolder } from './socket-folder.ts'
import { writeWhole } from './write-whole.ts'

export type Cluster = { readonly socketFolder: string; stop(): Promise<void> }

type Place = {
  readonly dataFolder: string
  readonly cluster: string
  readonly bin: string
  readonly user: DatabaseUser
}

const INITDB = ['-U', 'alongside', '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
const INITDB_MORE = ['--locale=C.UTF-8', '--data-checksums', '--no-instructions']

// The log must not repeat what people wrote: no statement, no detail line with the values of a key, no parameters.
const SETTINGS = ['listen_addresses=', 'unix_socket_permissions=0700', 'max_wal_size=256MB', 'timezone=UTC']
const QUIET = ['log_timezone=UTC', 'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_checkpoints=off']

const LONGEST_PAUSE_MS = 30_000

/** Starts PostgreSQL on the data folder, making it first when there is none. Only the owner of the lock calls this. */
export async function startCluster(
  dataFolder: string,
  user: DatabaseUser,
  settings: readonly string[],
): Promise<Cluster> {
  const place = { dataFolder, cluster: clusterFolder(dataFolder), bin: findBinaries(user), user }
  if (!existsSync(place.cluster)) makeCluster(place)
  await stopOrphan(place.cluster, user)
  const socketFolder = makeSocketFolder(dataFolder, user)
  writeAccess(place)
  const all = [...SETTINGS, ...QUIET, ...settings].flatMap((one) => ['-c', one])
  const args = ['-D', place.cluster, '-k', socketFolder, ...all]
  return keepRunning(() => startPostgres(place, args, socketFolder), socketFolder)
}

function makeCluster(place: Place): void {
  const fresh = `${place.cluster}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  if (ownUid() === 0) lchownSync(fresh, place.user.uid, place.user.gid)
  const [program = '', ...args] = asUser(place.user, [
    join(place.bin, 'initdb'),
    '-D',
    fresh,
    ...INITDB,
    ...INITDB_MORE,
  ])
  const made = spawnSync(program, args, { cwd: '/', env: plainEnvironment(), encoding: 'utf8', ...ids(place.user) })
  if (made.status !== 0) throw new Error(`The database could not be made: ${made.stderr || made.error?.message}`)
  renameSync(fresh, place.cluster)
}

/** Peer means: the kernel tells PostgreSQL which user connects. Nobody else gets in, and no password exists. */
function writeAccess({ cluster, user }: Place): void {
  writeWhole(join(cluster, 'pg_hba.conf'), 'local all alongside peer map=house\n', user)
  const lines = loginNames(user).map((login) => `house "${login}" alongside\n`)
  writeWhole(join(cluster, 'pg_ident.conf'), lines.join(''), user)
}

async function startPostgres(place: Place, args: readonly string[], socketFolder: string): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const child = spawnPostgres(place, args)
    while (child.exitCode === null && child.signalCode === null) {
      if (await isReady(socketFolder)) return child
      await pause(20)
    }
    // Backends of a killed PostgreSQL may hold its shared memory for a moment.
    if (attempt === 4)
      throw new Error(`The database does not start. Why is in ${join(place.dataFolder, 'postgres.log')}`)
    await pause(300 * attempt)
    await stopOrphan(place.cluster, place.user)
  }
}

function spawnPostgres({ dataFolder, bin, user }: Place, args: readonly string[]): ChildProcess {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW
  const log = openSync(join(dataFolder, 'postgres.log'), flags, 0o600)
  const [program = '', ...rest] = asUser(user, [join(bin, 'postgres'), ...args])
  // In a session of its own, so that Ctrl-C reaches only us and the site can finish its answers first.
  const stdio = ['ignore', log, log] as const
  const child = spawn(program, rest, {
    cwd: '/',
    env: plainEnvironment(),
    detached: true,
    stdio: [...stdio],
    ...ids(user),
  })
  child.on('error', () => {})
  closeSync(log)
  return child
}

/** After a crash or a full disk PostgreSQL is started again, with growing pauses, until `stop`. */
async function keepRunning(start: () => Promise<ChildProcess>, socketFolder: string): Promise<Cluster> {
  let stopping = false
  let child = await start()
  function watch(pauseMs: number): void {
    child.once('exit', () => {
      if (stopping) return
      setTimeout(() => void again(Math.min(pauseMs * 2, LONGEST_PAUSE_MS)), pauseMs)
    })
  }
  async function again(pauseMs: number): Promise<void> {
    if (stopping) return
    console.error('The database ended; starting it again.')
    try {
      child = await start()
      if (stopping) await end(child)
      else watch(500)
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      setTimeout(() => void again(Math.min(pauseMs * 2, LONGEST_PAUSE_MS)), pauseMs)
    }
  }
  watch(500)
  return {
    socketFolder,
    async stop() {
      stopping = true
      await end(child)
      rmSync(socketFolder, { recursive: true, force: true })
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((ended) => child.once('exit', ended))
  child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 10_000)
  await gone
  clearTimeout(impatience)
}

let setprivWorks: boolean | undefined

/** Through setpriv PostgreSQL is told to stop when we die, however we die. Where it is missing, the next start stops it. */
function asUser(user: DatabaseUser, command: readonly string[]): readonly string[] {
  setprivWorks ??= spawnSync('setpriv', ['--pdeathsig=INT', 'true']).status === 0
  if (!setprivWorks) return command
  const drop = ownUid() === 0 ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []
  return ['setpriv', ...drop, '--pdeathsig=INT', '--', ...command]
}

function ids(user: DatabaseUser): { uid?: number; gid?: number } {
  return ownUid() === 0 && !setprivWorks ? { uid: user.uid, gid: user.gid } : {}
}

function plainEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

/** The data folder may be entered by the database's user, and listed by nobody but us. */
export function makeDataFolder(dataFolder: string): void {
  const isNew = !existsSync(dataFolder)
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  if (isNew && ownUid() === 0) chmodSync(dataFolder, 0o711)
}
