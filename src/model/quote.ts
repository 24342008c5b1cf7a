import { z } from 'zod'

/** How the author of a quote signs: with name and role, with the role, or not at all. */
export const signedSchema = z.enum(['name', 'role', 'nobody'])
export type Signed = z.infer<typeof signedSchema>
