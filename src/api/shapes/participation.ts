import { z } from 'zod'
import { count } from './count.ts'

/** A season's people and pairs as counts: all that anybody may see of them. */
export const participation = z.strictObject({
  people: count,
  pairs: count,
  menteeDepartments: count,
  mentorDepartments: count,
  activePairs: count,
  endedPairs: count,
})
