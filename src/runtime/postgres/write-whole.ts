import { lchownSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { DatabaseUser } from '../database-user.ts'

/** Replaces a file in one step. It never follows a link: as root we write into folders that another user owns. */
export function writeWhole(file: string, text: string, user: DatabaseUser, mode = 0o600): void {
  const fresh = `${file}.${process.pid}.new`
  rmSync(fresh, { force: true })
  writeFileSync(fresh, text, { flag: 'wx', mode })
  if (process.getuid?.() === 0) lchownSync(fresh, user.uid, user.gid)
  renameSync(fresh, file)
}
