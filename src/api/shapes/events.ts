import { z } from 'zod'
import { daySchema } from '../../model/day.ts'
import { eventSchema } from '../../model/program.ts'
import { count } from './count.ts'

export const eventsOfSeason = z
  .strictObject({
    season: z.string(),
    events: z.array(
      z.strictObject({
        event: eventSchema.describe('as it stands in the season’s file'),
        seen: z.string().describe('the event as it stands, in a word: say it with what changes it'),
        signedUp: count,
        came: count,
        wouldCome: count.describe('of an optional event without a day: who said that they would come'),
        questions: count,
      }),
    ),
  })
  .meta({ title: 'EventsOfSeason' })

const person = z.strictObject({ id: z.uuid(), name: z.string() })
const times = {
  times: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      day: daySchema.describe('in the season’s time zone'),
      time: z.string(),
      reaches: count.describe('people whose working hours it is in'),
    }),
  ),
  covered: count.describe('people who have one of them inside their working hours'),
  left: z.array(person).describe('people who have none'),
}

export const sessionTimes = z
  .strictObject({
    ...times,
    season: z.string(),
    seasonName: z.string(),
    zone: z.string(),
    event: z.string(),
    name: z.string(),
    minutes: count,
    from: daySchema,
    until: daySchema,
    sessions: count,
    people: count,
    instead: z.array(z.strictObject(times)).describe('for each time, the best choice without it'),
    nextBest: z.strictObject(times).nullable(),
  })
  .meta({ title: 'SessionTimes' })

export const attendanceList = z
  .strictObject({
    season: z.string(),
    seasonName: z.string(),
    event: z.string(),
    name: z.string(),
    session: z.string(),
    sessions: z.array(z.string()),
    on: daySchema.nullable().describe('the day its attendance counts on; null while it is not decided'),
    isOver: z.boolean().describe('whether people can be ticked: its day has come'),
    people: z.array(
      z.strictObject({
        ...person.shape,
        came: z.boolean(),
        signedUpFor: z.string().nullable().describe('the session they signed up for'),
        isGuest: z.boolean().describe('in no pair on its days'),
      }),
    ),
    found: count,
  })
  .meta({ title: 'AttendanceList' })
