import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** Who may hold a data folder: the site, or a command that found nothing running. */
export type Role = 'server' | 'command'

const Word = z.object({
  role: z.enum(['server', 'command']),
  pid: z.number(),
  state: z.enum(['starting', 'ready', 'closing']),
  socketFolder: z.string(),
})

/** What the holder of a data folder says of itself to whoever connects to the lock. */
export type Word = z.infer<typeof Word>

/** `stay` is the line to the holder: while it is open, the holder counts us as a client. */
export type Answer = { readonly word: Word; readonly stay: Socket }

export type Ownership = {
  say(state: Word['state'], socketFolder?: string): void
  /** Resolves when the last client has left. */
  clientsGone(): Promise<void>
  release(): Promise<void>
}

/** On Linux an abstract socket: the kernel frees it at any death, so no stale lock and no race. */
function lockPath(dataFolder: string): string {
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 32)
  return process.platform === 'linux' ? `\0alongside-${hash}` : join(tmpdir(), `alongside-${hash}.lock`)
}

/** Takes the lock of a data folder, or null when somebody holds it. */
export async function takeOwnership(dataFolder: string, role: Role): Promise<Ownership | null> {
  let word: Word = { role, pid: process.pid, state: 'starting', socketFolder: '' }
  const clients = new Set<Socket>()
  const server = createServer((client) => {
    clients.add(client)
    client.on('close', () => clients.delete(client)).on('error', () => client.destroy())
    client.unref().write(`${JSON.stringify(word)}\n`)
  })
  if (!(await listen(server, lockPath(dataFolder)))) return null
  return {
    say(state, socketFolder = word.socketFolder) {
      word = { ...word, state, socketFolder }
    },
    async clientsGone() {
      while (clients.size > 0) await new Promise((left) => clients.values().next().value?.once('close', left))
    },
    async release() {
      for (const client of clients) client.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((taken, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? taken(false) : failed(error)))
    server.listen({ path }, () => taken(true)).unref()
  })
}

/** Asks the holder who it is; null when nobody answers any more. */
export async function askOwner(dataFolder: string): Promise<Answer | null> {
  const path = lockPath(dataFolder)
  const stay = connect({ path })
  const text = await new Promise<string | null>((said) => {
    stay.setEncoding('utf8').once('data', (line) => said(String(line)))
    stay
      .once('close', () => said(null))
      .on('error', (error: NodeJS.ErrnoException) => {
        // Elsewhere than on Linux the socket is a file, which outlives a killed holder.
        if (error.code === 'ECONNREFUSED' && process.platform !== 'linux') rmSync(path, { force: true })
        said(null)
      })
    stay.setTimeout(2000, () => said(null))
  })
  const word = text ? Word.safeParse(JSON.parse(text)) : null
  if (word?.success) return { word: word.data, stay: stay.setTimeout(0).unref() }
  stay.destroy()
  return null
}
