import { z } from 'zod'

const ADDRESS_OR_LINK = /^([^@\s]+@[^@\s]+|https:\/\/\S+)$/
const NO_CONTACT = 'Enter an address such as privacy@example.com, or a link that begins with https://.'

/** Who answers questions about privacy, as a form gives it. */
export const privacyContact = z
  .string(NO_CONTACT)
  .trim()
  .max(300, 'Shorten it to 300 characters.')
  .regex(ADDRESS_OR_LINK, NO_CONTACT)

/** The same where it may be left out. */
export const privacyContactOrNone = z
  .string()
  .trim()
  .pipe(z.union([z.literal(''), privacyContact], NO_CONTACT))
  .default('')
