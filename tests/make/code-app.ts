import { TOTP, URI } from 'otpauth'
import type { Clock } from '../../src/runtime/clock.ts'

export const STEP_SECONDS = 30

/** An app for one-time codes on somebody's phone: it takes the address a page shows, and its clock may be wrong by some steps. */
export function codeApp(html: string, clock: Clock) {
  const address = /href="(otpauth:[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const totp = URI.parse(address)
  if (!(totp instanceof TOTP)) throw new Error('This is no address of a code that changes with time.')
  return {
    address,
    secret: totp.secret.base32,
    code: (stepsAhead = 0) => totp.generate({ timestamp: Date.parse(clock.now()) + stepsAhead * STEP_SECONDS * 1000 }),
  }
}
