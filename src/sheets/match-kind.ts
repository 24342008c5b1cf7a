import { type Cell, faulty, orNull, read, type SheetKind } from './cell.ts'
import * as cells from './cells.ts'
import { kindOf, needed, optional } from './kind-of.ts'

/** A mentor or a mentee of a match made from spreadsheets alone; null or empty where nothing is said. */
export type MatchRow = {
  readonly email: string
  readonly name: string | null
  readonly division: string | null
  readonly department: string | null
  readonly managerEmail: string | null
  readonly timeZone: string | null
  /** `HH:MM` */
  readonly worksFrom: string | null
  readonly worksUntil: string | null
  /** 1 Monday to 7 Sunday */
  readonly worksOn: readonly number[] | null
  readonly topics: readonly string[]
  readonly languages: readonly string[]
  readonly level: number | null
  readonly years: number | null
  /** Addresses, best first. */
  readonly wishes: readonly string[]
  readonly blocks: readonly string[]
  readonly past: readonly string[]
  readonly asynchronous: boolean
  readonly score: number | null
  /** ISO 8601 in UTC. */
  readonly appliedAt: string | null
  readonly capacity: number | null
  readonly minimum: number | null
}

/** The largest of the numbers a sheet may say; none of them is near it in life. */
const MOST_LEVEL = 1000
const MOST_YEARS = 100
const MOST_CAPACITY = 1000
const MOST_SCORE = 1_000_000

/** What each column holds, in the order of the help; the last two are for mentors. */
export const MATCH_COLUMNS: readonly (readonly [name: string, about: string])[] = [
  ['email', 'who it is; the same address in both sheets is one person who applied for both'],
  ['name', 'how people read of them; the address where it is empty'],
  ['division', 'pairs cross divisions where both sheets have this column'],
  ['department', 'shown in the report'],
  ['manager_email', 'nobody is paired with a manager or a report'],
  ['time_zone', 'such as Europe/Berlin, or UTC+5:30'],
  ['works_from, works_until', 'such as 09:00 and 17:00, which they are where nothing is said'],
  ['works_on', 'such as Mon-Fri, which it is where nothing is said'],
  ['topics', 'wanted by a mentee, offered by a mentor; separated by ;'],
  ['languages', 'separated by ;'],
  ['level', 'grade, a whole number'],
  ['years', 'of experience, a whole number'],
  ['wishes', 'addresses of people they wish for, best first, separated by ;'],
  ['blocks', 'addresses they must not be paired with, separated by ;'],
  ['past', 'addresses they were paired with before, separated by ;'],
  ['asynchronous', 'yes for people who would also write instead of talking'],
  ['score', 'of the review; the highest are seated first when places are short'],
  ['applied_at', 'day or date and time in UTC; the earlier of two equal scores is seated first'],
  ['capacity', 'mentors: how many mentees at most, 1 where nothing is said'],
  ['minimum', 'mentors: how many mentees at least'],
]

/** The sheet of one side. A mentee's sheet has no capacity: such a column is named as not used. */
export function matchSheet(role: 'mentor' | 'mentee'): SheetKind<MatchRow> {
  const text = (name: string) => optional(name, orNull(cells.text))
  const addresses = (name: string) => optional(name, addressList)
  const number = (name: string, most: number) => optional(name, orNull(cells.wholeNumber(0, most)))
  const columns = {
    email: needed('email', cells.email),
    name: text('name'),
    division: text('division'),
    department: text('department'),
    managerEmail: optional('manager_email', orNull(cells.email)),
    timeZone: optional('time_zone', orNull(zone)),
    worksFrom: optional('works_from', orNull(cells.timeOfDay)),
    worksUntil: optional('works_until', orNull(cells.timeOfDay)),
    worksOn: optional('works_on', orNull(cells.weekdays)),
    topics: optional('topics', cells.list),
    languages: optional('languages', cells.list),
    level: number('level', MOST_LEVEL),
    years: number('years', MOST_YEARS),
    wishes: addresses('wishes'),
    blocks: addresses('blocks'),
    past: addresses('past'),
    asynchronous: optional('asynchronous', yesOrBlank),
    score: optional('score', orNull(score)),
    appliedAt: optional('applied_at', orNull(cells.instant)),
  }
  const places = { capacity: number('capacity', MOST_CAPACITY), minimum: number('minimum', MOST_CAPACITY) }
  const all = role === 'mentor' ? { ...columns, ...places } : columns
  return kindOf(`${role}s`, all as typeof columns & typeof places, (take, c) => ({
    email: take(c.email),
    name: take(c.name),
    division: take(c.division),
    department: take(c.department),
    managerEmail: take(c.managerEmail),
    timeZone: take(c.timeZone),
    worksFrom: take(c.worksFrom),
    worksUntil: take(c.worksUntil),
    worksOn: take(c.worksOn),
    topics: take(c.topics),
    languages: take(c.languages),
    level: take(c.level),
    years: take(c.years),
    wishes: take(c.wishes),
    blocks: take(c.blocks),
    past: take(c.past),
    asynchronous: take(c.asynchronous),
    score: take(c.score),
    appliedAt: take(c.appliedAt),
    capacity: role === 'mentor' ? take(c.capacity) : null,
    minimum: role === 'mentor' ? take(c.minimum) : null,
  }))
}

const yesOrBlank: Cell<boolean> = { ...cells.yesNo, blank: () => false }

const addressList: Cell<readonly string[]> = {
  kind: 'e-mail addresses separated by ;',
  blank: () => [],
  read: (cell) => {
    const items = cell.split(/[;,\s]+/).filter((item) => item !== '')
    const answers = items.map((item) => cells.email.read(item, { dates: 'iso', zone: undefined }))
    const bad = answers.findIndex((it) => !it.ok)
    if (bad >= 0)
      return faulty('not-an-address', 'holds something that is not an e-mail address', 'separate addresses by ;')
    return read([...new Set(answers.flatMap((it) => (it.ok ? [it.value] : [])))])
  },
}

/** An IANA zone, or a fixed distance from UTC as `+05:30`. */
const zone: Cell<string> = {
  kind: 'a time zone',
  read: (cell) => {
    const [, sign, hours = '', minutes = '00'] =
      /^(?:UTC|GMT)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(cell) ?? []
    if (sign && Number(hours) <= 14) return read(`${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`)
    const name = zoneNamed(cell)
    if (name) return read(name)
    return faulty('unknown-zone', 'is not a time zone', 'write a name such as Europe/Berlin, or UTC+5:30')
  },
}

function zoneNamed(cell: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: cell }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

const score: Cell<number> = {
  kind: 'a number',
  read: (cell) => {
    const number = /^\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN
    if (number <= MOST_SCORE) return read(number)
    return faulty('not-a-number', 'is not a number', 'write the score as a number, such as 4 or 3.5')
  },
}
