import { z } from 'zod'
import {
  answerRequest,
  answerRequestByLink,
  endConversation,
  sayMore,
  withdrawRequest,
} from '../journey/offer/actions/requests.ts'
import { readRequestByLink, seeRequest, seeRequests } from '../journey/offer/actions/see-requests.ts'
import { REQUEST_ANSWERS, type RequestAnswer } from '../journey/offer/shapes.ts'
import type { Invalid } from '../runtime/errors.ts'
import { AnswerRequestOverPage, AnswerRequestPage } from './participant/mentors/answer-request-page.tsx'
import { REQUEST_DONE, RequestPage } from './participant/mentors/request-page.tsx'
import { RequestsPage } from './participant/mentors/requests-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const DONE = Object.keys(REQUEST_DONE) as (keyof typeof REQUEST_DONE)[]
const text = z.string().catch('').default('')
const one = z.object({ id: z.uuid() })
const listed = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1) })
const seen = one.extend({ done: z.enum(DONE).nullable().catch(null).default(null) })
const answered = one.extend({ say: z.enum(REQUEST_ANSWERS), question: text })
const more = one.extend({ answer: text })
const link = z.string().max(200).catch('').default('')
const linked = z.object({ link, say: z.enum(REQUEST_ANSWERS).catch('accept').default('accept') })
const pressed = z.object({ link, say: z.enum(REQUEST_ANSWERS), question: text })

const SEE = 'offer.seeRequests'
const ANSWER = 'offer.answerRequest'
const BY_LINK = 'offer.answerByLink'
const ONE = '/requests/:id'

/** Requests to mentors of the directory, signed in or by the link of a letter. */
export const requestRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/requests', action: SEE, given: listed, answer: requests }),
  route({ method: 'GET', path: ONE, action: SEE, given: seen, answer: request, again: notThere }),
  route({ method: 'POST', path: ONE, action: ANSWER, given: answered, answer: answer, again: questionAgain }),
  route({ method: 'POST', path: `${ONE}/more`, action: ANSWER, given: more, answer: sayIt, again: moreAgain }),
  route({
    method: 'POST',
    path: `${ONE}/withdraw`,
    action: 'offer.withdrawRequest',
    given: one,
    answer: withdraw,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: `${ONE}/over`,
    action: 'offer.endConversation',
    given: one,
    answer: over,
    again: notThere,
  }),
  route({ method: 'GET', path: '/answer-request', action: BY_LINK, given: linked, answer: byLink }),
  route({
    method: 'POST',
    path: '/answer-request',
    action: BY_LINK,
    given: pressed,
    answer: pressIt,
    again: byLinkAgain,
  }),
]

async function requests({ ctx, given, page, goTo }: Visit<z.infer<typeof listed>>) {
  const found = await seeRequests(ctx, { page: given.page })
  if (found.requests.length === 0 && given.page > 1) return goTo('/requests')
  return page('Your requests', <RequestsPage {...found} page={given.page} />)
}

function request(visit: Visit<z.infer<typeof seen>>) {
  return requestPage(visit, visit.given.id, visit.given.done, null)
}

type Again = { readonly field: 'question' | 'answer'; readonly text: string; readonly error: string }

async function requestPage(
  { house, ctx, page }: Visit<unknown>,
  id: string,
  done: keyof typeof REQUEST_DONE | null,
  again: Again | null,
) {
  const contact = house.organisation.privacyContact
  const content = <RequestPage request={await seeRequest(ctx, { id })} contact={contact} done={done} again={again} />
  return page(again ? 'Error: not sent' : 'A request', content, again ? 422 : 200)
}

async function answer({ ctx, given, goTo }: Visit<z.infer<typeof answered>>) {
  await answerRequest(ctx, { request: given.id, answer: given.say, question: given.question })
  return goTo(`/requests/${given.id}?done=answered`)
}

function questionAgain(visit: Visit<unknown>, fault: Invalid) {
  return againWith(visit, 'question', fault)
}

async function sayIt({ ctx, given, goTo }: Visit<z.infer<typeof more>>) {
  await sayMore(ctx, { request: given.id, answer: given.answer })
  return goTo(`/requests/${given.id}?done=answered`)
}

function moreAgain(visit: Visit<unknown>, fault: Invalid) {
  return againWith(visit, 'answer', fault)
}

function againWith(visit: Visit<unknown>, field: Again['field'], fault: Invalid) {
  const read = one.safeParse(visit.fields)
  if (!read.success) return notThere()
  const again = { field, text: String(visit.fields[field] ?? ''), error: fault.fields[0]?.message ?? fault.message }
  return requestPage(visit, read.data.id, null, again)
}

async function withdraw({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await withdrawRequest(ctx, { request: given.id })
  return goTo(`/requests/${given.id}?done=withdrawn`)
}

async function over({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await endConversation(ctx, { request: given.id })
  return goTo(`/requests/${given.id}?done=over`)
}

function byLink(visit: Visit<z.infer<typeof linked>>) {
  return linkPage(visit, visit.given.link, visit.given.say, null)
}

async function linkPage(
  { ctx, page }: Visit<unknown>,
  secret: string,
  say: RequestAnswer,
  again: { text: string; error: string } | null,
) {
  const found = await readRequestByLink(ctx, { secret })
  if (!found) return page('This link does not answer any more', <AnswerRequestOverPage />, 404)
  const title = again ? 'Error: not answered' : `${found.askerName} asks ${found.mentorName}`
  const content = <AnswerRequestPage request={found} secret={secret} say={say} again={again} />
  return page(title, content, again ? 422 : 200)
}

async function pressIt({ ctx, given, page, goTo }: Visit<z.infer<typeof pressed>>) {
  const done = await answerRequestByLink(ctx, { secret: given.link, answer: given.say, question: given.question })
  if (!done) return page('This link does not answer any more', <AnswerRequestOverPage />, 404)
  return goTo(`/answer-request?link=${encodeURIComponent(given.link)}`)
}

function byLinkAgain(visit: Visit<unknown>, fault: Invalid) {
  const { link: secret, say } = linked.parse(visit.fields)
  const again = { text: String(visit.fields.question ?? ''), error: fault.fields[0]?.message ?? fault.message }
  return linkPage(visit, secret, say, again)
}
