import { instantInWords } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'

export type MailboxLine = {
  readonly id: string
  readonly to: string
  readonly name: string
  readonly subject: string
  readonly sentAt: string
  readonly kind: string
}

export const MESSAGES_PER_PAGE = 50

type Props = { messages: readonly MailboxLine[]; found: number; page: number; search: string }

/** The demo's mailbox: one page of 50 messages; `found` counts all that match, `page` begins at 1. */
export function MailboxPage({ messages, found, page, search }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">In the demo no message leaves this machine</p>
      <h1 class="mt-2 max-w-[26ch]">{heading(found, page, messages.length)}</h1>
      <p class="mt-3 text-dense">
        <Link href="/demo/letters">Every letter there is, for looking at</Link>
      </p>
      <form class="mt-6 flex flex-wrap items-end gap-3" method="get" action="/demo/mailbox">
        <div>
          <label class="block text-note" for="q">
            Person, address, subject or kind
          </label>
          <input class="input mt-1 w-72 max-w-full" id="q" name="q" type="search" value={search} />
        </div>
        <Button>Search</Button>
      </form>
      <div class="mt-6">{messages.length === 0 ? <Empty search={search} /> : <Messages messages={messages} />}</div>
      <Pages found={found} page={page} search={search} />
    </div>
  )
}

function heading(found: number, page: number, shown: number): string {
  if (found === 0) return 'No messages here'
  if (found === 1) return '1 message'
  const first = (page - 1) * MESSAGES_PER_PAGE + 1
  return `${found} messages, ${first} to ${first + shown - 1}`
}

function Empty({ search }: { search: string }) {
  if (search === '') return <p>Nothing was sent yet. Move the clock on, or publish a match.</p>
  return (
    <p>
      No message matches “{search}”. <Link href="/demo/mailbox">Show all messages</Link>
    </p>
  )
}

function Messages({ messages }: { messages: readonly MailboxLine[] }) {
  return (
    <ol class="sheet border-b border-rule text-dense">
      {messages.map((message) => (
        <li key={message.id}>
          <p class="text-muted tabular-nums">{instantInWords(message.sentAt)}</p>
          <div class="min-w-0 wrap-anywhere">
            <p>
              <Link href={`/demo/mailbox/${message.id}`}>{message.subject}</Link>
            </p>
            <p>
              {message.name} <span class="text-note text-muted">{`${message.to}, ${message.kind}`}</span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function Pages({ found, page, search }: { found: number; page: number; search: string }) {
  const last = Math.max(1, Math.ceil(found / MESSAGES_PER_PAGE))
  if (last === 1) return null
  const href = (to: number) =>
    `/demo/mailbox?${new URLSearchParams({ ...(search === '' ? {} : { q: search }), page: String(to) })}`
  return (
    <nav class="mt-6 flex flex-wrap gap-x-6 text-dense" aria-label="Pages">
      {page > 1 && <Link href={href(page - 1)}>Newer messages</Link>}
      <p>
        Page {page} of {last}
      </p>
      {page < last && <Link href={href(page + 1)}>Older messages</Link>}
    </nav>
  )
}
