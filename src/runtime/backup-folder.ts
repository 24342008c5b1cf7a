import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Invalid, Refused } from './errors.ts'

const ONLY_OWNER = 0o600
const MANIFEST = 'manifest.json'
/** As `sha256sum -c` reads it; written last, so that a backup without it was interrupted. */
const SUMS = 'SHA256SUMS'

const content = z.object({ rows: z.int().min(0), sha256: z.string() })
const manifestShape = z.object({
  what: z.literal('alongside backup'),
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The migrations the tables were made by, each with its hash. */
  schema: z.record(z.string(), z.string()),
  tables: z.record(z.string(), content),
  leftOut: z.record(z.string(), z.string()),
})

/** What is in a backup, and by which schema it was made. */
export type Manifest = z.infer<typeof manifestShape>
export type Content = z.infer<typeof content>

/** A folder of one's own for a new backup: nothing that lies there is ever written over. */
export function makeBackupFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readdirSync(folder).length === 0) return
  throw new Invalid(`${folder} is not empty. Name a folder that is not there yet: a backup writes over nothing.`)
}

/** Writes one table's lines, and says how many they were and what they hash to. */
export async function writeLines(
  folder: string,
  table: string,
  pages: AsyncIterable<readonly string[]>,
): Promise<Content> {
  const hash = createHash('sha256')
  let rows = 0
  const handle = openSync(join(folder, fileOf(table)), 'wx', ONLY_OWNER)
  try {
    for await (const lines of pages) {
      const text = Buffer.from(`${lines.join('\n')}\n`)
      hash.update(text)
      writeSync(handle, text)
      rows += lines.length
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return { rows, sha256: hash.digest('hex') }
}

/** Completes a backup: from now on it is one. */
export function finishBackup(folder: string, manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  writeFileSynced(join(folder, MANIFEST), text)
  const sums = Object.entries(manifest.tables).map(([table, it]) => `${it.sha256}  ${fileOf(table)}\n`)
  const own = createHash('sha256').update(text).digest('hex')
  writeFileSynced(join(folder, SUMS), `${sums.join('')}${own}  ${MANIFEST}\n`)
}

/** Reads a backup whole and compares every byte with what was written; whatever does not fit is named. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const sums = readSums(folder)
  for (const [file, sha256] of sums) if ((await hashOfFile(folder, file)) !== sha256) throw notAsWritten(file)
  const manifest = manifestShape.safeParse(readManifest(folder))
  if (!sums.has(MANIFEST) || !manifest.success) throw notAsWritten(MANIFEST)
  for (const [table, it] of Object.entries(manifest.data.tables))
    if (sums.get(fileOf(table)) !== it.sha256) throw notAsWritten(fileOf(table))
  return manifest.data
}

/** The lines of a table, some at a time, as they were written; parted at line feeds and at nothing else. */
export async function* readLines(folder: string, table: string): AsyncGenerator<readonly string[]> {
  let left = ''
  let page: string[] = []
  for await (const part of createReadStream(join(folder, fileOf(table)), 'utf8')) {
    const lines = (left + part).split('\n')
    left = lines.pop() ?? ''
    page.push(...lines)
    if (page.length < LINES_AT_A_TIME) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

const LINES_AT_A_TIME = 500

function fileOf(table: string): string {
  return `${table}.jsonl`
}

function writeFileSynced(file: string, text: string): void {
  const handle = openSync(file, 'wx', ONLY_OWNER)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readSums(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(join(folder, SUMS)))
    throw new Refused('backup-broken', { file: SUMS }, `${folder} holds no whole backup: ${SUMS} is not there.`)
  const lines = readFileSync(join(folder, SUMS), 'utf8').split('\n')
  if (lines.pop() !== '') throw notAsWritten(SUMS)
  return new Map(
    lines.map((line) => {
      const [, sha256, file] = /^([0-9a-f]{64}) {2}([a-z0-9_-]+\.jsonl?)$/.exec(line) ?? []
      if (!sha256 || !file) throw notAsWritten(SUMS)
      return [file, sha256]
    }),
  )
}

async function hashOfFile(folder: string, file: string): Promise<string | null> {
  if (!existsSync(join(folder, file))) return null
  const hash = createHash('sha256')
  for await (const part of createReadStream(join(folder, file))) hash.update(part)
  return hash.digest('hex')
}

function readManifest(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'))
  } catch {
    throw notAsWritten(MANIFEST)
  }
}

function notAsWritten(file: string): Refused {
  return new Refused(
    'backup-broken',
    { file },
    `${file} of the backup is not as it was written: it was cut, changed or taken away. Use another backup.`,
  )
}
