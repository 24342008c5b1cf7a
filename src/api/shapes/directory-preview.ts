import { z } from 'zod'
import { count } from './count.ts'
import { importReport } from './import-report.ts'

const said = z.string().nullable()

/** What a sheet of the directory would change: `DirectoryPreview` of people. */
export const directoryPreview = importReport
  .extend({
    added: count,
    changed: count,
    leaving: count.describe('who would have no way in any more'),
    returning: count,
    people: z.array(
      z.strictObject({
        row: z.int().min(1).nullable().describe('null for who is in the directory and not in the whole file'),
        email: z.string(),
        name: z.string(),
        what: z.enum(['new', 'changed', 'leaves', 'returns']),
        changes: z.array(z.strictObject({ field: z.string(), from: said, to: said })),
      }),
    ),
    fingerprint: z.string().describe('given to the import, it refuses where something has changed since'),
  })
  .meta({ title: 'DirectoryPreview', description: 'What the import of the same sheet would change' })
