import { z } from 'zod'

/** What a person is in a season; one person may hold both (a dual). */
export const roleSchema = z.enum(['mentor', 'mentee'])
export type Role = z.infer<typeof roleSchema>
export const ROLES: readonly Role[] = ['mentor', 'mentee']
