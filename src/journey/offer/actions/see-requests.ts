import { proposeTimes } from '../../../calendar/shared-times.ts'
import { CHAT_MINUTES } from '../../../model/coffee-chat.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { hashOf } from '../../../runtime/new-id.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { type RequestRow, requestByHash, requestsOf } from '../../../store/mentor-requests.ts'
import { availabilityOf } from '../../../store/planned-meetings.ts'
import { asAvailable } from '../rules/available.ts'
import { movesOnAt } from '../rules.ts'
import { enterRequest } from './requests.ts'

export const REQUESTS_PER_PAGE = 50
const ZONE = 'Etc/UTC'
const DAYS_AHEAD = 21
const TIMES = 3

export type RequestLine = RequestRow & {
  readonly amMentor: boolean
  readonly isMyTurn: boolean
  /** When it moves on if nobody answers; null once it has ended. */
  readonly movesOnAt: string | null
}
export type RequestScreen = RequestLine & {
  /** Times inside both people's working hours, once they have agreed to talk. */
  readonly times: readonly string[]
  readonly myZone: string
}

/** What one asked and was asked, a page at a time: what waits for the reader first. */
export async function seeRequests(ctx: Context, input: { readonly page: number }) {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'offer.seeRequests', { people: [me] })
    const offset = (input.page - 1) * REQUESTS_PER_PAGE
    const rows = await requestsOf(tx, ctx.organisationId, me, REQUESTS_PER_PAGE, offset)
    return { found: rows[0]?.found ?? 0, requests: rows.map((it) => asLine(it, me)) }
  })
}

/** One request, for its two. */
export async function seeRequest(ctx: Context, input: { readonly id: string }): Promise<RequestScreen> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const request = await enterRequest(ctx, tx, 'offer.seeRequests', input.id)
    return { ...asLine(request, me), ...(await timesOf(ctx, tx, request, me)) }
  })
}

/** What a link is about, for whoever holds it: the request, and nothing else of the mentor. Reading it answers nothing. */
export async function readRequestByLink(ctx: Context, input: { readonly secret: string }): Promise<RequestLine | null> {
  return within(ctx, async (tx) => {
    const request = await requestByHash(tx, ctx.organisationId, hashOf(input.secret), ctx.today)
    return request ? asLine(request, request.mentorId) : null
  })
}

function asLine(it: RequestRow, me: string): RequestLine {
  const amMentor = it.mentorId === me
  const isMyTurn = it.state === 'open' && (it.turn === 'mentor') === amMentor
  return { ...it, amMentor, isMyTurn, movesOnAt: it.state === 'open' ? movesOnAt(it.turnAt) : null }
}

async function timesOf(ctx: Context, tx: Tx, it: RequestRow, me: string) {
  if (it.state !== 'accepted' || it.overAt !== null) return { times: [], myZone: ZONE }
  const people = await availabilityOf(tx, ctx.organisationId, [it.mentorId, it.askerId], ctx.today)
  const mine = people.get(me)
  const theirs = people.get(me === it.mentorId ? it.askerId : it.mentorId)
  if (!mine || !theirs) return { times: [], myZone: ZONE }
  const asked = { from: ctx.clock.now(), days: DAYS_AHEAD, minutes: CHAT_MINUTES, most: TIMES }
  return { times: proposeTimes(asAvailable(mine, ZONE), asAvailable(theirs, ZONE), asked), myZone: mine.zone ?? ZONE }
}
