import { createTransport } from 'nodemailer'
import { isLoopbackUrl } from '../model/loopback.ts'
import { htmlLetter } from './html-letter.tsx'

export type Letter = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly subject: string
  readonly body: string
  /** For a calendar, beside the words for its reader. */
  readonly calendar?: string | null
  readonly calendarMethod?: 'REQUEST' | 'CANCEL' | null
  /** The address that turns letters like it off, where they have a switch. */
  readonly offLink?: string | null
}

/** What became of one letter: taken by the mail server, in its words, or not, and whether it would be of use to try again. */
export type Posted =
  | { readonly ok: true; readonly answered: string }
  | { readonly ok: false; readonly problem: string; readonly forGood: boolean }

export type Post = { readonly send: (letter: Letter) => Promise<Posted>; readonly close: () => void }

const PATIENCE_MS = 20_000
const LONGEST_PROBLEM = 500

/**
 * The way to the mail server: away from this machine over TLS with a certificate that holds, or not at all, unless the owner has
 * put `?requireTLS=false` behind the address. A letter keeps its Message-ID, so a second copy can be told from a second letter.
 */
export function openPost(smtpUrl: string, from: string): Post {
  const transport = createTransport({
    // What stands in the address counts over what stands here.
    url: smtpUrl,
    requireTLS: !isLoopbackUrl(smtpUrl),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  })
  const send = async ({
    id,
    name,
    email,
    subject,
    body,
    calendar,
    calendarMethod,
    offLink,
  }: Letter): Promise<Posted> => {
    try {
      const { response } = await transport.sendMail({
        from,
        to: { name, address: email },
        subject,
        text: body,
        html: htmlLetter({ subject, body }),
        icalEvent:
          calendar && calendarMethod
            ? { method: calendarMethod, content: calendar, filename: 'meeting.ics' }
            : undefined,
        messageId: messageIdOf(id),
        headers: offLink ? switchHeaders(offLink) : {},
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      return { ok: true, answered: response.slice(0, LONGEST_PROBLEM) }
    } catch (error) {
      return { ok: false, problem: problemOf(error), forGood: isForGood(error) }
    }
  }
  return { send, close: () => transport.close() }
}

/** The name a letter has wherever mail goes, in every copy of it. */
export function messageIdOf(id: string): string {
  return `<${id}@alongside>`
}

/** The letter that a Message-ID names, in any case of its letters; null for one that is not ours. */
export function letterOfMessageId(messageId: string): string | null {
  return (
    /^\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@alongside>\s*$/i.exec(messageId)?.[1]?.toLowerCase() ?? null
  )
}

/** Lets a mail program show a button that turns letters like this off at once, which asks for an address over TLS. RFC 2369, RFC 8058. */
function switchHeaders(offLink: string): Record<string, string> {
  const link = { 'List-Unsubscribe': `<${offLink}>` }
  return offLink.startsWith('https:') ? { ...link, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : link
}

function problemOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_PROBLEM)
}

/** A mail server says with 5xx that it will never take this; anything else may be better later. */
function isForGood(error: unknown): boolean {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const isLogin = error instanceof Error && 'code' in error && error.code === 'EAUTH'
  return code >= 500 && code < 600 && !isLogin
}
