import { z } from 'zod'
import type { seeParticipation } from '../../journey/results/screens.ts'
import { daySchema } from '../../model/day.ts'
import { type Program, programSchema } from '../../model/program.ts'
import { participation } from './participation.ts'

const { shape } = programSchema
const call = shape.roles.shape.mentor.shape.call.pick({ opens: true, closes: true, late: true })
const event = shape.events.unwrap().element.pick({
  key: true,
  name: true,
  when: true,
  minutes: true,
  sessions: true,
  parts: true,
  panellists: true,
  optional: true,
  text: true,
  calledOff: true,
})
const measure = shape.measures.unwrap().element.pick({ key: true, text: true, targetPercent: true })

/** What the program page tells anybody, as data. Key by key, so that no rule of the file comes out by being added to it. */
export const publicSeason = programSchema
  .pick({ key: true, name: true, season: true, zone: true, startsOn: true, endsOn: true, lede: true, purpose: true })
  .extend({
    hosts: shape.hosts,
    timeline: shape.timeline,
    calls: z.strictObject({ mentor: call, mentee: call }),
    events: z.array(event),
    measures: z.array(measure),
    commonQuestions: z.array(shape.commonQuestions.unwrap().element),
    contact: shape.contact.pick({ role: true }),
    asOf: daySchema,
    participation,
  })
  .meta({ title: 'PublicSeason' })

/** The public face of a season with its counts; what is not named here stays inside. */
export function asPublicSeason(seen: Awaited<ReturnType<typeof seeParticipation>>): z.infer<typeof publicSeason> {
  const { key, name, season, zone, startsOn, endsOn, lede, purpose, hosts, timeline, roles } = seen.program
  return {
    ...{ key, name, season, zone, startsOn, endsOn, lede, purpose, hosts, timeline },
    calls: { mentor: asCall(roles.mentor.call), mentee: asCall(roles.mentee.call) },
    events: seen.program.events.map(asEvent),
    measures: seen.program.measures.map(({ key, text, targetPercent }) => ({ key, text, targetPercent })),
    commonQuestions: seen.program.commonQuestions.map(({ question, answer }) => ({ question, answer })),
    contact: { role: seen.program.contact.role },
    asOf: seen.asOf,
    participation: seen.participation,
  }
}

function asCall({ opens, closes, late }: Program['roles']['mentor']['call']) {
  return { opens, closes, late }
}

function asEvent(event: Program['events'][number]) {
  const { key, name, when, minutes, sessions, parts, panellists, optional, text, calledOff } = event
  return { key, name, when, minutes, sessions, parts, panellists, optional, text, calledOff }
}
