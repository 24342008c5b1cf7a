import { z } from 'zod'
import { deviceInWords } from '../people/rules/device.ts'
import { localPath } from '../people/rules/local-path.ts'
import { comeInAs, peopleToComeInAs } from '../rehearsal/come-in.ts'
import { readMailbox, readMessage } from '../rehearsal/mailbox.ts'
import { moveClock } from '../rehearsal/move-clock.ts'
import { seeLetter, seeLetters } from '../rehearsal/see-letters.ts'
import { NotFound } from '../runtime/errors.ts'
import { firstPlace } from './first-place.ts'
import { ComeInPage } from './public/come-in-page.tsx'
import { LettersToLookAtPage, LetterToLookAtPage } from './public/letters-to-look-at-page.tsx'
import { MailboxPage, MESSAGES_PER_PAGE } from './public/mailbox-page.tsx'
import { MessagePage } from './public/message-page.tsx'
import { type Route, route, type Visit } from './route.ts'
import { giveSignIn } from './visitor.ts'

const listed = z.object({
  q: z.string().max(200).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
const one = z.object({ id: z.uuid() })
const named = z.object({ key: z.string().max(50) })
const somebody = z.object({ person: z.uuid() })
const days = z.object({ days: z.enum(['1', '7']).default('1') })

/** The demo's mailbox, clock and way in. Outside the demo, or away from loopback, these pages are not there. */
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
    method: 'GET',
    path: '/demo/letters',
    action: 'rehearsal.seeMailbox',
    given: null,
    demoOnly: true,
    answer: lettersPage,
  }),
  route({
    method: 'GET',
    path: '/demo/letters/:key',
    action: 'rehearsal.seeMailbox',
    given: named,
    demoOnly: true,
    answer: letterPage,
  }),
  route({
    method: 'GET',
    path: '/demo/letters/:key/html',
    action: 'rehearsal.seeMailbox',
    given: named,
    demoOnly: true,
    answer: letterHtml,
  }),
  route({
    method: 'GET',
    path: '/demo/come-in',
    action: 'rehearsal.comeInAs',
    given: null,
    demoOnly: true,
    answer: comeInPage,
  }),
  route({
    method: 'POST',
    path: '/demo/come-in',
    action: 'rehearsal.comeInAs',
    given: somebody,
    demoOnly: true,
    answer: comeIn,
    again: () => {
      throw new NotFound('nobody of the demo')
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

async function lettersPage({ ctx, page }: Visit) {
  return page('Every letter there is', <LettersToLookAtPage letters={await seeLetters(ctx)} />)
}

async function letterPage({ ctx, given, page }: Visit<z.infer<typeof named>>) {
  const letter = await seeLetter(ctx, given)
  return page(letter.subject, <LetterToLookAtPage letter={letter} />)
}

/** The letter itself and nothing around it, as it leaves: `site.tsx` lets its own style through here alone. */
async function letterHtml({ http, ctx, given }: Visit<z.infer<typeof named>>) {
  return http.html((await seeLetter(ctx, given)).html)
}

async function comeInPage({ ctx, page }: Visit) {
  const people = await peopleToComeInAs(ctx)
  return page('Come in', <ComeInPage people={people} isSignedIn={ctx.actor.kind === 'person'} />)
}

async function comeIn({ http, house, ctx, given, goTo }: Visit<z.infer<typeof somebody>>) {
  const device = deviceInWords(http.req.header('user-agent'))
  const { secret } = await comeInAs(ctx, { personId: given.person, device })
  giveSignIn(http, house, secret)
  return goTo(await firstPlace(house, secret, null))
}

/** Back to the page the clock was moved on. */
async function clockMoved({ http, house, given, goTo }: Visit<z.infer<typeof days>>) {
  await moveClock(house, given.days === '7' ? 7 : 1)
  const from = http.req.header('referer')
  return goTo((from && localPath(new URL(from).pathname)) || '/')
}
