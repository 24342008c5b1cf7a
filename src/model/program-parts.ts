import { z } from 'zod'

/** A name that the file gives to a thing of it. */
export const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-_]*$/, { message: 'a key is lower-case letters, digits, - and _' })
/** Words that people read; never empty. */
export const text = z.string().min(1)
/** Words and where they lead: another site, a page of this one, or an address. */
export const link = z.strictObject({
  text,
  url: z.string().regex(/^(https?:\/\/|\/|#|mailto:)/, { message: 'a link starts with https://' }),
})
