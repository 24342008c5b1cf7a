import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Clock } from '../runtime/clock.ts'
import type { Config } from '../runtime/config.ts'
import type { Database } from '../store/database.ts'
import { keptFor, lockReleased, markProblem, markSent, messageById } from '../store/messages.ts'

const BATCH = 20

/** Sends what was released and not sent, a batch a transaction; the row is the truth, so it may run at any time and twice. */
export async function sendReleased(
  db: Database,
  config: Config,
  clock: Clock,
  organisationId: string,
): Promise<number> {
  if (!config.smtpUrl) return 0
  const transport = createTransport(config.smtpUrl)
  let sent = 0
  for (;;) {
    const batch = await db.transaction().execute(async (tx) => {
      const rows = await lockReleased(tx, organisationId, BATCH)
      for (const { id } of rows) {
        const message = await messageById(tx, organisationId, id)
        if (!message) continue
        try {
          await transport.sendMail({
            from: config.mailFrom,
            to: message.email,
            subject: message.subject,
            text: message.body,
            messageId: `<${id}@alongside>`,
          })
          await markSent(tx, organisationId, id, clock.now())
          sent += 1
        } catch (error) {
          await markProblem(tx, organisationId, id, error instanceof Error ? error.message.slice(0, 500) : 'unknown')
        }
      }
      return rows.length
    })
    if (batch === 0) break
  }
  transport.close()
  return sent
}

/** Writes the letters nobody sends as files, one each, for the coordinator to take from there. */
export async function writeKept(db: Database, folder: string, organisationId: string): Promise<number> {
  const messages = await keptFor(db, organisationId)
  for (const message of messages) {
    const at = join(folder, message.releasedOn ?? 'undated')
    mkdirSync(at, { recursive: true, mode: 0o700 })
    const file = join(at, `${message.kind}-${message.id}.txt`)
    writeFileSync(file, `To: ${message.name} <${message.email}>\nSubject: ${message.subject}\n\n${message.body}\n`, {
      mode: 0o600,
    })
  }
  return messages.length
}
