import PostalMime from 'postal-mime'
import { letterOfMessageId } from './email.ts'

/** What a mail server says, in a letter of its own, became of one of ours at one address. */
export type Bounce = {
  readonly letterId: string
  readonly address: string
  /** Whether it will never be taken there; otherwise it was only late, or may be taken another time. */
  readonly forGood: boolean
  readonly says: string
}

const LONGEST = 500
/** Addresses that one report names at most: our letters have one reader each. */
const MOST_ADDRESSES = 20

/**
 * Reads a report of a mail server (RFC 3464) as it came: nothing of it is followed or shown, only the name of our letter, the
 * addresses and their status are taken. Empty where it is no such report, or about no letter of ours.
 */
export async function readBounce(source: string): Promise<readonly Bounce[]> {
  const read = await PostalMime.parse(source, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' }).catch(
    () => null,
  )
  const parts = (read?.attachments ?? []).map((it) => ({ type: it.mimeType, text: String(it.content) }))
  const status = parts.find((it) => it.type === 'message/delivery-status')
  const original = parts.find((it) => it.type === 'message/rfc822' || it.type === 'text/rfc822-headers')
  const letterId = letterOfMessageId(fieldsOf(original?.text ?? '').get('message-id') ?? '')
  if (!status || !letterId) return []
  return status.text
    .split(/\r?\n\r?\n/)
    .slice(1, 1 + MOST_ADDRESSES)
    .flatMap((block) => bouncesIn(fieldsOf(block), letterId))
}

function bouncesIn(fields: ReadonlyMap<string, string>, letterId: string): readonly Bounce[] {
  const action = fields.get('action')?.toLowerCase() ?? ''
  const code = /^([245])\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')
  if (!code || (action !== 'failed' && action !== 'delayed')) return []
  const forGood = action === 'failed' && code[1] === '5'
  const why = fields.get('diagnostic-code')?.replace(/^[^;]*;\s*/, '') ?? ''
  const says = `returned: ${code[0]} ${why}`.trim().slice(0, LONGEST)
  const named = [fields.get('original-recipient'), fields.get('final-recipient')]
  const addresses = named.flatMap(
    (it) => /^\s*rfc822\s*;\s*<?([^<>\s]+)>?\s*$/i.exec(it ?? '')?.[1]?.toLowerCase() ?? [],
  )
  return [...new Set(addresses)].map((address) => ({ letterId, address, forGood, says }))
}

/** The fields of one block of headers, by their name in small letters; of a name that comes twice the first. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const [head = ''] = text.replace(/^(\r?\n)+/, '').split(/\r?\n\r?\n/)
  const fields = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    if (name !== '' && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value)
  }
  return fields
}
