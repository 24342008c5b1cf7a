import { z } from 'zod'
import { readMailbox, readMessage } from '../rehearsal/mailbox.ts'
import { moveClock } from '../rehearsal/move-clock.ts'
import { NotFound } from '../runtime/errors.ts'
import { MailboxPage, MESSAGES_PER_PAGE } from './public/mailbox-page.tsx'
import { MessagePage } from './public/message-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const listed = z.object({
  q: z.string().max(200).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
const one = z.object({ id: z.uuid() })
const days = z.object({ days: z.enum(['1', '7']).default('1') })

/** The demo's mailbox and clock. Outside the demo, or away from loopback, these pages are not there. */
export const demoRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/demo/mailbox',
    action: 'rehearsal.seeMailbox',
    given: listed,
    demoOnly: true,
    answer: mailboxPage,
  }),
  route({
    method: 'GET',
    path: '/demo/mailbox/:id',
    action: 'rehearsal.seeMailbox',
    given: one,
    demoOnly: true,
    answer: messagePage,
    again: () => {
      throw new NotFound('no such message')
    },
  }),
  route({
    method: 'POST',
    path: '/demo/clock',
    action: 'rehearsal.moveClock',
    given: days,
    demoOnly: true,
    answer: clockMoved,
  }),
]

async function mailboxPage({ house, given, page }: Visit<z.infer<typeof listed>>) {
  const { messages, found } = await readMailbox(house.db, house.organisation.id, given.q, MESSAGES_PER_PAGE, given.page)
  return page('Mailbox', <MailboxPage messages={messages} found={found} page={given.page} search={given.q} />)
}

async function messagePage({ house, given, page }: Visit<z.infer<typeof one>>) {
  const message = await readMessage(house.db, house.organisation.id, given.id)
  if (!message) throw new NotFound('no such message')
  return page(message.subject, <MessagePage message={message} />)
}

async function clockMoved({ http, house, given, goTo }: Visit<z.infer<typeof days>>) {
  await moveClock(house, given.days === '7' ? 7 : 1)
  const from = http.req.header('referer')
  return goTo(from ? new URL(from).pathname : '/')
}
