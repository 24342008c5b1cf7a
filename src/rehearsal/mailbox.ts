import type { Database } from '../store/database.ts'
import { mailbox, messageById } from '../store/messages.ts'

/** What the demo wrote to people, a page at a time; nothing of it left the machine. */
export async function readMailbox(db: Database, organisationId: string, search: string, limit: number, page: number) {
  const rows = await mailbox(db, organisationId, search, limit, (page - 1) * limit)
  return { found: rows[0]?.total ?? 0, messages: rows.map(asLine) }
}

const KINDS: Readonly<Record<string, string>> = {
  pair: 'About a pair',
  'no-place': 'Without a place',
  'sign-in': 'Sign-in',
}

export async function readMessage(db: Database, organisationId: string, id: string) {
  const row = await messageById(db, organisationId, id)
  return row && row.state !== 'draft' ? { ...asLine(row), text: row.body } : null
}

function asLine(row: {
  id: string
  email: string
  name: string
  subject: string
  released_on: string | null
  kind: string
}) {
  const kind = KINDS[row.kind] ?? 'Letter'
  return {
    id: row.id,
    to: row.email,
    name: row.name,
    subject: row.subject,
    sentAt: `${row.released_on ?? '2000-01-01'}T09:00:00Z`,
    kind,
  }
}
