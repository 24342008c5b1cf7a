import { Secret, TOTP } from 'otpauth'

/** Bytes of a secret: as many as the hash that codes are made with. Source: RFC 4226, section 4, R6. */
const SECRET_BYTES = 20
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** A new secret for codes, in base 32, as one types it into an app. */
export function newCodeSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** The address that carries a secret into an app, which shows it under the organisation's name. */
export function codeAddress(it: { organisation: string; email: string; secret: string }): string {
  return new TOTP({ ...SHAPE, issuer: it.organisation, label: it.email, secret: it.secret }).toString()
}

/** The time step a code belongs to, within so many steps around the instant; null where it fits none. */
export function stepOfCode(secret: string, code: string, now: string, window: number): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const timestamp = Date.parse(now)
  const delta = TOTP.validate({ ...SHAPE, secret: Secret.fromBase32(secret), token: code, timestamp, window })
  return delta === null ? null : Math.floor(timestamp / 1000 / SHAPE.period) + delta
}
