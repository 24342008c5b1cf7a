import { z } from 'zod'
import { type FileFault, readYaml } from '../journey/design/read-yaml.ts'
import { daySchema } from '../model/day.ts'
import { levelsAheadSchema } from '../model/levels-ahead.ts'
import { matchWeights, USUAL_MATCH_WEIGHTS } from '../model/match-worth.ts'
import { Invalid } from '../runtime/errors.ts'

const address = z.email().transform((it) => it.toLowerCase())
const pair = z.strictObject({ mentor: address, mentee: address })

/** The rules of a match made from spreadsheets alone; everything has a usual value. */
const policySchema = z.strictObject({
  title: z.string().min(1).default('Match'),
  /** Whether pairs cross divisions; where nothing is said, they do if both sheets have the column. */
  otherDivision: z.boolean().optional(),
  reportingLineDistance: z.int().min(0).max(20).default(1),
  overlapHours: z.number().min(0).max(24).nullable().default(null),
  levelsAhead: levelsAheadSchema.optional(),
  pastPairs: z.enum(['never', 'worth']).default('never'),
  load: z
    .strictObject({ minimum: z.int().min(0).default(0), maximum: z.int().min(1).default(1) })
    .default({ minimum: 0, maximum: 1 }),
  weights: matchWeights.default(USUAL_MATCH_WEIGHTS),
  /** Whether words that no topic knows count by how alike they are. */
  similarWords: z.boolean().default(true),
  /** Topics in the program's own words; where nothing is said, the product's list counts. */
  taxonomy: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        parents: z.array(z.string()).default([]),
        aliases: z.array(z.string()).default([]),
      }),
    )
    .optional(),
  /** The days whose working hours count, clock changes included. */
  season: z.strictObject({ from: daySchema, until: daySchema }).default({ from: '2026-01-01', until: '2026-12-31' }),
  pinned: z.array(pair).default([]),
  forbidden: z.array(pair).default([]),
  seed: z.int().default(1),
})
export type MatchPolicy = z.infer<typeof policySchema>

/** Reads a policy file; everything that is wrong with it is said at once, with line and column. */
export function readPolicy(text: string | null, name: string): MatchPolicy {
  if (text === null) return policySchema.parse({})
  const answer = readYaml(text, { schema: policySchema, check: contradictions, begin: 'Begin with "weights:".' })
  if (answer.ok) return answer.value
  throw new Invalid(`${name} cannot be used.`, { fields: answer.faults.map(asField) })
}

function contradictions({ season, load, weights }: MatchPolicy) {
  const none = Object.values(weights).every((it) => it === 0)
  return [
    ...(season.until < season.from ? [fault(['season', 'until'], 'the season ends before it begins')] : []),
    ...(load.minimum > load.maximum ? [fault(['load', 'minimum'], 'the minimum is above the maximum')] : []),
    ...(none ? [fault(['weights'], 'every weight is 0, so no pair is better than another')] : []),
  ]
}

function fault(path: readonly string[], message: string) {
  return { path, message, remedy: 'Correct this value.' }
}

function asField(it: FileFault) {
  return {
    place: `line ${it.line}, column ${it.column}`,
    message: `${it.path ? `${it.path}: ` : ''}${it.message}.`,
    remedy: it.remedy,
  }
}
