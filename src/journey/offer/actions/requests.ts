import { asTopics } from '../../../model/topics.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { hashOf, newId } from '../../../runtime/new-id.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import {
  addRequest,
  changeRequest,
  countRequests,
  endAccepted,
  type RequestRow,
  requestByHash,
  requestById,
} from '../../../store/mentor-requests.ts'
import { lockOffer, markFull } from '../../../store/open-mentors.ts'
import { lockPersonBy } from '../../../store/people.ts'
import { countRoom, decideAsking, decideRequest, keepUntil } from '../rules.ts'
import { LONGEST_REQUEST, MOST_TOPICS, type RequestAnswer } from '../shapes.ts'
import { findMentor } from './find-mentor.ts'
import { tellAccepted, tellAskedBack, tellMentor, tellWhoElse, tellWithdrawn } from './post.ts'
import { refusedRequest } from './refused-request.ts'

/** Asks a mentor of the directory; pressing twice asks once, and of two who ask for the last place one is told there is none. */
export async function askMentor(
  ctx: Context,
  input: { mentor: string; words: string; topics: readonly string[] },
): Promise<{ id: string }> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'offer.askMentor', { people: [me] })
    const offer = await lockOffer(tx, ctx.organisationId, input.mentor)
    await findMentor(ctx, tx, input.mentor)
    if (!offer) throw new NotFound('no such mentor')
    // Three at most, whoever they are to: the asker's requests are counted one at a time.
    await lockPersonBy(tx, ctx.organisationId, { id: me })
    const counts = await countRequests(tx, ctx.organisationId, { mentorId: input.mentor, askerId: me })
    const room = countRoom({ ...offer, taken: counts.taken }, ctx.today)
    const decided = decideAsking({ isSelf: input.mentor === me, room, ...counts })
    if (!decided.ok) throw refusedRequest(decided.code, decided.facts)
    const words = readWords(input.words, 'words')
    const topics = asTopics(input.topics).slice(0, MOST_TOPICS)
    const id = newId()
    const request = { id, mentorId: input.mentor, askerId: me, topics, words, hash: null, at: ctx.clock.now() }
    await addRequest(tx, ctx.organisationId, request)
    await tellMentor(ctx, tx, await found(ctx, tx, id))
    return { id }
  })
}

type Answering = { readonly answer: RequestAnswer; readonly question: string }

/** Answers a request one was made; each answer is told to whoever asked. */
export async function answerRequest(ctx: Context, input: Answering & { readonly request: string }): Promise<void> {
  const me = selfOf(ctx)
  await within(ctx, async (tx) => {
    const request = await enterRequest(ctx, tx, 'offer.answerRequest', input.request)
    if (request.mentorId !== me) throw new NotFound('no such request')
    await answerAs(ctx, tx, request, input)
  })
}

/** The same by the link of a letter, once; false where it was answered before, null where the link is over. */
export async function answerRequestByLink(
  ctx: Context,
  input: Answering & { readonly secret: string },
): Promise<{ readonly fresh: boolean } | null> {
  return within(ctx, async (tx) => {
    const request = await requestByHash(tx, ctx.organisationId, hashOf(input.secret), ctx.today)
    if (!request) return null
    await permit(ctx, tx, 'offer.answerByLink', { about: request.id })
    if (request.state !== 'open' || request.turn !== 'mentor') return { fresh: false }
    await answerAs(ctx, tx, request, input)
    return { fresh: true }
  })
}

async function answerAs(ctx: Context, tx: Tx, request: RequestRow, { answer, question }: Answering): Promise<void> {
  const offer = await lockOffer(tx, ctx.organisationId, request.mentorId)
  // Whatever another press did while this one waited counts.
  const now = await found(ctx, tx, request.id)
  const { accepted } = await countRequests(tx, ctx.organisationId, request)
  const standing = { state: now.state, turn: now.turn, turnAt: now.turnAt, hasAsked: now.question !== null }
  const decided = decideRequest(standing, answer, { accepted, places: offer?.places ?? 1 })
  if (!decided.ok) throw refusedRequest(decided.code, decided.facts)
  const asked = answer === 'ask-more' ? readWords(question, 'question') : now.question
  const after = await change(ctx, tx, now, { ...decided.value, question: asked, answer: now.answer })
  if (answer === 'full' && offer) await markFull(tx, ctx.organisationId, now.mentorId, ctx.clock.now())
  if (answer === 'accept') await tellAccepted(ctx, tx, after)
  else if (answer === 'ask-more') await tellAskedBack(ctx, tx, after)
  else await tellWhoElse(ctx, tx, after)
}

/** Answers what the mentor asked back; from then on it is their turn again, for as long as before. */
export async function sayMore(ctx: Context, input: { request: string; answer: string }): Promise<void> {
  const me = selfOf(ctx)
  await within(ctx, async (tx) => {
    const request = await enterRequest(ctx, tx, 'offer.answerRequest', input.request)
    if (request.askerId !== me) throw new NotFound('no such request')
    if (request.state !== 'open') throw refusedRequest('request-ended', { state: request.state })
    if (request.turn !== 'asker') throw refusedRequest('not-your-turn', {})
    const answer = readWords(input.answer, 'answer')
    const after = await change(ctx, tx, request, { state: 'open', turn: 'mentor', question: request.question, answer })
    await tellMentor(ctx, tx, after)
  })
}

/** Withdraws a request of one's own; doing it twice is the same. */
export async function withdrawRequest(ctx: Context, input: { request: string }): Promise<void> {
  const me = selfOf(ctx)
  await within(ctx, async (tx) => {
    const request = await enterRequest(ctx, tx, 'offer.withdrawRequest', input.request)
    if (request.askerId !== me) throw new NotFound('no such request')
    if (request.state === 'withdrawn') return
    if (request.state !== 'open') throw refusedRequest('request-ended', { state: request.state })
    const { turn, question, answer } = request
    await tellWithdrawn(ctx, tx, await change(ctx, tx, request, { state: 'withdrawn', turn, question, answer }))
  })
}

/** Either of the two says that it has come to its end, which frees the place; doing it twice is the same. */
export async function endConversation(ctx: Context, input: { request: string }): Promise<void> {
  await within(ctx, async (tx) => {
    const request = await enterRequest(ctx, tx, 'offer.endConversation', input.request)
    if (request.state !== 'accepted') throw refusedRequest('request-ended', { state: request.state })
    await endAccepted(tx, ctx.organisationId, request.id, ctx.clock.now())
  })
}

/** The request, if the actor is one of its two: to everybody else it is not there. */
export async function enterRequest(ctx: Context, tx: Tx, action: string, id: string): Promise<RequestRow> {
  const request = await requestById(tx, ctx.organisationId, id)
  const people = request ? [request.mentorId, request.askerId] : []
  await permit(ctx, tx, action, { people, about: id })
  if (!request) throw new NotFound('no such request')
  return request
}

type After = Pick<RequestRow, 'state' | 'turn' | 'question' | 'answer'>

async function change(ctx: Context, tx: Tx, it: RequestRow, after: After): Promise<RequestRow> {
  const at = ctx.clock.now()
  const from = { turn: it.turn, turnAt: it.turnAt }
  const done = { ...after, id: it.id, from, keepUntil: keepUntil(after.state, at), at }
  if (!(await changeRequest(tx, ctx.organisationId, done))) throw refusedRequest('request-changed', {})
  return found(ctx, tx, it.id)
}

async function found(ctx: Context, tx: Tx, id: string): Promise<RequestRow> {
  const request = await requestById(tx, ctx.organisationId, id)
  if (!request) throw new Refused('request-changed')
  return request
}

function readWords(given: string, place: 'words' | 'question' | 'answer'): string {
  const words = given.replaceAll('\r\n', '\n').trim()
  const at = (message: string) => new Invalid(message, { fields: [{ place, message }] })
  if (words === '') throw at(EMPTY[place])
  if (words.length > LONGEST_REQUEST)
    throw at(`Write at most ${LONGEST_REQUEST} characters; these are ${words.length}. Nothing is lost.`)
  return words
}

const EMPTY = {
  words: 'Write a sentence or two about what you would like to talk about.',
  question: 'Write what you would like to know first.',
  answer: 'Write an answer; a sentence is enough.',
} as const
