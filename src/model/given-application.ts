import { z } from 'zod'

const words = z.array(z.string())

/** An application form as it was filled in, before anything of it is checked: what a draft keeps. */
export const givenSchema = z.object({
  /** By the question's key; several entries where several were chosen. */
  answers: z.record(z.string(), words),
  /** Kinds of the requirements that were ticked. */
  confirms: words,
  managerInformed: z.boolean(),
  asynchronous: z.enum(['talk', 'write']).nullable(),
  /** Names or addresses, one on each line. */
  wishes: z.string(),
  blocks: z.string(),
})
export type GivenApplication = z.infer<typeof givenSchema>

export const NOTHING_GIVEN: GivenApplication = {
  answers: {},
  confirms: [],
  managerInformed: false,
  asynchronous: null,
  wishes: '',
  blocks: '',
}

/** Whom somebody would like to be paired with, and whom not: ids of people. */
export const wishesSchema = z.object({ wishes: words, blocks: words })
export type Wishes = z.infer<typeof wishesSchema>
