import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Invalid } from './errors.ts'

/** The root keys by number; the newest wraps, older ones only unwrap until every key is wrapped anew. */
export type RootKeys = { readonly newest: number; readonly byNumber: ReadonlyMap<number, Buffer> }

const KEY_BYTES = 32
const ONLY_OWNER = 0o600

/**
 * Reads the root keys from the environment (`ALONGSIDE_ROOT_KEY`, lines or commas of `number:base64`) or from their file,
 * which is made at the first start. A file that others can read is refused.
 */
export function readRootKeys(fromEnvironment: string | null, file: string): RootKeys {
  if (fromEnvironment) return parse(fromEnvironment, 'ALONGSIDE_ROOT_KEY')
  if (!existsSync(file)) writeRootKeys(file, { newest: 1, byNumber: new Map([[1, newRootKey()]]) })
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw invalid(file, 'can be read by others on this machine', `Close it with: chmod 600 ${file}`)
  return parse(readFileSync(file, 'utf8'), file)
}

export function newRootKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** Adds a new root key to the file, unless a rotation that was interrupted has left a second one there already. */
export function addRootKey(file: string): RootKeys {
  const there = readRootKeys(null, file)
  if (there.byNumber.size > 1) return there
  const newest = there.newest + 1
  const both = { newest, byNumber: new Map([...there.byNumber, [newest, newRootKey()]]) }
  writeRootKeys(file, both)
  return both
}

/** Leaves only this root key in the file, unless a newer one has come since. */
export function keepOnlyRootKey(file: string, number: number): void {
  const { newest, byNumber } = readRootKeys(null, file)
  const key = byNumber.get(number)
  if (newest === number && key && byNumber.size > 1) writeRootKeys(file, { newest, byNumber: new Map([[number, key]]) })
}

/** Writes the file whole, and on disk, before it takes the place of the old one: a root key that is lost opens nothing. */
export function writeRootKeys(file: string, keys: RootKeys): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const text = [...keys.byNumber].map(([number, key]) => `${number}:${key.toString('base64')}\n`).join('')
  const fresh = `${file}.new`
  const handle = openSync(fresh, 'w', ONLY_OWNER)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(fresh, file)
}

function parse(text: string, place: string): RootKeys {
  const byNumber = new Map<number, Buffer>()
  for (const line of text
    .split(/[\n,]/)
    .map((it) => it.trim())
    .filter(Boolean)) {
    const [, number, encoded] = /^(\d{1,6}):([A-Za-z0-9+/]{43}=)$/.exec(line) ?? []
    if (!number || !encoded)
      throw invalid(place, 'is not a root key', 'A root key is a number, a colon, and 32 random bytes in base64.')
    byNumber.set(Number(number), strong(Buffer.from(encoded, 'base64'), place))
  }
  if (byNumber.size === 0) throw invalid(place, 'holds no root key', 'Put the root key back from your backup.')
  return { newest: Math.max(...byNumber.keys()), byNumber }
}

/** A default or typed secret has few different bytes; 32 random ones have fewer than 16 once in more than a billion. */
function strong(key: Buffer, place: string): Buffer {
  if (new Set(key).size < KEY_BYTES / 2) throw invalid(place, 'is not random', 'Make one with: openssl rand -base64 32')
  return key
}

function invalid(place: string, message: string, remedy: string): Invalid {
  return new Invalid(`${place} ${message}. ${remedy}`, { fields: [{ place, message, remedy }] })
}
