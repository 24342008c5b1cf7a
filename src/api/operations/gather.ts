import { z } from 'zod'
import { callOffEvent, holdAfterAll, removeEvent } from '../../journey/gather/actions/call-off.ts'
import { importAttendance } from '../../journey/gather/actions/import-attendance.ts'
import { listEvents } from '../../journey/gather/actions/list-events.ts'
import { proposeSessionTimes } from '../../journey/gather/actions/plan-times.ts'
import { saveEventText } from '../../journey/gather/actions/save-event.ts'
import { markAttendance, seeAttendance } from '../../journey/gather/actions/tick-attendance.ts'
import { Invalid } from '../../runtime/errors.ts'
import { type Given, must, number, type Operation, operation, season, text } from '../operation.ts'
import type { Option } from '../option.ts'
import { count } from '../shapes/count.ts'
import { attendanceList, eventsOfSeason, sessionTimes } from '../shapes/events.ts'
import { importReport } from '../shapes/import-report.ts'
import * as rows from '../sheet-rows.ts'

const EVENT: Option = { name: 'event', kind: 'text', required: true, about: 'the key of the event' }
const SEEN: Option = { name: 'seen', kind: 'text', required: true, about: 'what gather events said was seen of it' }
const BECAUSE: Option = { name: 'because', kind: 'text', required: true, about: 'why, for the log of decisions' }
const SESSION: Option = { name: 'session', kind: 'text', required: true, about: 'the key of the session' }
const told = (title: string) => z.strictObject({ hear: count.describe('people who are written to') }).meta({ title })

export const gather: readonly Operation[] = [
  operation({
    action: 'gather.saveEvent',
    stage: 'gather',
    verb: 'save',
    about: 'Change an event of a season, or add one',
    file: 'event',
    options: [
      { ...EVENT, required: false, about: 'the key of the event that is changed; none for a new one' },
      { ...SEEN, required: false },
    ],
    shows: false,
    result: z
      .strictObject({ event: z.string(), changed: z.boolean().describe('false where it stood so already') })
      .meta({ title: 'EventSaved' }),
    run: (ctx, given) => {
      const event = text(given, 'event') ?? null
      return saveEventText(ctx, { ...of(given), event, text: given.text, seen: text(given, 'seen') ?? 'new' })
    },
  }),
  operation({
    action: 'gather.seeEvents',
    stage: 'gather',
    verb: 'events',
    about: 'List the events of a season as they are set, with counts of what was done around each',
    options: [],
    shows: true,
    result: eventsOfSeason,
    run: (ctx, given) => listEvents(ctx, season(given)),
  }),
  operation({
    action: 'gather.removeEvent',
    stage: 'gather',
    verb: 'remove',
    about: 'Take an event out before anything has happened around it',
    options: [EVENT, SEEN, BECAUSE],
    shows: false,
    result: z.strictObject({ removed: z.literal(true) }).meta({ title: 'EventRemoved' }),
    run: (ctx, given) => removeEvent(ctx, deed(given)),
  }),
  operation({
    action: 'gather.callOffEvent',
    stage: 'gather',
    verb: 'call-off',
    about: 'Call an event off, and tell those who wait for it',
    options: [EVENT, SEEN, BECAUSE],
    shows: false,
    result: told('EventCalledOff'),
    run: (ctx, given) => callOffEvent(ctx, deed(given)),
  }),
  operation({
    action: 'gather.holdAfterAll',
    stage: 'gather',
    verb: 'hold',
    about: 'Let an event take place that was called off, and tell those who wait for it',
    options: [EVENT, SEEN, BECAUSE],
    shows: false,
    result: told('EventHeldAfterAll'),
    run: (ctx, given) => holdAfterAll(ctx, deed(given)),
  }),
  operation({
    action: 'gather.planTimes',
    stage: 'gather',
    verb: 'times',
    about: 'Propose the times that give most people a session inside their working hours, and say who has none',
    options: [
      EVENT,
      { name: 'from', kind: 'day', about: 'the first day they may have' },
      { name: 'until', kind: 'day', about: 'the last day they may have' },
      { name: 'sessions', kind: 'number', about: 'how many sessions; as many as the event has unless said' },
    ],
    shows: true,
    result: sessionTimes,
    run: (ctx, given) => {
      const asked = (name: string) => text(given, name) ?? ''
      const wanted = { from: asked('from'), until: asked('until'), sessions: asked('sessions') }
      return proposeSessionTimes(ctx, { ...of(given), event: must(given, 'event'), ...wanted })
    },
  }),
  operation({
    action: 'gather.seeSignUps',
    stage: 'gather',
    verb: 'attendance',
    about: 'List who may have come to a session, fifty a page, with what they signed up for and whether they came',
    options: [
      EVENT,
      { ...SESSION, required: false, about: 'the key of the session; the first unless said' },
      { name: 'q', kind: 'text', about: 'a part of a name' },
      { name: 'page', kind: 'number', about: 'which page' },
    ],
    shows: true,
    result: attendanceList,
    run: (ctx, given) =>
      seeAttendance(ctx, {
        ...of(given),
        event: must(given, 'event'),
        session: text(given, 'session') ?? null,
        q: text(given, 'q') ?? '',
        page: Math.max(1, number(given, 'page') ?? 1),
      }),
  }),
  operation({
    action: 'gather.markAttendance',
    stage: 'gather',
    verb: 'tick',
    about: 'Tick people who came to a session, or take it back',
    options: [
      EVENT,
      SESSION,
      { name: 'people', kind: 'text', required: true, about: 'the ids of the people, with commas between' },
      { name: 'back', kind: 'switch', about: 'take back that they came' },
    ],
    shows: false,
    result: z.strictObject({ added: count, removed: count }).meta({ title: 'AttendanceTicked' }),
    run: (ctx, given) => {
      const people = idsIn(must(given, 'people'))
      const ticks = given.options.back === true ? { came: [], was: people } : { came: people, was: [] }
      return markAttendance(ctx, {
        ...of(given),
        event: must(given, 'event'),
        session: must(given, 'session'),
        ...ticks,
      })
    },
  }),
  operation({
    action: 'gather.importAttendance',
    stage: 'gather',
    verb: 'import',
    about: 'Take who came to which session',
    file: 'attendance',
    options: [],
    shows: false,
    result: importReport,
    run: (ctx, given) => importAttendance(ctx, { ...season(given), rows: given.rows.map(rows.asAttendance) }),
  }),
]

/** The season of an event; an empty key is the only season there is. */
function of(given: Given): { season: string } {
  return { season: must(given, 'season') }
}

function deed(given: Given) {
  return { ...of(given), event: must(given, 'event'), seen: must(given, 'seen'), because: must(given, 'because') }
}

function idsIn(words: string): readonly string[] {
  const ids = words.split(',').map((it) => it.trim())
  const wrong = ids.find((it) => !z.uuid().safeParse(it).success)
  if (wrong === undefined) return ids
  const message = `is a list of ids as gather attendance says them, with commas between; “${wrong}” is none`
  throw new Invalid(`people ${message}`, { fields: [{ place: 'people', message }] })
}
