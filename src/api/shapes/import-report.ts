import { z } from 'zod'
import { REFUSAL_CODES } from '../refusal-codes.ts'
import { count } from './count.ts'

const row = z.int().min(1).describe('as the spreadsheet counts: the header is row 1')
const column = z.string().nullable()

const rowFault = z.strictObject({
  row,
  column,
  code: z.string().meta({ enum: Object.keys(REFUSAL_CODES.ofRows) }),
  message: z.string(),
  remedy: z.string(),
})

/** What an import did: `ImportReport` of the model. */
export const importReport = z
  .strictObject({
    read: count,
    accepted: count,
    unchanged: count,
    superseded: count.optional(),
    rejected: z.array(rowFault),
    notes: z.array(z.strictObject({ row, column, message: z.string() })),
    extraColumns: z.array(z.string()).optional().describe('columns of the file that were not used'),
    absentColumns: z.array(z.string()).optional().describe('optional columns the file does not have'),
    facts: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ title: 'ImportReport', description: 'Every row read is accepted, unchanged, superseded or rejected' })
