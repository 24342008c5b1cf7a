import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** The system user PostgreSQL runs as; it refuses to run as root. */
export type DatabaseUser = { readonly uid: number; readonly gid: number }

/** User "nobody": owns nothing else, and exists on every Linux. */
const NOBODY = 65534

/** Where in the data folder PostgreSQL keeps its own files. */
export function clusterFolder(dataFolder: string): string {
  return join(dataFolder, 'postgres')
}

/** As root, whoever owns the data already, else nobody; otherwise the person who started us. */
export function databaseUser(dataFolder: string, self: number = ownUid()): DatabaseUser {
  if (self !== 0) return { uid: self, gid: process.getgid?.() ?? self }
  for (const folder of [clusterFolder(dataFolder), dataFolder]) {
    const at = statSync(folder, { throwIfNoEntry: false })
    if (at && at.uid !== 0) return { uid: at.uid, gid: at.gid }
  }
  return { uid: NOBODY, gid: NOBODY }
}

export function ownUid(): number {
  return process.getuid?.() ?? -1
}

/** The first folder on the way to `path`, itself included, that `user` cannot pass through; null when the way is open. */
export function closedFolder(path: string, user: DatabaseUser): string | null {
  const folders: string[] = []
  for (let at = resolve(path); ; at = dirname(at)) {
    folders.unshift(at)
    if (at === dirname(at)) break
  }
  return folders.find((folder) => !canPass(folder, user)) ?? null
}

function canPass(folder: string, user: DatabaseUser): boolean {
  const at = statSync(folder, { throwIfNoEntry: false })
  if (!at || user.uid < 0) return true
  if (at.uid === user.uid) return (at.mode & 0o100) !== 0
  if (at.gid === user.gid) return (at.mode & 0o010) !== 0
  return (at.mode & 0o001) !== 0
}

/** The login names that may open the database through the socket: ours, and the one PostgreSQL runs as. */
export function loginNames(user: DatabaseUser): readonly string[] {
  const found = readPasswd()
    .filter(([, uid]) => uid === user.uid)
    .map(([login]) => login)
  return [...new Set([userInfo().username, ...found])]
}

function readPasswd(): readonly (readonly [string, number])[] {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
    return lines.map((line) => line.split(':')).map((part) => [part[0] ?? '', Number(part[2] ?? -1)] as const)
  } catch {
    return []
  }
}
