import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Erasure } from '../store/erasure-ledger.ts'
import type { KeptKey } from '../store/keys.ts'
import { Refused } from './errors.ts'

/** How long a backup of the keys may be used: so long after an erasure no backup opens what was erased. */
export const KEYS_KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** A backup of the keys as it is read: the keys still wrapped, and who was erased until it was made. */
export type KeysBackup = {
  readonly takenAt: string
  readonly until: string
  readonly keys: readonly KeptKey[]
  readonly erasures: readonly Erasure[]
}

const head = z.object({
  what: z.literal('alongside keys'),
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  until: z.iso.datetime(),
  note: z.string(),
})
const key = z.object({
  organisationId: z.uuid(),
  kind: z.enum(['organisation', 'person', 'pair', 'survey']),
  id: z.uuid(),
  version: z.int(),
  root: z.int(),
  wrapped: z.string().nullable(),
  madeAt: z.string(),
  destroyedAt: z.string().nullable(),
})
const erasure = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  byPersonId: z.uuid(),
  erasedAt: z.string(),
  certificate: z.record(z.string(), z.unknown()),
})
const end = z.object({ sha256: z.string() })

const NOTE =
  'The keys in here are wrapped: without the root key, which is not in here, they open nothing. Delete this file when its time is over.'

/** The whole text of a backup: a head, a line for each key and each erasure, and the hash of all of it. */
export function writeKeysBackup(it: Omit<KeysBackup, 'until'>): string {
  const until = new Date(Date.parse(it.takenAt) + KEYS_KEPT_DAYS * DAY_MS).toISOString()
  const first = { what: 'alongside keys', format: 1, takenAt: it.takenAt, until, note: NOTE }
  const lines = [first, ...it.keys.map((one) => ({ key: one })), ...it.erasures.map((one) => ({ erasure: one }))]
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  return `${text}${JSON.stringify({ sha256: sha256(text) })}\n`
}

/** Reads a backup; one that was cut or changed is refused whole. */
export function readKeysBackup(text: string, file: string): KeysBackup {
  const at = text.lastIndexOf('\n', text.length - 2) + 1
  const body = text.slice(0, at)
  if (!text.endsWith('\n') || read(end, parsed(text.slice(at), file), file).sha256 !== sha256(body)) throw broken(file)
  const [first, ...lines] = body.slice(0, -1).split('\n')
  const { takenAt, until } = read(head, parsed(first ?? '', file), file)
  const all = lines.map((line) => read(z.union([z.object({ key }), z.object({ erasure })]), parsed(line, file), file))
  return {
    takenAt,
    until,
    keys: all.flatMap((it) => ('key' in it ? it.key : [])),
    erasures: all.flatMap((it) => ('erasure' in it ? it.erasure : [])),
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw broken(file)
  }
}

function read<T>(shape: z.ZodType<T>, value: unknown, file: string): T {
  const found = shape.safeParse(value)
  if (!found.success) throw broken(file)
  return found.data
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function broken(file: string): Refused {
  return new Refused(
    'keys-backup-broken',
    { file },
    `${file} is no whole backup of the keys: it was cut or changed. Use another one.`,
  )
}
