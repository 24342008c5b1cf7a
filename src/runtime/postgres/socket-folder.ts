import { createHash } from 'node:crypto'
import { lchownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closedFolder, type DatabaseUser, ownUid } from '../database-user.ts'

/** A Unix socket's path must stay below 108 bytes, so its folder is short and named by the data folder's hash. */
const LONGEST_FOLDER = 85

/** A private folder for the database's socket, emptied of sockets a killed PostgreSQL left. */
export function makeSocketFolder(dataFolder: string, user: DatabaseUser): string {
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find((at) => at.length < LONGEST_FOLDER - 30 && !closedFolder(at, user))
  const wanted = join(parent ?? '/tmp', `alongside-${hash}`)
  const folder = claim(wanted, user) ? wanted : own(mkdtempSync(`${wanted}-`), user)
  for (const left of readdirSync(folder)) if (left.startsWith('.s.PGSQL.')) rmSync(join(folder, left), { force: true })
  return folder
}

/** False when somebody else made a folder of that name first. */
function claim(folder: string, user: DatabaseUser): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch {
    const at = lstatSync(folder, { throwIfNoEntry: false })
    const ours = at?.isDirectory() && (at.mode & 0o077) === 0 && (at.uid === user.uid || at.uid === ownUid())
    if (!ours) return false
  }
  own(folder, user)
  return true
}

function own(folder: string, user: DatabaseUser): string {
  if (ownUid() === 0) lchownSync(folder, user.uid, user.gid)
  return folder
}
