/** Days a token for the API opens unless said otherwise, and at most: once a year somebody asks whether it is needed. Own choice. */
export const TOKEN_DAYS = 365

const DAY_MS = 86_400_000

/** When a token made then is over; null for days that it may not have. */
export function tokenUntil(madeAt: string, days: number): string | null {
  if (!Number.isInteger(days) || days < 1 || days > TOKEN_DAYS) return null
  return new Date(Date.parse(madeAt) + days * DAY_MS).toISOString()
}
