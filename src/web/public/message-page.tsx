import { instantInWords } from '../../texts/en/days.ts'
import { Link } from '../../ui/link.tsx'
import { LetterText } from '../parts/letter-text.tsx'
import type { MailboxLine } from './mailbox-page.tsx'

/** One message of the demo's mailbox, as its reader would get it. */
export function MessagePage({ message }: { message: MailboxLine & { readonly text: string } }) {
  return (
    <article class="wrap pt-8 md:pt-12">
      <p class="text-dense">
        <Link href="/demo/mailbox">All messages</Link>
      </p>
      <h1 class="mt-4 max-w-[26ch]">{message.subject}</h1>
      <p class="mt-3 text-dense text-muted">
        To {message.name}, {message.to}. {instantInWords(message.sentAt)}. {message.kind}
      </p>
      <LetterText text={message.text} />
    </article>
  )
}
