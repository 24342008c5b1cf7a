import { clockIn } from '../../calendar/moments.ts'
import { isPermittedAt, LETTERS_FROM_HOUR, type QuietRules } from '../../calendar/permitted-hours.ts'
import type { Day } from '../../model/day.ts'
import type { DeskLine, Need } from './desk-line.ts'
import { ORDER } from './plan-desk.ts'

/** Until which hour a morning letter is written: a server that was down at eight still writes it. */
const MORNING_UNTIL_HOUR = 11

/** The day, in the reader's zone, whose morning it is at an instant; null at any other time and on days off. */
export function morningOf(atIso: string, rules: QuietRules): Day | null {
  const { day, time } = clockIn(atIso, rules.zone)
  const hour = Number(time.slice(0, 2))
  const isMorning = hour >= LETTERS_FROM_HOUR && hour < MORNING_UNTIL_HOUR
  return isMorning && isPermittedAt(atIso, rules) ? day : null
}

export type DigestCount = { readonly kind: Need['kind']; readonly many: number }
/** What needs one reader in one season, as numbers: a letter names nobody. */
export type DigestOfSeason = { readonly name: string; readonly now: number; readonly counts: readonly DigestCount[] }

/** The lines of a season that are not about the reader, counted by kind in the order of the desk. */
export function countDigest(
  name: string,
  lines: readonly DeskLine[],
  readerId: string,
  today: Day,
): DigestOfSeason | null {
  const shown = lines.filter((it) => !it.people.includes(readerId))
  if (shown.length === 0) return null
  const counts = ORDER.map((kind) => ({ kind, many: shown.filter((it) => it.kind === kind).length }))
  return {
    name,
    now: shown.filter((it) => it.dueOn <= today).length,
    counts: counts.filter((it) => it.many > 0),
  }
}
