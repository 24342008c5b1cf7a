import { z } from 'zod'
import { seeSeasonEvents } from '../desk/screens/season-events.ts'
import { proposeSessionTimes } from '../journey/gather/actions/plan-times.ts'
import { putBackEvent, saveEvent, seeEventForm } from '../journey/gather/actions/save-event.ts'
import { markAttendance, seeAttendance } from '../journey/gather/actions/tick-attendance.ts'
import type { Invalid } from '../runtime/errors.ts'
import { AttendancePage } from './coordinator/event/attendance-page.tsx'
import { EditEventPage } from './coordinator/event/edit-event-page.tsx'
import { SeasonEventsPage } from './coordinator/event/season-events-page.tsx'
import { TimesPage } from './coordinator/event/times-page.tsx'
import { inSeason } from './in-season.tsx'
import { readEventFields, withTimes } from './read-event.ts'
import { type Route, route, type Visit } from './route.ts'

const PATH = '/seasons/:key/events/:event'
const NEW = 'new'
const text = z.string().max(100).catch('').default('')
const page = z.coerce.number().int().min(1).max(100_000).catch(1).default(1)
const named = z.object({ key: z.string().max(100), event: z.string().max(100) })
const listed = z.object({
  season: z.string().max(100).optional().catch(undefined),
  removed: z.string().max(100).nullable().catch(null).default(null),
})
const proposed = named.extend({ times: z.string().max(500).catch('').default('') })
const saved = named.extend({ seen: text })
const wanted = named.extend({ from: text, until: text, sessions: text })
const ids = z
  .union([z.uuid().transform((it) => [it]), z.array(z.uuid())])
  .optional()
  .transform((it) => it ?? [])
const count = z.coerce.number().int().min(0).catch(0)
const ticked = named.extend({ session: z.string().max(100), came: ids, was: ids, q: text, page })
const ticks = named.extend({
  session: z.string().max(100).nullable().catch(null).default(null),
  q: text,
  page,
  added: count.optional(),
  removed: count.optional(),
})
type Named = z.infer<typeof named>

/** What a coordinator sets of a season's events: what they are, when their sessions begin, and who came. */
export const eventPlanningRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/desk/events', action: 'gather.seeEvents', given: listed, answer: events }),
  route({ method: 'GET', path: `${PATH}/edit`, action: 'gather.seeEvents', given: proposed, answer: form }),
  route({
    method: 'POST',
    path: `${PATH}/edit`,
    action: 'gather.saveEvent',
    given: saved,
    answer: save,
    again: saveAgain,
  }),
  route({
    method: 'POST',
    path: `${PATH}/back`,
    action: 'gather.saveEvent',
    given: saved,
    answer: putBack,
  }),
  route({
    method: 'GET',
    path: `${PATH}/times`,
    action: 'gather.planTimes',
    given: wanted,
    answer: times,
    again: timesAgain,
  }),
  route({ method: 'GET', path: `${PATH}/attendance`, action: 'gather.seeSignUps', given: ticks, answer: attendance }),
  route({
    method: 'POST',
    path: `${PATH}/attendance`,
    action: 'gather.markAttendance',
    given: ticked,
    answer: tick,
  }),
]

const asNamed = ({ key, event }: Named) => ({ season: key, event: event === NEW ? null : event })
const pathOf = ({ key, event }: Named) => `/seasons/${encodeURIComponent(key)}/events/${encodeURIComponent(event)}`

async function events({ ctx, given, page: show }: Visit<z.infer<typeof listed>>) {
  const found = await seeSeasonEvents(ctx, given.season ? { season: given.season } : {})
  const of = { action: 'gather.seeEvents', path: '/desk/events', season: found.season }
  return show('Events', await inSeason(ctx, of, <SeasonEventsPage it={found} removed={given.removed} />))
}

async function form({ ctx, given, page: show }: Visit<z.infer<typeof proposed>>) {
  const found = await seeEventForm(ctx, asNamed(given))
  const isProposal = given.times !== ''
  const content = (
    <EditEventPage form={found} given={withTimes(found.given, given.times)} faults={[]} isProposal={isProposal} />
  )
  return show(found.name ?? 'A new event', content)
}

async function save({ ctx, given, fields, goTo }: Visit<z.infer<typeof saved>>) {
  const entered = readEventFields(fields)
  const { event, changed } = await saveEvent(ctx, { ...asNamed(given), given: entered, seen: given.seen })
  return goTo(`${pathOf({ ...given, event })}/desk?done=${changed ? 'saved' : 'same'}`)
}

async function saveAgain({ ctx, fields, page: show }: Visit<unknown>, fault: Invalid) {
  const found = await seeEventForm(ctx, asNamed(named.parse(fields)))
  const faults = fault.fields.length > 0 ? fault.fields : [{ place: 'name', message: fault.message }]
  const content = <EditEventPage form={found} given={readEventFields(fields)} faults={faults} isProposal={false} />
  return show('Error: not saved', content, 422)
}

async function putBack({ ctx, given, goTo }: Visit<z.infer<typeof saved>>) {
  const { removed } = await putBackEvent(ctx, { season: given.key, event: given.event, seen: given.seen })
  return goTo(removed ? `/desk/events?season=${encodeURIComponent(given.key)}` : `${pathOf(given)}/desk?done=back`)
}

async function times({ ctx, given, page: show }: Visit<z.infer<typeof wanted>>) {
  const { key, event, ...asked } = given
  const found = await proposeSessionTimes(ctx, { season: key, event, ...asked })
  return show('Hours for an event', <TimesPage times={found} wanted={asked} faults={[]} />)
}

async function timesAgain({ ctx, fields, page: show }: Visit<unknown>, fault: Invalid) {
  const { key, event, ...asked } = wanted.parse(fields)
  const usual = { from: '', until: '', sessions: '' }
  const found = await proposeSessionTimes(ctx, { season: key, event, ...usual })
  return show('Error: no hours looked for', <TimesPage times={found} wanted={asked} faults={fault.fields} />, 422)
}

async function attendance({ ctx, given, page: show }: Visit<z.infer<typeof ticks>>) {
  const { key, event, session, q, added, removed } = given
  const list = await seeAttendance(ctx, { season: key, event, session, q, page: given.page })
  const done = added === undefined && removed === undefined ? null : { added: added ?? 0, removed: removed ?? 0 }
  return show('Who came', <AttendancePage list={list} asked={{ q, page: given.page }} done={done} />)
}

async function tick({ ctx, given, goTo }: Visit<z.infer<typeof ticked>>) {
  const { key, event, session, came, was, q } = given
  const { added, removed } = await markAttendance(ctx, { season: key, event, session, came, was })
  const back = new URLSearchParams({
    session,
    q,
    page: String(given.page),
    added: String(added),
    removed: String(removed),
  })
  return goTo(`${pathOf(given)}/attendance?${back}`)
}
