import { z } from 'zod'
import { endFeed, makeFeed, readFeed, readFeedState } from '../journey/meet/actions/calendar-feed.ts'
import { acceptMeeting, proposeMeeting, readPlanning, withdrawMeeting } from '../journey/meet/actions/plan-meetings.ts'
import { type Invalid, NotFound } from '../runtime/errors.ts'
import { CalendarPage } from './participant/meetings/calendar-page.tsx'
import { TIMES_DONE, TimesPage } from './participant/meetings/times-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const one = z.object({ id: z.uuid() })
const DONE = Object.keys(TIMES_DONE) as (keyof typeof TIMES_DONE)[]
const instant = z.iso.datetime({ precision: 3 })
const shown = one.extend({
  done: z.enum(DONE).nullable().catch(null).default(null),
  moves: z.uuid().nullable().catch(null).default(null),
  kind: z.enum(['meeting', 'coffee-chat']).nullable().catch(null).default(null),
})
const proposed = one.extend({
  times: z
    .union([instant.transform((it) => [it]), z.array(instant)])
    .catch([])
    .default([]),
  series: z.literal('yes').optional(),
  moves: z.uuid().nullable().catch(null).default(null),
  kind: z.enum(['meeting', 'coffee-chat']).catch('meeting').default('meeting'),
})
const accepted = one.extend({ proposal: z.uuid(), at: instant })
const withdrawn = one.extend({ meeting: z.uuid() })
const PLAN = 'meet.planMeeting'
const FEED = 'meet.keepFeed'

/** Proposing, accepting and withdrawing meetings, and one's own private calendar. */
export const planningRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/pairs/:id/meetings/times',
    action: 'meet.seeMeetings',
    given: shown,
    answer: times,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/pairs/:id/meetings/times',
    action: PLAN,
    given: proposed,
    answer: propose,
    again: timesAgain,
  }),
  route({
    method: 'POST',
    path: '/pairs/:id/meetings/times/accept',
    action: PLAN,
    given: accepted,
    answer: accept,
    again: timesAgain,
  }),
  route({
    method: 'POST',
    path: '/pairs/:id/meetings/times/withdraw',
    action: PLAN,
    given: withdrawn,
    answer: withdraw,
    again: notThere,
  }),
  route({ method: 'GET', path: '/me/calendar', action: FEED, given: null, answer: calendar }),
  route({ method: 'POST', path: '/me/calendar', action: FEED, given: null, answer: make }),
  route({ method: 'POST', path: '/me/calendar/revoke', action: FEED, given: null, answer: revoke }),
  route({
    method: 'GET',
    path: '/feeds/:link',
    action: 'meet.readFeed',
    given: z.object({ link: z.string().max(200) }),
    answer: feedFile,
  }),
]

function times(visit: Visit<z.infer<typeof shown>>) {
  return timesPage(visit, visit.given, null)
}

async function timesPage({ ctx, page }: Visit<unknown>, it: z.infer<typeof shown>, error: string | null) {
  const wantsMeeting = it.kind === 'meeting' || it.moves !== null
  const planning = await readPlanning(ctx, { pair: it.id, wantsMeeting })
  const content = <TimesPage planning={planning} moves={it.moves} done={it.done} error={error} />
  return page(error ? 'Error: not proposed' : 'Find a time', content, error ? 422 : 200)
}

async function propose({ ctx, given, goTo }: Visit<z.infer<typeof proposed>>) {
  const { id, times: starts, series, moves, kind } = given
  await proposeMeeting(ctx, { pair: id, starts, isSeries: series === 'yes' && !moves, moves, kind })
  return goTo(`/pairs/${id}/meetings/times?done=proposed`)
}

async function accept({ ctx, given, goTo }: Visit<z.infer<typeof accepted>>) {
  await acceptMeeting(ctx, { pair: given.id, proposal: given.proposal, at: given.at })
  return goTo(`/pairs/${given.id}/meetings/times?done=accepted`)
}

async function withdraw({ ctx, given, goTo }: Visit<z.infer<typeof withdrawn>>) {
  await withdrawMeeting(ctx, { pair: given.id, meeting: given.meeting })
  return goTo(`/pairs/${given.id}/meetings/times?done=withdrawn`)
}

function timesAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = shown.safeParse({ ...visit.fields, done: null })
  return read.success ? timesPage(visit, read.data, fault.fields[0]?.message ?? fault.message) : notThere()
}

async function calendar({ ctx, http, page }: Visit) {
  const done = http.req.query('done') === 'revoked' ? 'revoked' : null
  return page('Your calendar', <CalendarPage {...(await readFeedState(ctx))} address={null} done={done} />)
}

async function make({ ctx, page }: Visit) {
  const { address } = await makeFeed(ctx)
  return page('Your calendar', <CalendarPage {...(await readFeedState(ctx))} address={address} done={null} />)
}

async function revoke({ ctx, goTo }: Visit) {
  await endFeed(ctx)
  return goTo('/me/calendar?done=revoked')
}

async function feedFile({ ctx, given, http }: Visit<{ link: string }>) {
  const content = await readFeed(ctx, { secret: given.link.replace(/\.ics$/, '') })
  if (content === null) throw new NotFound('no such calendar')
  return http.body(content, 200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' })
}
