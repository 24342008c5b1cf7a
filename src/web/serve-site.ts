import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { doWhatIsDue } from '../jobs/tick.ts'
import { Invalid } from '../runtime/errors.ts'
import type { Installation } from '../runtime/installation.ts'
import { openHouse } from '../runtime/open-context.ts'
import { makeSite } from './site.tsx'

const TICK_MS = 60_000

/** Listens on loopback unless HOST says otherwise, and once a minute does what is due. */
export async function serveSite(installation: Installation): Promise<{ address: string; close: () => Promise<void> }> {
  const { config } = installation
  const hostname = config.host
  const app = makeSite(installation)
  const server = await new Promise<Server>((done, fail) => {
    const it = serve({ fetch: app.fetch, port: config.port, hostname }, () => done(it as Server)) as Server
    it.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE' ? new Invalid(`Port ${config.port} is taken. Choose another with PORT.`) : error,
      ),
    )
  })
  const ticking = startTicking(installation)
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : config.port
  return {
    address: `http://${hostname}:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await ticking.stop()
    },
  }
}

/** One run after another; a run that fails is said on the machine's own output, and the next minute tries again. */
function startTicking(installation: Installation): { stop: () => Promise<void> } {
  let running: Promise<void> | null = null
  const run = async () => {
    try {
      const house = await openHouse(installation)
      if (house) await doWhatIsDue(house)
    } catch (error) {
      console.error(`What was due could not be done; it is tried again in a minute. ${String(error)}`)
    }
    running = null
  }
  const tick = () => {
    running ??= run()
  }
  const timer = setInterval(tick, TICK_MS)
  tick()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
