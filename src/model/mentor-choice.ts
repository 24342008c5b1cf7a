import { z } from 'zod'

/** Whom somebody chose from their shortlist: ids of mentors, the dearest first. */
export const mentorChoiceSchema = z.object({ mentors: z.array(z.string()).max(10) })
