import { randomInt } from 'node:crypto'

/** Letters and digits that nobody takes for one another, read out or on a wall. */
const SIGNS = 'ACDEFHJKMNPQRTUVWXY34679'
const LENGTH = 6

/** A code to read from a wall and type: six signs, one of some two hundred million. */
export function newShortCode(): string {
  return Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}
