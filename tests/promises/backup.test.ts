import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { restoreCommand } from '../../src/cli/restore-command.ts'
import {
  checkBackup,
  finishBackup,
  type Manifest,
  makeBackupFolder,
  writeLines,
} from '../../src/runtime/backup-folder.ts'
import { type Config, readConfig } from '../../src/runtime/config.ts'
import { openInstallation, restoringFile, rootKeyFile } from '../../src/runtime/installation.ts'
import { openKeyring } from '../../src/runtime/keyring.ts'
import { writeKeysBackup } from '../../src/runtime/keys-backup.ts'
import { newId } from '../../src/runtime/new-id.ts'
import { newRootKey, readRootKeys, writeRootKeys } from '../../src/runtime/root-key.ts'
import { appliedMigrations, atOneInstant, backedUpTables, LEFT_OUT, linesOf } from '../../src/store/backups.ts'
import { openStore } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { applyErasures } from '../../src/upkeep/actions/apply-erasures.ts'
import { commandLineOf } from '../make/command-line.ts'
import { emptyDatabaseUrl } from '../make/database.ts'
import { freshInstallation } from '../make/installation.ts'
import { playSmallSeason } from '../make/small-season.ts'

const TEST_SERVER = ['fsync=off']
/** Processes are started and killed: on a busy machine that takes its time. */
const SLOW_MS = 120_000
const DAY_MS = 86_400_000
const place = (row: string) => ({ table: 'private_note', column: 'sealed', row })

/** A season with something sealed in it, and its root key in a file. */
async function source() {
  const at = await freshInstallation()
  const file = rootKeyFile(at.config)
  const installation = { ...at, keyring: openKeyring(openStore(at.keys), readRootKeys(null, file)) }
  const run = commandLineOf(installation)
  await playSmallSeason(run, 'programs/women-2021.yaml', { mentors: 3, mentees: 4 })
  const { rows } = await at.pool.query("select organisation_id, id from person where email = 'mentee1@example.com'")
  const owner = { organisationId: rows[0].organisation_id, kind: 'person', id: rows[0].id } as const
  const sealed = await installation.keyring.seal(owner, place('n'), 'something of my own')
  await at.pool.query(
    `insert into private_note (organisation_id, id, pair_id, author_id, sealed, version, made_at, changed_at)
     select p.organisation_id, $1, p.id, $2, $3, 1, '2021-07-09', '2021-07-09' from pair p where p.mentee_id = $2`,
    [newId(), owner.id, sealed],
  )
  return { ...installation, run, owner, sealed, folder: mkdtempSync(join(tmpdir(), 'alongside-backups-')) }
}

/** An empty place that has the root key of another installation, as its operator would put it there. */
async function emptyPlace(rootKey: string | null): Promise<Config> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'alongside-restored-'))
  const config = readConfig({ DATABASE_URL: await emptyDatabaseUrl(), ALONGSIDE_DATA: dataFolder }, '/')
  mkdirSync(join(dataFolder, 'keys'))
  if (rootKey) writeFileSync(rootKeyFile(config), readFileSync(rootKey), { mode: 0o600 })
  return config
}

const bring = (config: Config, ...words: string[]) =>
  restoreCommand(config, ['upkeep', 'restore', ...words], '/', TEST_SERVER)

async function opened<T>(
  config: Config,
  work: (at: Awaited<ReturnType<typeof openInstallation>>) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(config, { role: 'command', settings: TEST_SERVER })
  return work(installation).finally(() => installation.close())
}

/** Every row of every table as text, table by table. */
async function everyRow(pool: pg.Pool): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = (await backedUpTables(openStore(pool))).map((it) => it.name)
  const rows = tables.map(async (table) => {
    const found = await pool.query<{ line: string }>(`select to_jsonb(t)::text as line from ${table} t order by 1`)
    return [table, found.rows.map((row) => row.line)] as const
  })
  return Object.fromEntries(await Promise.all(rows))
}

const missing = (some: readonly string[], all: readonly string[]) => {
  const known = new Set(all)
  return some.filter((line) => !known.has(line))
}

describe('a backup', () => {
  let at: Awaited<ReturnType<typeof source>>
  let data = ''
  let keys = ''
  beforeAll(async () => {
    at = await source()
    data = join(at.folder, 'data')
    keys = join(at.folder, 'keys.jsonl')
    await at.run('upkeep', 'back-up', data)
    await at.run('upkeep', 'back-up-keys', keys)
  })

  it('taken while people work is restored elsewhere row by row: all that was acknowledged before, nothing half', async () => {
    const busy = await source()
    let working = true
    const work = (async () => {
      while (working) await busy.run('office', 'token')
    })()
    await pause(200)
    const before = await everyRow(busy.pool)
    await busy.run('upkeep', 'back-up', join(busy.folder, 'data'))
    working = false
    await work
    await busy.run('upkeep', 'back-up-keys', join(busy.folder, 'keys'))
    const after = await everyRow(busy.pool)
    const config = await emptyPlace(rootKeyFile(busy.config))
    await bring(config, join(busy.folder, 'data'), '--keys', join(busy.folder, 'keys'))
    const pool = new pg.Pool({ connectionString: config.databaseUrl ?? '' })
    const restored = await everyRow(pool)
    await pool.end()
    expect(Object.keys(restored)).toEqual(Object.keys(before))
    const grows = ['audit', 'audit_seal']
    for (const [table, lines] of Object.entries(restored)) {
      if (table === 'organisation') continue
      expect(missing(before[table] ?? [], lines), `${table} lost`).toEqual([])
      if (!grows.includes(table)) expect(missing(lines, after[table] ?? []), `${table} invented`).toEqual([])
    }
    expect((restored.api_token ?? []).length).toBeGreaterThanOrEqual(before.api_token?.length ?? 0)
    expect(restored.application).toEqual(before.application)
    await opened(config, async (there) => {
      const run = commandLineOf(there)
      expect(await run('results', 'show')).toEqual(await busy.run('results', 'show'))
      expect((await run('upkeep', 'verify-audit')).join('\n')).toMatch(/as they were written, from number 1/)
      expect(await there.keyring.open(busy.owner, place('n'), busy.sealed)).toBe('something of my own')
    })
  })

  it('holds no key: neither the root key, nor a key, nor what is sealed in plain', async () => {
    const root = readFileSync(rootKeyFile(at.config), 'utf8').trim().split(':')[1] ?? ''
    const { rows } = await at.keys.query(
      "select encode(wrapped, 'hex') as hex from wrapped_key where wrapped is not null",
    )
    const texts = readdirSync(data).map((name) => readFileSync(join(data, name), 'utf8'))
    for (const text of texts)
      for (const word of [root, 'something of my own', ...rows.map((row) => row.hex)]) expect(text).not.toContain(word)
    const kept = readFileSync(keys, 'utf8')
    for (const word of [root, Buffer.from(root, 'base64').toString('hex'), 'something of my own', 'mentee1'])
      expect(kept).not.toContain(word)
  })

  it('is for its owner’s eyes, writes over nothing, and can be checked by anybody’s tools', async () => {
    const files = [...readdirSync(data).map((name) => join(data, name)), keys]
    for (const file of files) expect(statSync(file).mode & 0o777, file).toBe(0o600)
    expect(statSync(data).mode & 0o777).toBe(0o700)
    await expect(at.run('upkeep', 'back-up', data)).rejects.toThrow(/not empty/)
    await expect(at.run('upkeep', 'back-up-keys', keys)).rejects.toThrow(/there already/)
    const sums = spawn('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: data })
    expect(await new Promise((ended) => sums.once('exit', ended))).toBe(0)
  })

  it('of which any file was cut, changed by a byte or taken away is refused, and the file is named', async () => {
    expect((await checkBackup(data)).what).toBe('alongside backup')
    for (const name of readdirSync(data)) {
      const whole = readFileSync(join(data, name))
      const damaged = whole.length === 0 ? [Buffer.from('\n')] : [whole.subarray(0, -1), flipped(whole)]
      for (const bytes of damaged) {
        writeFileSync(join(data, name), bytes)
        await expect(checkBackup(data), name).rejects.toMatchObject({
          code: 'backup-broken',
          facts: { file: expect.any(String) },
        })
        if (name !== 'SHA256SUMS')
          await expect(checkBackup(data), name).rejects.toMatchObject({ facts: { file: name } })
      }
      rmSync(join(data, name))
      await expect(checkBackup(data)).rejects.toMatchObject({ code: 'backup-broken', facts: { file: name } })
      writeFileSync(join(data, name), whole, { mode: 0o600 })
    }
    const config = await emptyPlace(rootKeyFile(at.config))
    const whole = readFileSync(keys, 'utf8')
    for (const text of [
      whole.slice(0, -1),
      whole.slice(0, whole.length / 2),
      whole.replace('"root":1', '"root":2'),
      '',
    ]) {
      writeFileSync(join(at.folder, 'damaged'), text)
      await expect(bring(config, data, '--keys', join(at.folder, 'damaged'))).rejects.toMatchObject({
        code: 'keys-backup-broken',
      })
    }
    await checkBackup(data)
  })

  it('is restored into an empty place only', async () => {
    const config = { ...(await emptyPlace(rootKeyFile(at.config))) }
    await bring(config, data, '--keys', keys)
    await expect(bring(config, data, '--keys', keys)).rejects.toMatchObject({ code: 'not-empty' })
  })

  it('lets nobody in who was signed in when it was made', async () => {
    await at.pool.query(
      `insert into sign_in (organisation_id, id, person_id, hash, method, made_at, seen_at, until_at)
       select organisation_id, $1, id, 'h', 'link', now(), now(), now() + interval '7 days' from person limit 1`,
      [randomUUID()],
    )
    await at.run('upkeep', 'back-up', join(at.folder, 'again'))
    const manifest = await checkBackup(join(at.folder, 'again'))
    expect(Object.keys(manifest.leftOut).sort()).toEqual(Object.keys(LEFT_OUT).sort())
    for (const table of ['sign_in', 'sign_in_link', 'first_owner_link'])
      expect(Object.keys(manifest.tables)).not.toContain(table)
  })

  it('needs the root key of then: without it, or with another one, nothing is written', async () => {
    const without = await emptyPlace(null)
    await expect(bring(without, data, '--keys', keys)).rejects.toThrow(/root key is not here/)
    const other = await emptyPlace(null)
    writeRootKeys(rootKeyFile(other), { newest: 1, byNumber: new Map([[1, newRootKey()]]) })
    await expect(bring(other, data, '--keys', keys)).rejects.toMatchObject({
      code: 'root-key-differs',
      facts: { root: 1 },
    })
    expect(existsSync(restoringFile(other))).toBe(false)
  })

  it('of the keys is refused after 30 days, unless one insists', async () => {
    const takenAt = new Date(Date.now() - 31 * DAY_MS).toISOString()
    const old = join(at.folder, 'old-keys')
    writeFileSync(old, writeKeysBackup({ takenAt, keys: [], erasures: [] }))
    const config = await emptyPlace(rootKeyFile(at.config))
    await expect(bring(config, data, '--keys', old)).rejects.toMatchObject({ code: 'keys-backup-old' })
    const lines = await bring(config, data, '--keys', old, '--older')
    expect(lines.join('\n')).toContain(`what was first sealed for somebody after ${takenAt} does not open`)
  })

  it('that was made by another Alongside is refused, with the migration that differs', async () => {
    const folder = join(at.folder, 'other-schema')
    const manifest = await checkBackup(data)
    makeBackupFolder(folder)
    finishBackup(folder, { ...manifest, tables: {}, schema: { ...manifest.schema, '0999-tomorrow.sql': 'x' } })
    const config = await emptyPlace(rootKeyFile(at.config))
    await expect(bring(config, folder, '--keys', keys)).rejects.toMatchObject({
      code: 'backup-of-another-schema',
      facts: { file: '0999-tomorrow.sql' },
    })
  })

  it('of an older schema is loaded as it was and brought up to date afterwards', async () => {
    const folder = join(at.folder, 'older-schema')
    const pool = new pg.Pool({ connectionString: await emptyDatabaseUrl() })
    await migrate(pool, { until: '0001-a-whole-season.sql' })
    const [organisation, person] = [newId(), newId()]
    await pool.query(
      "insert into organisation (id, name, kind, operator_person_id, created_at) values ($1, 'Of long ago', 'real', $2, '2021-01-01')",
      [organisation, person],
    )
    await pool.query(
      "insert into person (organisation_id, id, email, name, kind, created_at) values ($1, $2, 'a@example.com', E'A\\u2028B\\n', 'guest', '2021-01-01')",
      [organisation, person],
    )
    await backedUpBy(pool, folder)
    await pool.end()
    const file = join(at.folder, 'no-keys')
    writeFileSync(file, writeKeysBackup({ takenAt: new Date().toISOString(), keys: [], erasures: [] }))
    const config = await emptyPlace(rootKeyFile(at.config))
    await bring(config, folder, '--keys', file)
    await opened(config, async ({ db }) => {
      expect(Object.keys(await appliedMigrations(db)).length).toBeGreaterThan(1)
    })
  })
})

describe('whoever was erased stays erased', () => {
  it(
    'after an older backup was put back: no name, no words, and no key',
    async () => {
      const at = await source()
      const { run, owner, folder } = at
      await run('upkeep', 'back-up', join(folder, 'before'))
      await run('upkeep', 'back-up-keys', join(folder, 'keys-before'))
      const line = {
        id: newId(),
        personId: owner.id,
        byPersonId: owner.id,
        erasedAt: new Date().toISOString(),
        certificate: {},
      }
      await applyErasures(at, [line])
      await run('upkeep', 'back-up-keys', join(folder, 'keys-after'))
      await run('upkeep', 'back-up', join(folder, 'after'))
      for (const [data, keys] of [
        ['before', 'keys-after'],
        ['after', 'keys-before'],
      ] as const) {
        const config = await emptyPlace(rootKeyFile(at.config))
        const lines = await bring(config, join(folder, data), '--keys', join(folder, keys))
        expect(lines.join('\n'), data).toContain('Erased again: 1')
        const pool = new pg.Pool({ connectionString: config.databaseUrl ?? '' })
        const everything = JSON.stringify(await everyRow(pool))
        await pool.end()
        expect(everything, data).not.toContain('mentee1')
        await opened(config, async ({ keyring }) => {
          await expect(keyring.open(owner, place('n'), at.sealed), data).rejects.toThrow(/was erased/)
          await expect(keyring.seal(owner, place('n'), 'again'), data).rejects.toThrow(/was erased/)
        })
      }
    },
    SLOW_MS,
  )
})

describe('a restore that is killed', () => {
  it(
    'at any moment is run again and ends as if it had not been, and nothing starts in between',
    async () => {
      const at = await source()
      const { run, folder } = at
      await run('upkeep', 'back-up', join(folder, 'data'))
      await run('upkeep', 'back-up-keys', join(folder, 'keys'))
      const config = await emptyPlace(rootKeyFile(at.config))
      let refused = 0
      for (const waitMs of [60, 150, 250, 400]) {
        await killedAfter(config, ['upkeep', 'restore', join(folder, 'data'), '--keys', join(folder, 'keys')], waitMs)
        if (!existsSync(restoringFile(config))) continue
        await expect(opened(config, async () => {})).rejects.toMatchObject({ code: 'restore-unfinished' })
        refused += 1
      }
      expect(refused).toBeGreaterThan(0)
      await bring(config, join(folder, 'data'), '--keys', join(folder, 'keys')).catch((error: unknown) => {
        // The last of the killed ones may have come to its end.
        if (existsSync(restoringFile(config))) throw error
      })
      await opened(config, async (there) => {
        expect(await commandLineOf(there)('results', 'show')).toEqual(await run('results', 'show'))
        expect(await there.keyring.open(at.owner, place('n'), at.sealed)).toBe('something of my own')
      })
    },
    SLOW_MS,
  )
})

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = Math.floor(copy.length / 2)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

async function backedUpBy(pool: pg.Pool, folder: string): Promise<void> {
  makeBackupFolder(folder)
  const manifest = await atOneInstant(openStore(pool), async (tx): Promise<Manifest> => {
    const tables: Record<string, Manifest['tables'][string]> = {}
    for (const table of await backedUpTables(tx))
      tables[table.name] = await writeLines(folder, table.name, linesOf(tx, table))
    const takenAt = new Date().toISOString()
    return { what: 'alongside backup', format: 1, takenAt, schema: await appliedMigrations(tx), tables, leftOut: {} }
  })
  finishBackup(folder, manifest)
}

async function killedAfter(config: Config, words: readonly string[], waitMs: number): Promise<void> {
  const from = (path: string) => JSON.stringify(join(import.meta.dirname, '../../src', path))
  const script = `
    import { restoreCommand } from ${from('cli/restore-command.ts')}
    console.log('begun')
    await restoreCommand(${JSON.stringify(config)}, ${JSON.stringify(words)}, '/', ${JSON.stringify(TEST_SERVER)})`
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const gone = new Promise((ended) => child.once('exit', ended))
  await new Promise((begun) => child.stdout?.once('data', begun))
  await Promise.race([gone, pause(waitMs)])
  child.kill('SIGKILL')
  await gone
}
