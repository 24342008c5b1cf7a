import { z } from 'zod'
import { daySchema } from '../../model/day.ts'
import { MISSING_FIGURES } from '../../model/measure-figure.ts'
import { DEFINITIONS } from '../../model/measures.ts'
import { respondentSchema } from '../../model/respondent.ts'
import { BREAKDOWNS } from '../../model/surveys.ts'
import { count } from './count.ts'
import { participation } from './participation.ts'

const percent = z.number().min(0).max(100).describe('half up from the exact fraction, two decimals')

const attendance = z.strictObject({
  event: z.string(),
  sessions: z.array(count),
  people: count,
  roster: count,
  percent: percent.nullable(),
  guests: count,
  target: percent.nullable(),
  calledOff: z.literal(true).optional().describe('only where it does not take place'),
})

const cadence = z.strictObject({
  pairsEveryWindow: count,
  pairs: count,
  percent: percent.nullable(),
  target: percent.nullable(),
  windowsMet: count,
  windowsDue: count,
  windowsExcused: count,
  states: z
    .strictObject({
      both: count,
      one: count,
      disagree: count,
      unknown: count,
      open: count.describe('over, and an answer may still come'),
      pairsAtBest: count.describe('pairs that met in every window if each unknown and open one was met'),
    })
    .optional(),
})

const windowState = z.enum(['met', 'one', 'disagree', 'unknown', 'due', 'excused', 'coming', 'ended'])

/** A figure, or the words that stand for it where it would tell too much. */
const shownOption = z.union([
  z.strictObject({ option: z.string(), people: count, percent }),
  z.strictObject({
    option: z.string(),
    people: z.null(),
    percent: z.null(),
    shown: z.enum(['too few', 'nearly all', 'nearly none']),
  }),
])

const survey = z.strictObject({
  survey: z.string(),
  role: respondentSchema,
  invited: count,
  answers: count,
  questions: z.array(z.strictObject({ key: z.string(), base: count, options: z.array(shownOption) })),
})

const mean = z.number().describe('two decimals, half away from zero')
const changeShown = z.strictObject({
  base: count.describe('people who answered both times'),
  before: mean,
  after: mean,
  change: mean,
  low: z.number().describe('of the interval that holds the change of a larger group in 95 of 100 cases or more'),
  high: z.number(),
})
const change = z.strictObject({
  series: z.string(),
  role: respondentSchema,
  question: z.string(),
  option: z.string().describe('of a question with several answers, which; else empty'),
  first: z.string().describe('the survey before'),
  last: z.string().describe('the survey after'),
  from: z.number().describe('where the scale begins; shares are from 0 to 100'),
  to: z.number().describe('where the scale ends'),
  shown: changeShown.nullable().describe('null where it would tell too much'),
})

const breakdown = z.strictObject({
  survey: z.string(),
  role: respondentSchema,
  by: z.enum(BREAKDOWNS),
  question: z.string(),
  groups: z
    .array(z.strictObject({ group: z.string(), base: count, options: z.array(shownOption) }))
    .describe('none where they would tell too much'),
})

const standing = z.strictObject({ reached: count, missed: count, open: count })

/** What the program asks for by name: `MeasureFigure` of the model. */
export const measure = z.strictObject({
  measure: z.string().describe('its key in the program file'),
  definition: z.enum(DEFINITIONS),
  of: z.array(z.string()).describe('what it is about, by keys of the program file'),
  counted: count.nullable(),
  base: count.nullable(),
  percent: percent.nullable(),
  shown: z.enum(['too few', 'nearly all', 'nearly none']).nullable(),
  least: count.nullable(),
  most: count.nullable(),
  change: changeShown.nullable(),
  excluded: count,
  missing: z.enum(MISSING_FIGURES).nullable().describe('why there is no figure'),
  target: percent.nullable(),
  standing: standing.nullable(),
  forecast: z
    .strictObject({
      total: count,
      least: percent,
      most: percent,
      mayMiss: z.int(),
      state: z.enum(['reached', 'open', 'out-of-reach']),
    })
    .nullable(),
})

/** A definition of the catalogue, in words. */
export const defined = z.strictObject({
  name: z.string(),
  counted: z.string(),
  base: z.string().nullable(),
  leftOut: z.string(),
  asOf: z.string(),
  beware: z.string().nullable(),
})

/** Every figure of a season: `Results` of the model. */
export const seasonResults = z
  .strictObject({
    season: z.string(),
    asOf: daySchema,
    participation,
    attendance: z.array(attendance),
    cadence,
    strips: z.array(z.strictObject({ pair: z.int().min(1), windows: z.array(windowState) })),
    surveys: z.array(survey),
    changes: z.array(change).optional(),
    breakdowns: z.array(breakdown).optional(),
    measures: z.array(measure),
    definitions: z.partialRecord(z.enum(DEFINITIONS), defined).describe('what each figure is made of'),
    rounding: z.string(),
  })
  .meta({ title: 'SeasonResults' })
