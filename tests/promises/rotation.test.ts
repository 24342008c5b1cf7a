import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { beforeEach, describe, expect, inject, it } from 'vitest'
import type { Config } from '../../src/runtime/config.ts'
import { type Installation, rootKeyFile } from '../../src/runtime/installation.ts'
import { type KeyOwner, type Keyring, openKeyring } from '../../src/runtime/keyring.ts'
import { newRootKey, readRootKeys } from '../../src/runtime/root-key.ts'
import { openStore } from '../../src/store/database.ts'
import { commandLineOf } from '../make/command-line.ts'
import { freshInstallation } from '../make/installation.ts'

const PEOPLE = 600
/** Processes are started and killed: on a busy machine that takes its time. */
const SLOW_MS = 120_000
const FEWEST_KILLS = 6
const MOST_KILLS = 40
const HALF_WAY = '2 in the file, keys under 2'
const place = { table: 'private_note', column: 'sealed', row: 'a' }

type Sealed = readonly { readonly owner: KeyOwner; readonly sealed: Buffer }[]

/** An installation whose root key lies in its file, as in life. */
async function withRootFile(): Promise<
  Installation & { pool: pg.Pool; keys: pg.Pool; file: string; ring: () => Keyring }
> {
  const at = await freshInstallation()
  const file = rootKeyFile(at.config)
  const ring = () => openKeyring(openStore(at.keys), readRootKeys(null, file), () => readRootKeys(null, file))
  return { ...at, keyring: ring(), file, ring }
}

async function sealFor(ring: Keyring, many: number): Promise<Sealed> {
  const organisationId = randomUUID()
  const owners = Array.from({ length: many }, () => ({ organisationId, kind: 'person', id: randomUUID() }) as const)
  return Promise.all(owners.map(async (owner) => ({ owner, sealed: await ring.seal(owner, place, owner.id) })))
}

async function unreadable(ring: Keyring, all: Sealed): Promise<number> {
  const opened = await Promise.all(all.map(({ owner, sealed }) => ring.open(owner, place, sealed).catch(() => null)))
  return opened.filter((text, at) => text !== all[at]?.owner.id).length
}

async function rootsOf(keys: pg.Pool): Promise<readonly number[]> {
  const { rows } = await keys.query('select distinct root from wrapped_key where wrapped is not null order by 1')
  return rows.map((row) => row.root)
}

describe('a new root key', () => {
  let at: Awaited<ReturnType<typeof withRootFile>>
  let run: ReturnType<typeof commandLineOf>
  beforeEach(async () => {
    at = await withRootFile()
    run = commandLineOf(at)
    await run('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com')
  })

  it('wraps every key, the old one is dropped, and everything still opens', async () => {
    const all = await sealFor(at.keyring, 50)
    const lines = await run('upkeep', 'rotate-keys')
    expect(lines.join('\n')).toMatch(/50 keys were wrapped anew; root key 2/)
    expect([...readRootKeys(null, at.file).byNumber.keys()]).toEqual([2])
    expect(statSync(at.file).mode & 0o777).toBe(0o600)
    expect(await rootsOf(at.keys)).toEqual([2])
    expect(await unreadable(at.ring(), all)).toBe(0)
    await run('upkeep', 'rotate-keys')
    expect([...readRootKeys(null, at.file).byNumber.keys()]).toEqual([3])
    expect(await unreadable(at.ring(), all)).toBe(0)
  })

  it('does not disturb a site that runs meanwhile: it reads and seals on without a restart', async () => {
    const site = at.ring()
    const before = await sealFor(site, 5)
    await run('upkeep', 'rotate-keys')
    // What it makes first after the rotation, it makes before it has met the new root key.
    const during = await sealFor(site, 5)
    await run('upkeep', 'rotate-keys')
    expect(await unreadable(site, [...before, ...during])).toBe(0)
    expect(await unreadable(at.ring(), [...before, ...during, ...(await sealFor(site, 5))])).toBe(0)
    expect(await rootsOf(at.keys)).toEqual([3])
  })

  it(
    'loses nothing that a site seals while the keys are being wrapped anew',
    async () => {
      const site = at.ring()
      const sealed: Sealed[number][] = []
      let running = true
      const sealing = (async () => {
        while (running) sealed.push(...(await sealFor(site, 3)))
      })()
      for (let times = 0; times < 3; times += 1) await run('upkeep', 'rotate-keys')
      running = false
      await sealing
      expect(sealed.length).toBeGreaterThan(5)
      expect(await unreadable(at.ring(), sealed)).toBe(0)
    },
    SLOW_MS,
  )

  it('two rotations at once end with one root key that opens everything', async () => {
    const all = await sealFor(at.keyring, 40)
    const others = [1, 2].map(() => commandLineOf({ ...at, keyring: at.ring() }))
    await Promise.all(others.map((each) => each('upkeep', 'rotate-keys')))
    const left = readRootKeys(null, at.file)
    expect([...left.byNumber.keys()]).toEqual([left.newest])
    expect(await rootsOf(at.keys)).toEqual([left.newest])
    expect(await unreadable(at.ring(), all)).toBe(0)
  })

  it('a backup of the keys made before counts no longer', async () => {
    await at.pool.query("update organisation set keys_backed_up_at = '2026-11-24'")
    await run('upkeep', 'rotate-keys')
    const { rows } = await at.pool.query('select keys_backed_up_at from organisation')
    expect(rows).toEqual([{ keys_backed_up_at: null }])
  })

  it('from the environment is for whoever runs the machine to change, and the command says how', async () => {
    const first = `1:${newRootKey().toString('base64')}`
    const both = `${first},2:${newRootKey().toString('base64')}`
    const within = (rootKey: string) => ({
      ...at,
      config: { ...at.config, rootKey } satisfies Config,
      keyring: openKeyring(openStore(at.keys), readRootKeys(rootKey, '')),
    })
    const all = await sealFor(within(first).keyring, 5)
    await expect(commandLineOf(within(first))('upkeep', 'rotate-keys')).rejects.toMatchObject({
      code: 'root-key-in-environment',
      message: expect.stringContaining('"1:OLD,2:NEW"'),
    })
    const lines = await commandLineOf(within(both))('upkeep', 'rotate-keys')
    expect(lines.join('\n')).toMatch(/out of ALONGSIDE_ROOT_KEY/)
    expect(existsSync(at.file) && [...readRootKeys(null, at.file).byNumber.keys()]).toEqual([1])
    const onlyNew = both.split(',')[1] ?? ''
    expect(await unreadable(within(onlyNew).keyring, all)).toBe(0)
  })

  it('is refused to whoever is no owner', async () => {
    await at.pool.query("update hat set until_on = '2020-01-01' where hat = 'owner'")
    await expect(run('upkeep', 'rotate-keys')).rejects.toMatchObject({ name: 'NotAllowed' })
    expect([...readRootKeys(null, at.file).byNumber.keys()]).toEqual([1])
  })
})

describe('a rotation that is killed', () => {
  it(
    'at any moment, again and again, leaves nothing unreadable, and the next one finishes it',
    async () => {
      const at = await withRootFile()
      await commandLineOf(at)('office', 'setup', '--organisation', 'Example', '--operator', 'owner@example.com')
      const all = await sealFor(at.keyring, PEOPLE)
      const seen = new Set<string>()
      for (let kills = 0; kills < FEWEST_KILLS || (!seen.has(HALF_WAY) && kills < MOST_KILLS); kills += 1) {
        await killedAfter(at, (kills * 37) % 260)
        const { byNumber } = readRootKeys(null, at.file)
        seen.add(`${byNumber.size} in the file, keys under ${(await rootsOf(at.keys)).length}`)
        expect(await unreadable(at.ring(), all)).toBe(0)
      }
      // The kills have met it half-way: both root keys needed, some keys wrapped anew and some not.
      expect([...seen]).toContain(HALF_WAY)
      await commandLineOf({ ...at, keyring: at.ring() })('upkeep', 'rotate-keys')
      expect(readRootKeys(null, at.file).byNumber.size).toBe(1)
      expect(await rootsOf(at.keys)).toHaveLength(1)
      expect(await unreadable(at.ring(), all)).toBe(0)
    },
    SLOW_MS,
  )
})

/** Runs a rotation in a process of its own and kills it so long after it has begun. */
async function killedAfter(at: { config: Config; pool: pg.Pool; keys: pg.Pool }, waitMs: number): Promise<void> {
  const child = startRotation(at)
  // Listened for from the start: on a fast machine the rotation is over before it would be killed.
  const gone = new Promise((ended) => child.once('exit', ended))
  await Promise.race([new Promise((begun) => child.stdout?.once('data', begun)), gone])
  await pause(waitMs)
  child.kill('SIGKILL')
  await gone
}

function startRotation(at: { config: Config; pool: pg.Pool; keys: pg.Pool }): ChildProcess {
  const from = (path: string) => JSON.stringify(join(import.meta.dirname, '../../src', path))
  const database = (pool: pg.Pool) => JSON.stringify({ ...inject('postgres'), database: pool.options.database })
  const script = `
    import pg from 'pg'
    import { openStore } from ${from('store/database.ts')}
    import { openKeyring } from ${from('runtime/keyring.ts')}
    import { readRootKeys } from ${from('runtime/root-key.ts')}
    import { rootKeyFile } from ${from('runtime/installation.ts')}
    import { asOperator, openHouse } from ${from('runtime/open-context.ts')}
    import { rotateKeys } from ${from('upkeep/actions/rotate-keys.ts')}
    const config = ${JSON.stringify(at.config)}
    const read = () => readRootKeys(null, rootKeyFile(config))
    const keyring = openKeyring(openStore(new pg.Pool(${database(at.keys)})), read(), read)
    const machineClock = { now: () => new Date().toISOString() }
    const house = await openHouse({ db: openStore(new pg.Pool(${database(at.pool)})), keyring, config, machineClock })
    const ctx = await asOperator(house, undefined, null)
    console.log('begun')
    await rotateKeys(ctx)
    process.exit(0)`
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
}
