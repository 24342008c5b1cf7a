import { z } from 'zod'
import { checkIn, eventDesk, makeCodes } from '../journey/gather/actions/check-in.ts'
import { calendarEntry, sayInterest, seeEvent, signUp, withdrawSignUp } from '../journey/gather/actions/events.ts'
import { drawGroups, putBackGroups } from '../journey/gather/actions/groups.ts'
import type { Invalid } from '../runtime/errors.ts'
import { calendarFile } from './calendar-file.ts'
import { EVENT_DESK_DONE, EventDeskPage } from './coordinator/event/event-desk-page.tsx'
import { CheckInPage } from './participant/event/check-in-page.tsx'
import { EVENT_DONE, EventPage } from './participant/event/event-page.tsx'
import { notThere } from './rights-routes.tsx'
import { type Route, route, type Visit } from './route.ts'

const DONE = Object.keys(EVENT_DONE) as (keyof typeof EVENT_DONE)[]
const PATH = '/seasons/:key/events/:event'

const named = z.object({ key: z.string().max(100), event: z.string().max(100) })
const shown = named.extend({ done: z.enum(DONE).nullable().catch(null).default(null) })
const interest = named.extend({ back: z.string().optional() })
const chosen = named.extend({ session: z.string().max(100).catch('') })
const DESK_DONE = Object.keys(EVENT_DESK_DONE) as (keyof typeof EVENT_DESK_DONE)[]
const paged = named.extend({
  done: z.enum(DESK_DONE).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
const coded = z.object({ code: z.string().max(40).catch(''), done: z.string().optional() })
const instead = z.uuid().nullable().catch(null).default(null)
const drawn = chosen.extend({ size: z.coerce.number().catch(0), instead })
const undrawn = chosen.extend({ instead: z.uuid() })
type Named = z.infer<typeof named>

const DESK = 'gather.seeSignUps'

/** Events of a season: signing up, checking in, and the page of whoever holds them. */
export const eventRoutes: readonly Route[] = [
  route({ method: 'GET', path: PATH, action: 'gather.seeEvent', given: shown, answer: event }),
  route({
    method: 'POST',
    path: PATH,
    action: 'gather.signUp',
    given: chosen,
    answer: signedUp,
    again: eventAgain,
  }),
  route({
    method: 'POST',
    path: `${PATH}/withdraw`,
    action: 'gather.withdrawSignUp',
    given: named,
    answer: withdrawn,
  }),
  route({
    method: 'POST',
    path: `${PATH}/interest`,
    action: 'gather.sayInterest',
    given: interest,
    answer: interestSaid,
  }),
  route({ method: 'GET', path: `${PATH}/calendar.ics`, action: 'gather.seeEvent', given: named, answer: calendar }),
  route({ method: 'GET', path: `${PATH}/desk`, action: DESK, given: paged, answer: desk }),
  route({ method: 'POST', path: `${PATH}/desk`, action: 'gather.makeCodes', given: named, answer: codesMade }),
  route({ method: 'POST', path: `${PATH}/groups`, action: 'gather.drawGroups', given: drawn, answer: groupsDrawn }),
  route({
    method: 'POST',
    path: `${PATH}/groups/back`,
    action: 'gather.drawGroups',
    given: undrawn,
    answer: groupsBack,
    again: notThere,
  }),
  route({ method: 'GET', path: '/check-in', action: 'gather.checkIn', given: coded, answer: checkInForm }),
  route({
    method: 'POST',
    path: '/check-in',
    action: 'gather.checkIn',
    given: coded,
    answer: checkedIn,
    again: checkInAgain,
  }),
]

const asNamed = ({ key, event: name }: Named) => ({ season: key, event: name })
const pathOf = (it: Named) => `/seasons/${encodeURIComponent(it.key)}/events/${encodeURIComponent(it.event)}`

async function event({ house, ctx, given, page }: Visit<z.infer<typeof shown>>) {
  const own = await seeEvent(ctx, asNamed(given))
  const contact = house.organisation.privacyContact
  return page(own.event.name, <EventPage own={own} contact={contact} done={given.done} faults={[]} />)
}

async function eventAgain({ house, ctx, fields, page }: Visit<unknown>, fault: Invalid) {
  const own = await seeEvent(ctx, asNamed(named.parse(fields)))
  const contact = house.organisation.privacyContact
  return page('Error: not signed up', <EventPage own={own} contact={contact} done={null} faults={fault.fields} />, 422)
}

async function signedUp({ ctx, given, goTo }: Visit<z.infer<typeof chosen>>) {
  const { became } = await signUp(ctx, { ...asNamed(given), session: given.session })
  return goTo(`${pathOf(given)}?done=${became}`)
}

async function withdrawn({ ctx, given, goTo }: Visit<Named>) {
  await withdrawSignUp(ctx, asNamed(given))
  return goTo(`${pathOf(given)}?done=withdrawn`)
}

async function interestSaid({ ctx, given, goTo }: Visit<z.infer<typeof interest>>) {
  const back = given.back === 'yes'
  await sayInterest(ctx, { ...asNamed(given), back })
  return goTo(`${pathOf(given)}?done=${back ? 'not-interested' : 'interested'}`)
}

async function calendar({ http, ctx, given }: Visit<Named>) {
  const { path, title, ...entry } = await calendarEntry(ctx, asNamed(given))
  const url = path && `${ctx.publicUrl}${path}`
  const text = calendarFile({ ...entry, title: title ?? 'Appointment', url }, new URL(ctx.publicUrl).hostname)
  return http.body(text, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="appointment.ics"',
    'cache-control': 'no-store',
  })
}

async function desk({ ctx, given, page }: Visit<z.infer<typeof paged>>) {
  const it = await eventDesk(ctx, { ...asNamed(given), page: given.page })
  const content = (
    <EventDeskPage desk={it} page={given.page} checkInAt={`${ctx.publicUrl}/check-in`} done={given.done} />
  )
  return page(it.name, content)
}

async function codesMade({ ctx, given, goTo }: Visit<Named>) {
  await makeCodes(ctx, asNamed(given))
  return goTo(`${pathOf(given)}/desk`)
}

async function groupsDrawn({ ctx, given, goTo }: Visit<z.infer<typeof drawn>>) {
  const { session, size, instead: before } = given
  await drawGroups(ctx, { ...asNamed(given), session, size, instead: before })
  return goTo(`${pathOf(given)}/desk?done=drawn`)
}

async function groupsBack({ ctx, given, goTo }: Visit<z.infer<typeof undrawn>>) {
  await putBackGroups(ctx, { ...asNamed(given), session: given.session, instead: given.instead })
  return goTo(`${pathOf(given)}/desk?done=undrawn`)
}

function checkInForm({ house, given, page }: Visit<z.infer<typeof coded>>) {
  const contact = house.organisation.privacyContact
  const done = given.done === 'yes'
  return page('Check in', <CheckInPage code={given.code} error={null} done={done} contact={contact} />)
}

async function checkedIn({ ctx, given, goTo }: Visit<z.infer<typeof coded>>) {
  await checkIn(ctx, { code: given.code })
  return goTo('/check-in?done=yes')
}

function checkInAgain({ house, fields, page }: Visit<unknown>, fault: Invalid) {
  const contact = house.organisation.privacyContact
  const code = typeof fields.code === 'string' ? fields.code : ''
  const content = <CheckInPage code={code} error={fault.message} done={false} contact={contact} />
  return page('Error: not checked in', content, 422)
}
