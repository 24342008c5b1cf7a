import { z } from 'zod'

/** Whom a survey asks: the two roles, the supervisors of people who agreed to it, and people whose pair ended early. */
export const respondentSchema = z.enum(['mentor', 'mentee', 'supervisor', 'leaver'])
export type Respondent = z.infer<typeof respondentSchema>
export const RESPONDENTS: readonly Respondent[] = respondentSchema.options
