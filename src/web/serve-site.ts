import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { sendReleased } from '../jobs/deliver.ts'
import type { Config } from '../runtime/config.ts'
import { Invalid } from '../runtime/errors.ts'
import { openHouse } from '../runtime/open-context.ts'
import type { Database } from '../store/database.ts'
import { makeSite } from './site.tsx'

const TICK_MS = 60_000

/** Listens on loopback unless HOST says otherwise, and once a minute does what is due. */
export async function serveSite(
  db: Database,
  config: Config,
): Promise<{ address: string; close: () => Promise<void> }> {
  const hostname = process.env.HOST || '127.0.0.1'
  const app = makeSite({ db, config, isLoopback: hostname === '127.0.0.1' || hostname === 'localhost' })
  const server = await new Promise<Server>((done, fail) => {
    const it = serve({ fetch: app.fetch, port: config.port, hostname }, () => done(it as Server)) as Server
    it.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE' ? new Invalid(`Port ${config.port} is taken. Choose another with PORT.`) : error,
      ),
    )
  })
  const tick = setInterval(() => void due(db, config), TICK_MS)
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : config.port
  return {
    address: `http://${hostname}:${port}/`,
    close: async () => {
      clearInterval(tick)
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function due(db: Database, config: Config): Promise<void> {
  const house = await openHouse(db, config)
  if (house) await sendReleased(db, config, house.clock, house.organisation.id)
}
