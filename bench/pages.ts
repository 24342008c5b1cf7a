import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { loadDemo } from '../src/rehearsal/demo.ts'
import { readConfig } from '../src/runtime/config.ts'
import { openInstallation } from '../src/runtime/installation.ts'
import { openHouse } from '../src/runtime/open-context.ts'
import { seasonsOf } from '../src/store/seasons.ts'
import { makeSite } from '../src/web/site.tsx'
import { makeDataFolder } from '../tests/make/data-folder.ts'

/**
 * CPU per page as a multiple of a bare `node:http` hello, in one run on one process: the load comes from another. Each figure
 * is this process's own user and system time, so a busy machine changes it little.
 */
const REQUESTS = Number(process.env.REQUESTS ?? 400)
/** A hello is so short that a cold one costs five times a warm one; the page would look cheap beside it. */
const HELLOS = REQUESTS * 10
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

/** Each is asked for as often beforehand as it is measured, so that both sides are compiled. */
async function cpuMs(address: string, requests: number): Promise<number> {
  await fromOutside(address, requests)
  const before = process.cpuUsage()
  await fromOutside(address, requests)
  const used = process.cpuUsage(before)
  return (used.user + used.system) / 1000 / requests
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
  const { close, ...installation } = await openInstallation(config, { role: 'server' })
  await loadDemo(installation)
  const house = await openHouse(installation)
  const key = (await seasonsOf(installation.db, house?.organisation.id ?? ''))[0]?.key ?? ''
  const hello = createServer((_request, response) => response.end('hello'))
  const site = createServer(getRequestListener(makeSite(installation).fetch))
  const [bareAddress, address] = [await listen(hello), await listen(site)]
  for (const path of ['/', `/seasons/${key}`, `/seasons/${key}/results`, '/demo/mailbox']) {
    // Beside each page, because the machine may be busier now than a minute ago.
    const bare = await cpuMs(bareAddress, HELLOS)
    const page = await cpuMs(`${address}${path}`, REQUESTS)
    const ratio = (page / bare).toFixed(0)
    console.log(`${path.padEnd(32)} ${page.toFixed(3)} ms CPU, hello ${bare.toFixed(3)} ms: ${ratio} x hello`)
  }
  hello.close()
  site.close()
  await close()
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
