import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { allSent } from '../jobs/at-once.ts'
import { callOffRuns } from '../jobs/runs-under-way.ts'
import { sealWhatIsNew } from '../jobs/sealing.ts'
import { doWhatIsDue } from '../jobs/tick.ts'
import { Invalid } from '../runtime/errors.ts'
import type { Installation } from '../runtime/installation.ts'
import { type House, openHouse } from '../runtime/open-context.ts'
import { makeSite } from './site.tsx'

const TICK_MS = 60_000
const SEAL_MS = 5_000

/** Listens on loopback unless HOST says otherwise, once a minute does what is due, and seals the audit every few seconds. */
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
  const ticking = startTicking(installation, TICK_MS, doWhatIsDue)
  const sealing = startSealing(installation)
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : config.port
  return {
    address: `http://${hostname}:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await ticking.stop()
      await callOffRuns()
      await allSent()
      await sealing.stop()
    },
  }
}

/** One run after another; a run that fails is said on the machine's own output, and the next one tries again. */
function startTicking(
  installation: Installation,
  everyMs: number,
  work: (house: House) => Promise<unknown>,
): { stop: () => Promise<void> } {
  let running: Promise<void> | null = null
  const run = async () => {
    try {
      const house = await openHouse(installation)
      if (house) await work(house)
    } catch (error) {
      console.error(`What was due could not be done; it is tried again in ${everyMs / 1000} s. ${String(error)}`)
    }
    running = null
  }
  const tick = () => {
    running ??= run()
  }
  const timer = setInterval(tick, everyMs)
  tick()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

/** Seals the audit every few seconds: at first all there is, for what an accident left, and at the end what the last answers wrote. */
function startSealing(installation: Installation): { stop: () => Promise<void> } {
  let whole = true
  const seal = async (house: House) => {
    await sealWhatIsNew(house, whole)
    whole = false
  }
  const ticking = startTicking(installation, SEAL_MS, seal)
  return {
    stop: async () => {
      await ticking.stop()
      await startTicking(installation, SEAL_MS, seal).stop()
    },
  }
}
