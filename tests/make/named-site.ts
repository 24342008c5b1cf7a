import { createServer } from 'node:net'
import type { Config } from '../../src/runtime/config.ts'
import { serveSite } from '../../src/web/serve-site.ts'
import { commandLineOf } from './command-line.ts'
import { freshInstallation } from './installation.ts'

/** A port of loopback that was free just now, for a site that must know its own address before it listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const at = server.address()
  await new Promise((done) => server.close(done))
  return typeof at === 'object' && at ? at.port : 0
}

/** The real site under a name, as passkeys need it, with an owner who can do everything. `set` is told its address first. */
export async function namedSite(owner: string, set?: (address: string) => Promise<Partial<Config>>) {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const installation = await freshInstallation({ port, publicUrl: address, ...(await set?.(address)) })
  await commandLineOf(installation)('office', 'setup', '--organisation', 'Example', '--operator', owner, '--one-person')
  const { close } = await serveSite(installation)
  return { installation, close, port, address }
}
