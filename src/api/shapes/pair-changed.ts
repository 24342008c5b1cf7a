import { z } from 'zod'
import { daySchema } from '../../model/day.ts'

export const pairChanged = z
  .strictObject({ on: daySchema, changed: z.boolean().describe('false where it was so already') })
  .meta({ title: 'PairChanged' })
