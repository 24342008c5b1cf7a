import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { hasEnded, runningProcess } from './postgres/running-process.ts'
import { openDatabase, stopRunning } from './postgres.ts'

const folders: string[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    const pid = postmaster(join(folder, 'data'))
    if (pid) await hasEnded(pid, 5)
    rmSync(folder, { recursive: true, force: true })
  }
})

function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-postgres-'))
  chmodSync(folder, 0o711)
  folders.push(folder)
  return join(folder, 'data')
}

function postmaster(dataFolder: string): number | null {
  try {
    return Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

/** A site or a command in a process of its own, as in life; resolves when its database is open. */
async function startElsewhere(dataFolder: string, role: 'server' | 'command'): Promise<ChildProcess> {
  const script = `
    import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))}
    const database = await openDatabase({ dataFolder: process.argv[1], databaseUrl: null }, { role: process.argv[2] })
    process.once('SIGTERM', () => database.close().then(() => process.exit(0)))
    setInterval(() => {}, 1000)
    console.log('open')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataFolder, role], {
    env: { ...process.env, TMPDIR: dirname(dataFolder) },
  })
  children.push(child)
  const said = await new Promise((heard) => {
    child.stdout.once('data', () => heard('open'))
    child.stderr.once('data', (text) => heard(String(text)))
  })
  expect(said).toBe('open')
  return child
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((ended) => child.once('exit', ended))
  child.kill(signal)
  await gone
}

async function ask(connection: pg.PoolConfig, text: string): Promise<unknown> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows[0]?.[0]
  } finally {
    await client.end()
  }
}

const server = { role: 'server' } as const
const command = { role: 'command' } as const

describe('the database that comes with Alongside', () => {
  test('has a main and a keys database, keeps what it acknowledged, and checks its pages', async () => {
    const database = await openDatabase({ dataFolder: makeDataFolder(), databaseUrl: null }, server)
    try {
      expect(await ask(database.connection, 'select current_database()')).toBe('alongside')
      expect(await ask(database.keys, 'select current_database()')).toBe('alongside_keys')
      for (const setting of ['fsync', 'data_checksums', 'synchronous_commit']) {
        expect(await ask(database.connection, `show ${setting}`)).toBe('on')
      }
    } finally {
      await database.close()
    }
  })

  test('works under a folder path longer than a socket may have', async () => {
    const dataFolder = join(makeDataFolder(), 'a'.repeat(60), 'b'.repeat(60))
    const database = await openDatabase({ dataFolder, databaseUrl: null }, server)
    expect(await ask(database.connection, 'select 1')).toBe(1)
    await database.close()
    expect(postmaster(dataFolder)).toBeNull()
  })

  test('refuses a second site on the same data at once and says which one runs', async () => {
    const dataFolder = makeDataFolder()
    const child = await startElsewhere(dataFolder, 'server')
    const began = Date.now()
    await expect(openDatabase({ dataFolder, databaseUrl: null }, server)).rejects.toMatchObject({
      code: 'already-running',
      facts: { dataFolder, pid: child.pid },
    })
    expect(Date.now() - began).toBeLessThan(1000)
  })

  test('lets a command join the running site, and leaves the site running', async () => {
    const dataFolder = makeDataFolder()
    await startElsewhere(dataFolder, 'server')
    const joined = await openDatabase({ dataFolder, databaseUrl: null }, command)
    expect(joined.owned).toBe(false)
    expect(await ask(joined.connection, 'select 1')).toBe(1)
    await joined.close()
    const again = await openDatabase({ dataFolder, databaseUrl: null }, command)
    expect(await ask(again.connection, 'select 1')).toBe(1)
    await again.close()
  })

  test('serves two commands at once and stops after the last one has left', async () => {
    const dataFolder = makeDataFolder()
    const first = await startElsewhere(dataFolder, 'command')
    const second = await openDatabase({ dataFolder, databaseUrl: null }, command)
    const firstEnded = kill(first, 'SIGTERM')
    await new Promise((later) => setTimeout(later, 300))
    expect(await ask(second.connection, 'select 1')).toBe(1)
    await second.close()
    await firstEnded
    expect(postmaster(dataFolder)).toBeNull()
  })

  test('lets the site wait for a command that is about to end', async () => {
    const dataFolder = makeDataFolder()
    const child = await startElsewhere(dataFolder, 'command')
    const opening = openDatabase({ dataFolder, databaseUrl: null }, server)
    await new Promise((later) => setTimeout(later, 300))
    await kill(child, 'SIGTERM')
    const database = await opening
    expect(database.owned).toBe(true)
    await database.close()
  })
})

describe('after an accident the next start works at once', () => {
  test('when the site was killed: what it had acknowledged is still there', async () => {
    const dataFolder = makeDataFolder()
    const child = await startElsewhere(dataFolder, 'server')
    const joined = await openDatabase({ dataFolder, databaseUrl: null }, command)
    await ask(joined.connection, 'create table kept as select 7 as number')
    await kill(child, 'SIGKILL')
    const database = await openDatabase({ dataFolder, databaseUrl: null }, server)
    expect(await ask(database.connection, 'select number from kept')).toBe(7)
    await database.close()
    await joined.close()
  })

  test('when the site and its database were killed', async () => {
    const dataFolder = makeDataFolder()
    const child = await startElsewhere(dataFolder, 'server')
    const pid = postmaster(dataFolder) ?? 0
    process.kill(pid, 'SIGKILL')
    await kill(child, 'SIGKILL')
    const database = await openDatabase({ dataFolder, databaseUrl: null }, server)
    expect(await ask(database.connection, 'select 1')).toBe(1)
    await database.close()
  })

  test('when only the database was killed, the site starts it again by itself', async () => {
    const dataFolder = makeDataFolder()
    const database = await openDatabase({ dataFolder, databaseUrl: null }, server)
    process.kill(postmaster(dataFolder) ?? 0, 'SIGKILL')
    await expect.poll(() => ask(database.connection, 'select 1').catch(() => 0), { timeout: 8000 }).toBe(1)
    await database.close()
  })

  test('when the number of a dead database belongs to another program now', async () => {
    const dataFolder = makeDataFolder()
    await (await openDatabase({ dataFolder, databaseUrl: null }, server)).close()
    const lines = [process.pid, join(dataFolder, 'postgres'), 1, 5432, '/tmp', '', '0 0', 'ready']
    for (const text of [`${lines.join('\n')}\n`, 'garbage\n', '']) {
      writeFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), text, { mode: 0o644 })
      const database = await openDatabase({ dataFolder, databaseUrl: null }, server)
      expect(await ask(database.connection, 'select 1')).toBe(1)
      await database.close()
    }
    expect(runningProcess(process.pid)).not.toBeNull()
  })

  test('when making the database was interrupted half-way', async () => {
    const dataFolder = makeDataFolder()
    mkdirSync(join(dataFolder, 'postgres.new'), { recursive: true, mode: 0o711 })
    writeFileSync(join(dataFolder, 'postgres.new', 'PG_VERSION'), '18')
    chmodSync(dataFolder, 0o711)
    const database = await openDatabase({ dataFolder, databaseUrl: null }, server)
    expect(await ask(database.connection, 'select 1')).toBe(1)
    await database.close()
  })
})

describe('npm stop', () => {
  test('stops the running site and its database', async () => {
    const dataFolder = makeDataFolder()
    const child = await startElsewhere(dataFolder, 'server')
    expect(await stopRunning({ dataFolder })).toEqual({ stopped: true, pid: child.pid })
    expect(postmaster(dataFolder)).toBeNull()
  })

  test('leaves a program alone that merely has the number of a site long gone', async () => {
    const dataFolder = makeDataFolder()
    mkdirSync(dataFolder)
    for (const text of [`${process.pid} 1\n`, 'garbage', '']) {
      writeFileSync(join(dataFolder, 'server.pid'), text)
      expect(await stopRunning({ dataFolder })).toEqual({ stopped: true, pid: null })
    }
  })
})

describe.runIf(process.getuid?.() === 0)('started as root', () => {
  test('data asked for behind a closed folder is refused with a remedy', () => {
    const closed = join(makeDataFolder(), 'closed')
    mkdirSync(closed, { recursive: true })
    chmodSync(closed, 0o700)
    expect(() => readConfig({ ALONGSIDE_DATA: join(closed, 'data') }, '/')).toThrow(`chmod o+x ${closed}`)
  })

  test('the data of a clone in a closed home goes to /var/lib/alongside, and that is said', () => {
    const closed = makeDataFolder()
    mkdirSync(closed)
    chmodSync(closed, 0o700)
    const config = readConfig({}, '/', closed)
    expect(config.dataFolder).toMatch(/^\/var\/lib\/alongside\/[0-9a-f]{12}$/)
    expect(config.dataFolderNote).toContain(closed)
  })
})
