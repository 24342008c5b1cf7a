import { z } from 'zod'
import { AFFECTED, LOCKS } from '../../journey/design/rules/decide-changes.ts'
import { daySchema } from '../../model/day.ts'
import { count } from './count.ts'

const draft = z.strictObject({
  id: z.uuid(),
  season: z.string().nullable().describe('the key of the season it changes; null where it begins one'),
  title: z.string(),
  begunFrom: z.string(),
  state: z.enum(['open', 'dropped', 'published']),
  number: z.int().min(1).describe('of its newest save: say it as seen with what changes it'),
  savedBy: z.string(),
  savedAt: z.iso.datetime(),
})

export const change = z.strictObject({
  place: z.string().describe('where in the file, step by step'),
  before: z.string().nullable(),
  after: z.string().nullable(),
  lock: z.enum(LOCKS).nullable().describe('why it cannot change any more; null where it can'),
  affects: z.array(z.strictObject({ who: z.enum(AFFECTED), people: z.int() })),
})

export const programDrafts = z.strictObject({ drafts: z.array(draft), found: count }).meta({ title: 'ProgramDrafts' })

export const programDraft = z
  .strictObject({
    draft,
    text: z.string(),
    faults: z.array(
      z.strictObject({
        line: z.int(),
        column: z.int(),
        path: z.string(),
        message: z.string(),
        remedy: z.string(),
      }),
    ),
    changes: z.array(change).nullable().describe('what it changes in its season; null without one, or with faults'),
    inForce: z.string().describe('the text in force, in a word: publishing says it; empty without a season'),
  })
  .meta({ title: 'ProgramDraft' })

export const programVersions = z
  .strictObject({
    season: z.string(),
    versions: z.array(
      z.strictObject({
        id: z.uuid(),
        number: z.int().min(1),
        loadedOn: daySchema,
        recordedAt: z.iso.datetime(),
        by: z.string().nullable(),
        because: z.string().nullable(),
      }),
    ),
    found: count,
  })
  .meta({ title: 'ProgramVersions' })
