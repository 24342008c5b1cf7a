import { z } from 'zod'
import { certificate, completion } from './completion.ts'
import { daySchema } from './day.ts'
import { levelsAheadSchema } from './levels-ahead.ts'
import { matchWeights } from './match-worth.ts'
import { measure } from './measures.ts'
import { key, link, text } from './program-parts.ts'
import { roleSchema } from './role.ts'
import { survey } from './surveys.ts'

/** When a milestone happens. Exactly one form. */
export const whenSchema = z.union([
  z.strictObject({ day: daySchema }),
  z.strictObject({ days: z.array(daySchema).min(2) }),
  z.strictObject({ from: daySchema, until: daySchema }),
  z.strictObject({ weekOf: daySchema, dayOpen: z.boolean().optional() }),
  z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  z.strictObject({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/) }),
  z.strictObject({ by: daySchema }),
  z.strictObject({ relative: text }),
  z.strictObject({ toBeDecided: z.literal(true) }),
])
export type When = z.infer<typeof whenSchema>

const milestone = z.strictObject({
  when: whenSchema,
  text,
  detail: text.optional(),
  optional: z.boolean().optional(),
  links: z.array(link).optional(),
})

const call = z.strictObject({
  opens: daySchema,
  closes: daySchema.optional(),
  late: z.enum(['reserve', 'decline']).default('decline'),
})

/** A rule of eligibility; `kind` says which check of `review` decides it, `text` is what people read. */
const requirement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tenure'), months: z.int().min(0).max(120), text }),
  z.strictObject({ kind: z.literal('commitment'), text }),
  z.strictObject({ kind: z.literal('live-trainings'), text }),
  z.strictObject({ kind: z.literal('identity'), text }),
  z.strictObject({ kind: z.literal('standing'), text }),
  z.strictObject({ kind: z.literal('certificate'), training: key, text }),
])
export type Requirement = z.infer<typeof requirement>

const criterion = z.strictObject({ key, text, source: z.enum(['application', 'manager', 'reviewer', 'match']) })
const asked = z.strictObject({
  key,
  text,
  kind: z.enum(['text', 'long-text', 'yes-no', 'choice', 'topics', 'number']),
  options: z.array(text).optional(),
  required: z.boolean().default(false),
  readBy: text,
  why: text,
  shareable: z.boolean().default(false),
})
/** A question of a role's application. */
export type Asked = z.infer<typeof asked>

const roleSection = z.strictObject({
  benefits: z.array(text).default([]),
  requirements: z.array(requirement).default([]),
  considerations: z.array(criterion).default([]),
  questions: z.array(asked).default([]),
  call,
})

const matching = z.strictObject({
  otherDivision: z.boolean().default(true),
  reportingLineDistance: z.int().min(0).max(20).default(1),
  overlapHours: z.number().min(0).max(24).nullable().default(null),
  /** How far above the mentee's grade the mentor's is, where both are known. */
  levelsAhead: levelsAheadSchema.optional(),
  shortage: z.strictObject({
    by: z.enum(['count', 'feasibility']).default('count'),
    fillBack: z.boolean().default(false),
    dualsServeAs: z.literal('mentor').default('mentor'),
  }),
  load: z.strictObject({ minimum: z.int().min(0).default(1), maximum: z.int().min(1).default(1) }),
  /** What a pair of an earlier season means: never again, or fewer points by the weight of `past`. */
  pastPairs: z.enum(['never', 'worth']).optional(),
  /** What makes a pair good; without it the usual weights count. */
  worth: z
    .strictObject({
      weights: matchWeights.optional(),
      /** Whether words that no topic knows count by how alike they are. */
      similarWords: z.boolean().optional(),
      /** Keys of the questions, of both roles, whose answers say these. */
      questions: z.strictObject({ languages: key.optional(), years: key.optional(), level: key.optional() }).optional(),
    })
    .optional(),
  /** Mentees choose from so many mentors by the end of a day; without it the match decides alone. */
  shortlist: z.strictObject({ size: z.int().min(2).max(10), chooseBy: daySchema }).optional(),
  mentorsPerMentee: z.int().min(1).max(2).default(1),
  seed: z.int().default(1),
})

const eventPart = z.strictObject({ text, minutes: z.int().positive().optional() })
const session = z.strictObject({
  key: z.string(),
  on: daySchema.optional(),
  startsAt: z.string().optional(),
  recording: z.url().optional(),
  /** How many can sign up for it; as many as like where it is not said. */
  places: z.int().positive().max(100_000).optional(),
})
/** One event of a season. */
export const eventSchema = z.strictObject({
  key,
  name: text,
  when: whenSchema,
  minutes: z.int().positive(),
  sessions: z.array(session).min(1),
  parts: z.array(eventPart).default([]),
  panellists: z.array(text).default([]),
  optional: z.boolean().default(false),
  countsTowardsTarget: z.boolean().default(true),
  /** What to read or watch before it. */
  preWork: z.array(link).optional(),
  text: text.optional(),
  /** It does not take place: what was before that day stays as it was, and it counts towards no target. */
  calledOff: z.strictObject({ on: daySchema, because: text }).optional(),
})
export type ProgramEvent = z.infer<typeof eventSchema>

const training = z.strictObject({
  name: text,
  text: text.optional(),
  required: z.boolean().default(false),
  roles: z.array(roleSchema).min(1),
  dueOn: daySchema.optional(),
  /** Equals: any one of these completes it. Keys are what `learn import` names as course. */
  alternatives: z.array(z.strictObject({ key, name: text, url: z.url().optional() })).min(1),
})

/** The people who run a season, everybody who is signed in, or anybody. */
export const resultsAudience = z.enum(['team', 'organisation', 'public'])
export type ResultsAudience = z.infer<typeof resultsAudience>

/** One season's file: every rule of the program as data. Units are in the names; days are in `zone`. */
export const programSchema = z.strictObject({
  key,
  name: text,
  season: text,
  zone: text,
  startsOn: daySchema,
  endsOn: daySchema,
  lengthText: text.optional(),
  lede: text,
  purpose: text,
  mission: z.array(text).default([]),
  hosts: z.array(text).min(1),
  history: text.optional(),
  structure: z.array(z.strictObject({ name: text, text, links: z.array(link).optional() })).default([]),
  timeline: z.array(milestone),
  resources: z.array(link).default([]),
  roles: z.strictObject({ mentor: roleSection, mentee: roleSection }),
  dual: z.strictObject({ allowed: z.boolean(), text: text.optional() }),
  /** Whether people who are not in the directory may apply; they are marked self-declared. */
  acceptsSelfDeclared: z.boolean().default(false),
  review: z.boolean().default(true),
  matching,
  announcement: z.strictObject({ on: daySchema, writeAgainBy: daySchema.optional() }),
  coffeeChats: z.strictObject({ from: daySchema, until: daySchema }).optional(),
  meetings: z.strictObject({
    from: daySchema,
    until: daySchema,
    everyDays: z.int().min(1).max(366),
    minutes: z.int().min(5).max(480),
  }),
  completion: completion.optional(),
  /** Whether whoever completes the season gets a certificate of completion, and for what. */
  certificate: certificate.optional(),
  events: z.array(eventSchema).default([]),
  training: z.array(training).default([]),
  workbook: z.strictObject({ text, links: z.array(link).default([]), required: z.boolean().default(false) }).optional(),
  surveys: z.record(key, survey).default({}),
  measures: z.array(measure).default([]),
  messages: z.record(key, text).default({}),
  commonQuestions: z.array(z.strictObject({ question: text, answer: text })).default([]),
  contact: z.strictObject({
    role: text,
    text: text.optional(),
    channels: z.array(z.strictObject({ name: text, url: z.string().optional() })).default([]),
  }),
  decisions: z.array(z.strictObject({ on: daySchema, text, because: text })).default([]),
  /** Who may open the full results page; always figures, never names. Only the team where nothing is said. */
  results: z.strictObject({ audience: resultsAudience }).optional(),
  retention: z
    .strictObject({ scoresDaysAfterSelection: z.int().min(0).default(30) })
    .default({ scoresDaysAfterSelection: 30 }),
})
export type Program = z.infer<typeof programSchema>

/** Who may open a season's full results. */
export function audienceOf({ results }: Pick<Program, 'results'>): ResultsAudience {
  return results?.audience ?? 'team'
}
