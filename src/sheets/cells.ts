import type { Confirmation } from '../model/figures.ts'
import { ROLES, type Role } from '../model/role.ts'
import { type Cell, faulty, type Read, read } from './cell.ts'
import { readDay, readInstant } from './dates.ts'

/** The longest address a mail server takes, in characters (RFC 5321, 4.5.3.1.3). */
const LONGEST_ADDRESS = 254

const CONFIRMATIONS: readonly Confirmation[] = ['both', 'mentor', 'mentee', 'denied', 'unknown']
const YES = ['yes', 'y', 'true', '1']
const NO = ['no', 'n', 'false', '0']

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** How many letters may differ for a word to be offered as what was meant. */
const NEAR_LETTERS = 2

export const text: Cell<string> = { kind: 'a text', read: (cell) => read(cell) }

export const textOrBlank: Cell<string> = { ...text, blank: () => '' }

export const email: Cell<string> = { kind: 'an e-mail address', read: readEmail }

export const role: Cell<Role> = {
  kind: 'a role',
  read: (cell) => oneOf(cell, ROLES, 'unknown-role', 'is not a role'),
}

export const confirmation: Cell<Confirmation> = {
  kind: 'who confirmed it',
  blank: () => 'unknown',
  read: (cell) => oneOf(cell, CONFIRMATIONS, 'unknown-confirmation', 'does not say who confirmed it'),
}

export const day: Cell<string> = { kind: 'a day', read: (cell, { dates }) => readDay(cell, dates) }

export const instant: Cell<string> = {
  kind: 'a date and time',
  read: (cell, { dates, zone }) => readInstant(cell, dates, zone),
}

export const yesNo: Cell<boolean> = { kind: 'yes or no', read: readYesNo }

export const list: Cell<readonly string[]> = { kind: 'a list', blank: () => [], read: (cell) => read(itemsOf(cell)) }

export const oneAnswer: Cell<readonly string[]> = { kind: 'an answer', blank: () => [], read: (cell) => read([cell]) }

/** What became of a goal, however its word is written. */
export const goalAnswer: Cell<readonly string[]> = {
  kind: 'reached, neared, reframed or not',
  blank: () => [],
  read: (cell) => read([cell.trim().toLowerCase()]),
}

export const yesNoAnswer: Cell<readonly string[]> = {
  kind: 'yes or no',
  blank: () => [],
  read: (cell) => {
    const answer = readYesNo(cell)
    return answer.ok ? read([answer.value ? 'yes' : 'no']) : answer
  },
}

/** A time of the day, `HH:MM`. */
export const timeOfDay: Cell<string> = { kind: 'a time such as 09:00', read: readTime }

/** Days of the week, 1 Monday to 7 Sunday, in order. */
export const weekdays: Cell<readonly number[]> = { kind: 'days of the week such as Mon-Fri', read: readWeekdays }

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): Cell<number> {
  const remedy = `write a whole number from ${least} to ${most}`
  return {
    kind: `a whole number from ${least} to ${most}`,
    read: (cell) => {
      if (!/^[+-]?\d+(\.0+)?$/.test(cell)) return faulty('not-a-number', 'is not a whole number', remedy)
      const number = Number(cell)
      if (number < 0 && least === 0) return faulty('negative-number', 'is below 0', remedy)
      if (number < least || number > most) return faulty('out-of-range', `is not between ${least} and ${most}`, remedy)
      return read(number === 0 ? 0 : number)
    },
  }
}

function readEmail(cell: string): Read<string> {
  const address = cell.normalize('NFC').toLowerCase()
  const looksRight = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/.test(address)
  if (looksRight && address.length <= LONGEST_ADDRESS) return read(address)
  return faulty('not-an-address', 'is not an e-mail address', 'write one address, such as name@example.com')
}

function readYesNo(cell: string): Read<boolean> {
  const word = cell.toLowerCase()
  if (YES.includes(word)) return read(true)
  if (NO.includes(word)) return read(false)
  return faulty('not-yes-or-no', 'is neither yes nor no', 'write yes or no, or leave it empty if it was not asked')
}

function readTime(cell: string): Read<string> {
  const [, hour, minute] = /^(\d{1,2})[:.](\d\d)(?::00)?$/.exec(cell) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59)
    return faulty('not-a-time', 'is not a time of the day', 'write it as HH:MM, such as 09:00')
  return read(`${hour.padStart(2, '0')}:${minute}`)
}

function readWeekdays(cell: string): Read<readonly number[]> {
  const days = itemsOf(cell.replaceAll(',', ';')).map(spanOfDays)
  if (days.length === 0 || days.includes(null))
    return faulty('not-weekdays', 'does not say which days of the week', 'write Mon-Fri, 1-5, or Mon;Tue;Thu')
  return read([...new Set(days.flatMap((span) => span ?? []))].sort((a, b) => a - b))
}

/** "Mon-Fri", "2" or "Tuesday"; a span may pass the weekend: "Sat-Tue". */
function spanOfDays(text: string): readonly number[] | null {
  const [from, until, ...more] = text.split(/\s*[-–]\s*/).map(weekdayOf)
  if (!from || until === 0 || more.length > 0) return null
  const last = until ?? from
  return Array.from({ length: ((last - from + 7) % 7) + 1 }, (_, at) => ((from - 1 + at) % 7) + 1)
}

/** 1 to 7, or 0 for what is no day; three letters of its English name are enough. */
function weekdayOf(text: string): number {
  if (/^[1-7]$/.test(text)) return Number(text)
  const found = text.length < 3 ? -1 : WEEKDAYS.findIndex((day) => day.startsWith(text.toLowerCase()))
  return found + 1
}

function itemsOf(cell: string): string[] {
  return [...new Set(cell.split(';').map((item) => item.trim()))].filter((item) => item !== '')
}

function oneOf<T extends string>(cell: string, words: readonly T[], code: string, message: string): Read<T> {
  const said = cell.toLowerCase()
  const found = words.find((word) => word === said)
  if (found) return read(found)
  const [nearest] = words
    .map((word) => ({ word, letters: differingLetters(said, word) }))
    .filter(({ letters }) => letters <= NEAR_LETTERS)
    .sort((a, b) => a.letters - b.letters)
  return faulty(
    code,
    nearest ? `${message}; did you mean ${nearest.word}?` : message,
    `write ${words.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
  )
}

/** Edit distance (Levenshtein 1966), one row of the table at a time; long texts are simply far. */
function differingLetters(said: string, word: string): number {
  if (Math.abs(said.length - word.length) > NEAR_LETTERS) return Number.POSITIVE_INFINITY
  let above = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (const [line, letter] of [...said].entries()) {
    const next = [line + 1]
    for (const [at, other] of [...word].entries()) {
      const replaced = (above[at] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (above[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    above = next
  }
  return above[word.length] ?? 0
}
