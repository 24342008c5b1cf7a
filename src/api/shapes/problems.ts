import { z } from 'zod'
import { REFUSAL_CODES } from '../refusal-codes.ts'

const message = z.string()
const codesInLines = Object.entries(REFUSAL_CODES.ofActions).map(([code, says]) => `- \`${code}\`: ${says}`)

export const invalid = z
  .strictObject({
    code: z.literal('invalid'),
    message,
    fields: z.array(z.strictObject({ place: z.string(), message, remedy: z.string().optional() })),
  })
  .meta({ title: 'Invalid', description: 'What was given cannot be used as it is; nothing was changed' })

export const notFound = z
  .strictObject({ code: z.literal('not-found'), message })
  .meta({ title: 'NotFound', description: 'Not there, or not yours to know about: both read the same' })

export const refused = z
  .strictObject({
    code: z.string().meta({ enum: Object.keys(REFUSAL_CODES.ofActions) }),
    message,
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ title: 'Refused', description: ['A rule said no. Codes are permanent:', '', ...codesInLines].join('\n') })

export const ourFault = z
  .strictObject({ code: z.literal('our-fault'), message })
  .meta({ title: 'OurFault', description: 'A fault of Alongside; nothing was changed' })

/** What a problem's answer may hold, whatever it is about. */
export const PROBLEMS = [
  { status: 404, shape: notFound },
  { status: 409, shape: refused },
  { status: 422, shape: invalid },
  { status: 500, shape: ourFault },
] as const

export type Problem =
  | { readonly status: 404; readonly body: z.infer<typeof notFound> }
  | { readonly status: 409; readonly body: Omit<z.infer<typeof refused>, 'facts'> & { readonly facts: object } }
  | {
      readonly status: 422
      readonly body: Omit<z.infer<typeof invalid>, 'fields'> & { readonly fields: readonly object[] }
    }
  | { readonly status: 500; readonly body: z.infer<typeof ourFault> }
