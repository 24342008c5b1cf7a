import { z } from 'zod'
import { answerByLink, answerMeeting, turnReminders } from '../journey/meet/actions/answers.ts'
import { readMyMeetings, readQuestion } from '../journey/meet/actions/my-meetings.ts'
import { ANSWERS } from '../model/answer-link.ts'
import { daySchema } from '../model/day.ts'
import { Invalid } from '../runtime/errors.ts'
import { AnswerOverPage, AnswerPage, type Say } from './participant/meetings/answer-page.tsx'
import { MEETING_DONE, MeetingsPage } from './participant/meetings/meetings-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const SOME_DAY = 'Give a day as in 2026-03-04.'
const day = z
  .string()
  .trim()
  .refine((it) => it === '' || daySchema.safeParse(it).success, SOME_DAY)
  .transform((it) => (it === '' ? null : it))
  .optional()
const linked = z.object({
  link: z.string().max(200).catch(''),
  say: z.enum(ANSWERS).nullable().catch(null).default(null),
})
const answered = z.object({ link: z.string().max(200).catch(''), say: z.enum(ANSWERS), on: day })
const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const one = z.object({ id: z.uuid() })
const DONE = Object.keys(MEETING_DONE) as (keyof typeof MEETING_DONE)[]
const listed = one.extend({ page, done: z.enum(DONE).nullable().catch(null).default(null) })
const said = one.extend({
  say: z.enum(['met', 'not-met', 'not-on']),
  on: day,
  window: daySchema.optional(),
  how: z.enum(['call', 'elsewhere', 'exchange']).catch('call').default('call'),
})
const turned = one.extend({ on: z.enum(['yes', 'no']) })

const BY_LINK = 'meet.answerByLink'

/** Whether a pair met: by the link of a letter, on its own page; and which pairs have gone quiet. */
export const meetingRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/answer', action: BY_LINK, given: linked, answer: question }),
  route({ method: 'POST', path: '/answer', action: BY_LINK, given: answered, answer: answer, again: questionAgain }),
  route({
    method: 'GET',
    path: '/pairs/:id/meetings',
    action: 'meet.seeMeetings',
    given: listed,
    answer: meetings,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/pairs/:id/meetings',
    action: 'meet.answerMeeting',
    given: said,
    answer: sayIt,
    again: meetingsAgain,
  }),
  route({
    method: 'POST',
    path: '/pairs/:id/meetings/reminders',
    action: 'meet.turnReminders',
    given: turned,
    answer: turn,
    again: notThere,
  }),
]

function question(visit: Visit<z.infer<typeof linked>>) {
  return questionPage(visit, visit.given.link, visit.given.say, null)
}

async function questionPage(
  visit: Visit<unknown>,
  secret: string,
  say: Say | null,
  again: { on: string; error: string } | null,
) {
  const found = await readQuestion(visit.ctx, { secret })
  if (!found) return visit.page('This link does not answer any more', <AnswerOverPage />, 404)
  const title = again ? 'Error: not answered' : `Did you and ${found.partner} meet?`
  const content = <AnswerPage question={found} secret={secret} say={say} again={again} />
  return visit.page(title, content, again ? 422 : 200)
}

async function answer({ ctx, given, page: show, goTo }: Visit<z.infer<typeof answered>>) {
  const done = await answerByLink(ctx, { secret: given.link, answer: given.say, on: given.on ?? null })
  if (!done) return show('This link does not answer any more', <AnswerOverPage />, 404)
  return goTo(`/answer?link=${encodeURIComponent(given.link)}`)
}

function questionAgain(visit: Visit<unknown>, fault: Invalid) {
  const { link, say } = linked.parse(visit.fields)
  return questionPage(visit, link, say, { on: String(visit.fields.on ?? ''), error: messageOf(fault) })
}

function meetings(visit: Visit<z.infer<typeof listed>>) {
  return meetingsPage(visit, visit.given, null)
}

type Shown = { id: string; page: number; done: keyof typeof MEETING_DONE | null }

async function meetingsPage(
  { house, ctx, page: show }: Visit<unknown>,
  it: Shown,
  again: { on: string; how: string; error: string } | null,
) {
  const read = await readMyMeetings(ctx, { pair: it.id })
  const contact = house.organisation.privacyContact
  const content = <MeetingsPage meetings={read} page={it.page} contact={contact} done={it.done} again={again} />
  return show(again ? 'Error: not written down' : 'Your meetings', content, again ? 422 : 200)
}

async function sayIt({ ctx, given, goTo }: Visit<z.infer<typeof said>>) {
  const { id, say, on = null, window, how } = given
  await answerMeeting(ctx, { pair: id, answer: asAnswer(say, on, window), how })
  return goTo(`/pairs/${id}/meetings?done=said`)
}

function asAnswer(say: z.infer<typeof said>['say'], on: string | null, window: string | undefined) {
  if (say === 'not-met' && window) return { says: 'not-met' as const, window }
  if (say === 'not-on' && on) return { says: 'not-on' as const, on }
  const first = window ?? on
  if (say === 'met' && first) return { says: 'met' as const, on, window: first }
  throw new Invalid(SOME_DAY, { fields: [{ place: 'on', message: SOME_DAY }] })
}

function meetingsAgain(visit: Visit<unknown>, fault: Invalid) {
  const read = one.safeParse(visit.fields)
  if (!read.success) return notThere()
  const { on, how } = visit.fields
  const again = { on: String(on ?? ''), how: String(how ?? 'call'), error: messageOf(fault) }
  return meetingsPage(visit, { id: read.data.id, page: 1, done: null }, again)
}

async function turn({ ctx, given, goTo }: Visit<z.infer<typeof turned>>) {
  const { on } = await turnReminders(ctx, { pair: given.id, on: given.on === 'yes' })
  return goTo(`/pairs/${given.id}/meetings?done=${on ? 'on' : 'off'}`)
}

function messageOf(fault: Invalid): string {
  return fault.fields[0]?.message ?? fault.message
}
