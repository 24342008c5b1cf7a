import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { isLoopback } from '../model/loopback.ts'
import { closedFolder, databaseUser, ownUid } from './database-user.ts'
import { Invalid } from './errors.ts'

export type Config = {
  readonly dataFolder: string
  /** Said at each start when the data is not where one would look for it. */
  readonly dataFolderNote: string | null
  readonly databaseUrl: string | null
  /** Whoever owns the tables, for migrations; `databaseUrl` is then a user that may only do what actions do. */
  readonly databaseOwnerUrl: string | null
  /** Where the wrapped personal keys live; beside the main database unless said otherwise. */
  readonly keysUrl: string | null
  /** The root keys, where they come from the environment and not from their file. */
  readonly rootKey: string | null
  /** The address the site listens on; this machine only, unless said otherwise. */
  readonly host: string
  readonly port: number
  /** Where people reach it, without a slash at the end: links in letters begin with it. */
  readonly publicUrl: string
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Servers inside the network that the product may ask, each as `host:port`; none unless named. */
  readonly privateOutbound: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

const PROJECT_ROOT = resolve(import.meta.dirname, '../..')
const DEFAULT_PORT = 3000

/** Reads the environment once; relative paths count from where the person typed the command. */
export function readConfig(env: Environment, cwd: string, root: string = PROJECT_ROOT): Config {
  const databaseUrl = env.DATABASE_URL || null
  return {
    ...findDataFolder(env, env.ALONGSIDE_CWD || cwd, root, databaseUrl !== null),
    databaseUrl,
    databaseOwnerUrl: readOwnerUrl(env),
    keysUrl: env.KEYS_URL || null,
    rootKey: env.ALONGSIDE_ROOT_KEY || null,
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT),
    publicUrl: readPublicUrl(env),
    smtpUrl: env.SMTP_URL || null,
    mailFrom: env.MAIL_FROM || 'Alongside <alongside@localhost>',
    privateOutbound: readPrivateOutbound(env.ALLOW_PRIVATE_OUTBOUND),
  }
}

function findDataFolder(env: Environment, cwd: string, root: string, ownServer: boolean) {
  const asked = env.ALONGSIDE_DATA ? resolve(cwd, env.ALONGSIDE_DATA) : null
  const dataFolder = asked ?? join(root, 'data')
  const closed = ownServer || ownUid() !== 0 ? null : closedFolder(dataFolder, databaseUser(dataFolder))
  if (!closed) return { dataFolder, dataFolderNote: null }
  if (asked) throw unreachable(asked, closed)
  const moved = join('/var/lib/alongside', createHash('sha256').update(root).digest('hex').slice(0, 12))
  return {
    dataFolder: moved,
    dataFolderNote: `The data is kept in ${moved}: the database does not run as root and cannot enter ${closed}.`,
  }
}

function unreachable(asked: string, closed: string): Invalid {
  const remedy = `Choose a folder elsewhere, for example /var/lib/alongside, or open the way with: chmod o+x ${closed}`
  const message = `The database does not run as root and cannot enter ${closed}.`
  return new Invalid(`ALONGSIDE_DATA=${asked} cannot be used. ${message} ${remedy}`, {
    fields: [{ place: 'ALONGSIDE_DATA', message, remedy }],
  })
}

function readOwnerUrl(env: Environment): string | null {
  if (!env.DATABASE_OWNER_URL || env.DATABASE_URL) return env.DATABASE_OWNER_URL || null
  const remedy = 'Give DATABASE_URL too: the user that the site itself connects as.'
  throw new Invalid(`DATABASE_OWNER_URL stands without DATABASE_URL. ${remedy}`, {
    fields: [{ place: 'DATABASE_URL', message: 'is missing', remedy }],
  })
}

/** Anybody on the way could read plain HTTP: away from this machine people reach it by https, or it does not start. */
function readPublicUrl(env: Environment): string {
  const host = env.HOST || '127.0.0.1'
  const url = (env.ALONGSIDE_URL || `http://127.0.0.1:${readPort(env.PORT)}`).replace(/\/+$/, '')
  const secure = /^https:\/\/[^\s/]+$/.test(url)
  const local = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(url)
  if (secure || (local && isLoopback(host))) return url
  const remedy = 'Put a proxy with https in front of it and say its address, for example https://mentoring.example.com'
  throw new Invalid(`ALONGSIDE_URL must begin with https:// when HOST is ${host}. ${remedy}`, {
    fields: [{ place: 'ALONGSIDE_URL', message: 'is not an https address', remedy }],
  })
}

function readPrivateOutbound(text: string | undefined): readonly string[] {
  const named = (text ?? '').split(',').flatMap((part) => part.trim().toLowerCase() || [])
  const odd = named.find((it) => !/^(\[[0-9a-f:]+\]|[^\s:/[\]]+):\d{1,5}$/.test(it))
  if (odd === undefined) return named
  const remedy = 'Name each server with its port, for example login.example.internal:8443'
  throw new Invalid(`ALLOW_PRIVATE_OUTBOUND holds ${odd}, which is no host and port. ${remedy}`, {
    fields: [{ place: 'ALLOW_PRIVATE_OUTBOUND', message: 'is no host and port', remedy }],
  })
}

function readPort(text: string | undefined): number {
  if (!text) return DEFAULT_PORT
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  const remedy = `Leave it out for ${DEFAULT_PORT}, or give a number up to 65535.`
  throw new Invalid(`PORT=${text} is not a port number. ${remedy}`, {
    fields: [{ place: 'PORT', message: 'is not a port number', remedy }],
  })
}
