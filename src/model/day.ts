import { z } from 'zod'

/** A calendar day, ISO 8601 `YYYY-MM-DD`, in the season's time zone. Days compare as strings. */
export type Day = string

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a text is a real day of the proleptic Gregorian calendar, years 1900 to 2199. */
export function isDay(text: string): boolean {
  const found = /^(19|2[01])(\d\d)-(\d\d)-(\d\d)$/.exec(text)
  if (!found) return false
  const year = Number(text.slice(0, 4))
  const month = Number(found[3])
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
  return Number(found[4]) >= 1 && Number(found[4]) <= last
}

export const daySchema = z
  .string()
  .refine(isDay, { message: 'write a day as YYYY-MM-DD, such as 2021-07-08' })
  .meta({ format: 'date' })
