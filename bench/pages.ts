import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import pg from 'pg'
import { loadDemo } from '../src/rehearsal/demo.ts'
import { readConfig } from '../src/runtime/config.ts'
import { openDatabase } from '../src/runtime/postgres.ts'
import { openStore } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { makeSite } from '../src/web/site.tsx'
import { makeDataFolder } from '../tests/make/data-folder.ts'

/**
 * CPU per page as a multiple of a bare `node:http` hello, in one run on one process: the load comes from another. Each figure
 * is this process's own user and system time, so a busy machine changes it little.
 */
const REQUESTS = Number(process.env.REQUESTS ?? 400)
const WARM_UP = 50
const AT_ONCE = 8

if (process.argv[2] === 'load') await load(process.argv[3] ?? '', Number(process.argv[4]))
else await measureAll()

async function load(address: string, requests: number): Promise<void> {
  let left = requests
  const one = async () => {
    while (left-- > 0) {
      const answer = await fetch(address)
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}

async function cpuMs(address: string): Promise<number> {
  await fromOutside(address, WARM_UP)
  const before = process.cpuUsage()
  await fromOutside(address, REQUESTS)
  const used = process.cpuUsage(before)
  return (used.user + used.system) / 1000 / REQUESTS
}

function fromOutside(address: string, requests: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), 'load', address, String(requests)],
    { stdio: 'inherit' },
  )
  return new Promise((done, fail) =>
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error('the load failed')))),
  )
}

async function measureAll(): Promise<void> {
  const config = {
    ...readConfig({ ALONGSIDE_DATA: makeDataFolder('bench') }, process.cwd()),
    port: 0,
  }
  const database = await openDatabase(config, { role: 'server' })
  const pool = new pg.Pool({ ...database.connection, max: 10 })
  await migrate(pool)
  const db = openStore(pool)
  await loadDemo(db, config)
  const { rows } = await pool.query<{ key: string }>('select key from season limit 1')
  const key = rows[0]?.key ?? ''
  const hello = createServer((_request, response) => response.end('hello'))
  const site = createServer(getRequestListener(makeSite({ db, config, isLoopback: true }).fetch))
  const bare = await cpuMs(await listen(hello))
  console.log(`bare node:http hello     ${bare.toFixed(3)} ms CPU`)
  const address = await listen(site)
  for (const path of ['/', `/seasons/${key}`, `/seasons/${key}/results`, '/demo/mailbox']) {
    const page = await cpuMs(`${address}${path}`)
    console.log(`${path.padEnd(32)} ${page.toFixed(3)} ms CPU   ${(page / bare).toFixed(0)} x hello`)
  }
  hello.close()
  site.close()
  await pool.end()
  await database.close()
  process.exit(0)
}

function listen(server: ReturnType<typeof createServer>): Promise<string> {
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      done(`http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`)
    }),
  )
}
