import { z } from 'zod'

const grades = z.int().min(-20).max(20).nullable().default(null)

/** Whole grades a mentor is above the mentee, at least and at most; null is no bound, and people without a grade may be paired with everybody. */
export const levelsAheadSchema = z
  .strictObject({ least: grades, most: grades })
  .refine(({ least, most }) => least === null || most === null || least <= most, {
    error: 'the least is above the most',
    path: ['least'],
  })
