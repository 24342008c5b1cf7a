import { Hono } from 'hono'
import { readMailbox, readMessage } from '../rehearsal/mailbox.ts'
import { moveClock } from '../rehearsal/move-clock.ts'
import { NotFound } from '../runtime/errors.ts'
import type { Database } from '../store/database.ts'
import { MailboxPage, MESSAGES_PER_PAGE } from './public/mailbox-page.tsx'
import { MessagePage } from './public/message-page.tsx'
import type { Door } from './site.tsx'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The demo's mailbox and clock. Outside the demo, or away from loopback, these pages are not there. */
export function demoRoutes(door: Door, db: Database) {
  const routes = new Hono()
  const demo = async () => {
    const house = await door.open()
    if (!door.isDemo(house)) throw new NotFound('only in the demo')
    return house
  }
  routes.get('/demo/mailbox', async (http) => {
    const house = await demo()
    const search = http.req.query('q') ?? ''
    const page = Math.max(1, Number.parseInt(http.req.query('page') ?? '1', 10) || 1)
    const { messages, found } = await readMailbox(
      db,
      house.organisation.id,
      search.slice(0, 200),
      MESSAGES_PER_PAGE,
      page,
    )
    return door.page(
      http,
      house,
      'Mailbox',
      <MailboxPage messages={messages} found={found} page={page} search={search} />,
    )
  })
  routes.get('/demo/mailbox/:id', async (http) => {
    const house = await demo()
    const id = http.req.param('id')
    const message = UUID.test(id) ? await readMessage(db, house.organisation.id, id) : null
    if (!message) throw new NotFound('no such message')
    return door.page(http, house, message.subject, <MessagePage message={message} />)
  })
  routes.post('/demo/clock', async (http) => {
    const house = await demo()
    const form = await http.req.parseBody()
    await moveClock(house, form.days === '7' ? 7 : 1)
    const from = http.req.header('referer')
    return http.redirect(from ? new URL(from).pathname : '/', 303)
  })
  return routes
}
