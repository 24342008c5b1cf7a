import { addDays, daysBetween } from '../../../calendar/days.ts'
import { isDay } from '../../../model/day.ts'
import type { SeasonDecision } from '../../../model/season-decision.ts'
import { editText, readValue } from './edit-text.ts'
import type { Path, TextEdit } from './splice.ts'
import { valueAt } from './value-at.ts'

/** What a season was: it stays with the season it was of, and is not taken along into a copy. */
const OF_THE_OLD_ONE = [
  /^decisions$/,
  /^history$/,
  /^events\/\d+\/sessions\/\d+\/(recording|startsAt)$/,
  /^surveys\/[^/]+\/summary$/,
]

export type NewSeason = { readonly key: string; readonly season: string; readonly startsOn: string }
type Place = { readonly path: Path; readonly value: unknown }

/**
 * The text of a season that begins on another day: every day, month and quarter moves along, comments and rules stay. Null where
 * the text cannot be read or does not say when it starts.
 */
export function shiftProgram(text: string, it: NewSeason): string | null {
  const value = readValue(text)
  const startsOn = value?.startsOn
  if (!value || typeof startsOn !== 'string' || !isDay(startsOn)) return null
  const days = daysBetween(startsOn, it.startsOn)
  const places = placesIn(value)
  const gone = places.filter(({ path }) => OF_THE_OLD_ONE.some((old) => old.test(path.join('/'))))
  const moved = places.flatMap(({ path, value: at }): TextEdit[] => {
    const now = moveTime(String(path.at(-1)), at, days)
    return now === null || path[0] === 'decisions' ? [] : [{ do: 'set', path, value: now }]
  })
  const named: TextEdit[] = [
    { do: 'set', path: ['key'], value: it.key },
    { do: 'set', path: ['season'], value: it.season },
  ]
  const shifted = editText(text, [...named, ...moved])
  return shifted === null
    ? null
    : editText(
        shifted,
        gone.map(({ path }) => ({ do: 'remove', path })),
      )
}

/** The same text with what was decided after the season before, as the first line of its decision log. */
export function withDecision(text: string, { decidedOn, changes, reasons }: SeasonDecision): string | null {
  const value = [{ on: decidedOn, text: changes, because: reasons }]
  return editText(text, [{ do: 'set', path: ['decisions'], value }])
}

/** The same program, every day so many days later. */
export function moveDays(text: string, days: number): string | null {
  const value = readValue(text)
  const startsOn = valueAt(value, ['startsOn'])
  if (!value || days === 0) return text
  if (typeof startsOn !== 'string' || !isDay(startsOn)) return null
  const moved = placesIn(value).flatMap(({ path, value: at }): TextEdit[] => {
    const now = moveTime(String(path.at(-1)), at, days)
    return now === null || path[0] === 'decisions' ? [] : [{ do: 'set', path, value: now }]
  })
  return editText(text, moved)
}

function placesIn(value: unknown, path: Path = []): readonly Place[] {
  const inside = Array.isArray(value)
    ? value.map((it, at) => [at, it] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : []
  return [{ path, value }, ...inside.flatMap(([key, it]) => placesIn(it, [...path, key]))]
}

/** A day, a month or a quarter so many days later; null for what is none. A month moves by its middle. */
function moveTime(name: string, value: unknown, days: number): string | null {
  if (typeof value !== 'string') return null
  if (isDay(value)) return withinYears(addDays(value, days)) ? addDays(value, days) : null
  const month = name === 'month' && /^(\d{4})-(\d\d)$/.exec(value)
  if (month && isDay(`${value}-15`)) return addDays(`${value}-15`, days).slice(0, 7)
  const quarter = name === 'quarter' && /^(\d{4})-Q([1-4])$/.exec(value)
  if (!quarter) return null
  const middle = addDays(`${quarter[1]}-${String(Number(quarter[2]) * 3 - 1).padStart(2, '0')}-15`, days)
  return `${middle.slice(0, 4)}-Q${Math.ceil(Number(middle.slice(5, 7)) / 3)}`
}

function withinYears(day: string): boolean {
  return isDay(day)
}
