import { z } from 'zod'
import { agreeToBreakGlass, askToBreakGlass, endGlass } from '../office/actions/glass.ts'
import { lookThroughGlass } from '../office/actions/look-through-glass.ts'
import { LONGEST_REASON, SHORTEST_REASON } from '../office/rules/glass.ts'
import { glasses } from '../office/screens/glasses.ts'
import { Invalid, NotFound, Refused } from '../runtime/errors.ts'
import type { GlassEntered } from './owner/ask-glass-form.tsx'
import { enteredIn, errorsOf, type FormErrors } from './owner/form-faults.ts'
import { GlassesPage } from './owner/glasses-page.tsx'
import { OpenedPage } from './owner/opened-page.tsx'
import { type Route, route, type Visit } from './route.ts'

const NO_ADDRESS = 'Enter the address of one person.'
const NO_SEASON = 'Choose a season.'
const NO_REASON = `Say why in a sentence, of ${SHORTEST_REASON} characters at least.`
const listed = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  done: z.enum(['asked', 'agreed', 'ended']).nullable().catch(null).default(null),
})
const asked = z.object({
  email: z
    .string(NO_ADDRESS)
    .trim()
    .toLowerCase()
    .max(320, NO_ADDRESS)
    .regex(/^[^@\s]+@[^@\s]+$/, NO_ADDRESS),
  season: z.string(NO_SEASON).min(1, NO_SEASON).max(200, NO_SEASON),
  reason: z.string(NO_REASON).trim().min(SHORTEST_REASON, NO_REASON).max(LONGEST_REASON, 'Shorten the reason.'),
})
const one = z.object({ id: z.uuid() })

/** Breaking glass: ask, agree, look within the hour, close. */
export const glassRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/office/glass',
    action: 'office.seeGlasses',
    given: listed,
    answer: (visit) => show(visit, visit.given, NOTHING),
  }),
  route({
    method: 'POST',
    path: '/office/glass',
    action: 'office.askToBreakGlass',
    given: asked,
    answer: ask,
    again: (visit, fault) => askAgain(visit, errorsOf(fault)),
  }),
  route({
    method: 'POST',
    path: '/office/glass/:id/agree',
    action: 'office.agreeToBreakGlass',
    given: one,
    answer: agree,
    again: notThere,
  }),
  route({
    method: 'GET',
    path: '/office/glass/:id',
    action: 'office.lookThroughGlass',
    given: one,
    answer: look,
    again: notThere,
  }),
  route({
    method: 'POST',
    path: '/office/glass/:id/end',
    action: 'office.endGlass',
    given: one,
    answer: end,
    again: notThere,
  }),
]

const NOTHING: GlassEntered = { email: '', season: '', reason: '', errors: {} }
const DONE = {
  asked: 'Asked. Another owner or an auditor finds it on this page and may agree.',
  agreed: 'It is open for one hour, and the person it is about was written to.',
  ended: 'Closed. It does not open again.',
}

async function show({ ctx, page }: Visit<unknown>, given: z.infer<typeof listed>, entered: GlassEntered) {
  const isFaulty = Object.keys(entered.errors).length > 0
  const screen = await glasses(ctx, given.page)
  const done = given.done ? DONE[given.done] : null
  return page(
    isFaulty ? 'Error: Opened applications' : 'Opened applications',
    <GlassesPage screen={screen} page={given.page} entered={entered} done={done} />,
    isFaulty ? 422 : 200,
  )
}

async function ask(visit: Visit<z.infer<typeof asked>>) {
  try {
    await askToBreakGlass(visit.ctx, visit.given)
    return visit.goTo('/office/glass?done=asked')
  } catch (error) {
    if (error instanceof Invalid) return askAgain(visit, errorsOf(error))
    if (error instanceof Refused)
      return askAgain(visit, { [error.code === 'reason-too-short' ? 'reason' : 'email']: error.message })
    throw error
  }
}

function askAgain(visit: Visit<unknown>, errors: FormErrors) {
  const text = enteredIn(visit.fields)
  const entered = { email: text('email'), season: text('season'), reason: text('reason'), errors }
  return show(visit, { page: 1, done: null }, entered)
}

async function agree({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await agreeToBreakGlass(ctx, given)
  return goTo('/office/glass?done=agreed')
}

async function look({ ctx, given, page }: Visit<z.infer<typeof one>>) {
  const opened = await lookThroughGlass(ctx, given)
  return page(`What ${opened.glass.subject} answered`, <OpenedPage {...opened} />)
}

async function end({ ctx, given, goTo }: Visit<z.infer<typeof one>>) {
  await endGlass(ctx, given)
  return goTo('/office/glass?done=ended')
}

function notThere(): never {
  throw new NotFound('there is nothing here')
}
