import { no, type Outcome, yes } from '../../model/outcome.ts'

/** Codes before and after the present one that are taken too: clocks differ. Source: RFC 6238, section 6. */
export const CODE_WINDOW = 1
/**
 * How often a person may try a code. Three of a million are good at any time: whoever has come in by somebody's letters and guesses
 * all day long gets through in one year of twenty-three; somebody who signs in often is not stopped. Own choices.
 */
export const CODE_LIMITS = {
  minutes: { name: 'codes', most: 5, minutes: 15 },
  day: { name: 'codes of a day', most: 40, minutes: 1440 },
} as const

/** How many recovery codes are made together. Own choice: a sheet of paper, and years of lost phones. */
export const RECOVERY_CODES = 10
/** Characters of one, 5 bits each: 80 bits, which nobody finds from a hash. */
export const RECOVERY_LENGTH = 16
/** Crockford's base 32: without the letters that read like digits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Whether a code is taken, and the step it belongs to. `step` is null where it fits none; no step is taken twice, nor an earlier one. */
export function decideCode(step: number | null, lastStep: number): Outcome<number> {
  if (step === null) return no('wrong-code')
  return step > lastStep ? yes(step) : no('code-used')
}

/** What of a typed code counts: apps show a space in the middle. */
export function codeAsTyped(text: string): string {
  return text.replace(/[\s-]/g, '')
}

/** A recovery code of so many random bytes, in groups of four to read aloud: "k3f9-2mqp-x7ta-0b4c". */
export function recoveryCodeFrom(bytes: readonly number[]): string {
  const letters = bytes.map((byte) => ALPHABET[byte % ALPHABET.length] ?? '').join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** What of a typed recovery code counts: capitals, spaces, and letters that read like digits are forgiven. */
export function recoveryCodeAsTyped(text: string): string {
  const letters = text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}
