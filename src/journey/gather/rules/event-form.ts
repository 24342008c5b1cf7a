import { isDay } from '../../../model/day.ts'
import type { ProgramEvent } from '../../../model/program.ts'
import { type EventGiven, giveEvent, type PieceGiven, type SessionGiven } from './event-given.ts'

export type FieldFault = { readonly place: string; readonly message: string }
type Session = ProgramEvent['sessions'][number]

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const LINK = /^(?:(.*\S)\s+)?(https?:\/\/\S+|\/\S*)$/
const MOST_MINUTES = 24 * 60

/**
 * The event that was entered, or everything that is wrong with it, each at its field. `before` is the event as it stands, null for a
 * new one; `taken` are the keys of the season's events. What the form does not show stays as it is. PRODUCT.md, design: events.
 */
export function readEvent(
  given: EventGiven,
  before: ProgramEvent | null,
  taken: readonly string[],
): { readonly event: ProgramEvent | null; readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = []
  const wrong = (place: string, message: string) => {
    faults.push({ place, message })
  }
  const name = given.name.trim()
  if (name === '') wrong('name', 'Give the event a name.')
  const minutes = wholeNumber(given.minutes, MOST_MINUTES)
  if (minutes === null) wrong('minutes', 'Say how many minutes it takes, as in 50.')
  const when = readWhen(given, before, wrong)
  const sessions = readSessions(given.sessions, wrong)
  const parts = readPieces(given.pieces, wrong)
  const preWork = readLinks(given.preWork, wrong)
  if (faults.length > 0 || minutes === null || when === null) return { event: null, faults }
  const text = given.text.trim()
  const event: ProgramEvent = {
    ...before,
    key: before?.key ?? newKey(name, taken),
    name,
    when,
    minutes,
    sessions,
    parts,
    panellists: linesOf(given.panellists),
    optional: given.optional,
    countsTowardsTarget: given.counts,
    preWork: preWork.length > 0 ? preWork : undefined,
    text: text === '' ? undefined : text,
  }
  return { event, faults }
}

/** The field of the form at which a change of the event is said; `path` as two programs differ there. */
export function placeOfChange(before: ProgramEvent | null, [, , part, key]: readonly string[]): string {
  if (part === 'countsTowardsTarget') return 'counts'
  const at = part === 'sessions' ? (before?.sessions.findIndex((it) => it.key === key) ?? -1) : -1
  return at < 0 ? 'name' : `on-${at}`
}

type Wrong = (place: string, message: string) => void

function readWhen(given: EventGiven, before: ProgramEvent | null, wrong: Wrong): ProgramEvent['when'] | null {
  const [first, last] = [given.first.trim(), given.last.trim()]
  const was = giveEvent(before)
  if (before && first === was.first && last === was.last) return before.when
  if (first === '' && last === '') return { toBeDecided: true }
  if (!isDay(first)) wrong('first', 'Give the first day as in 2026-03-04.')
  if (last !== '' && !isDay(last)) wrong('last', 'Give the last day as in 2026-03-05, or leave it empty.')
  else if (last !== '' && last < first) wrong('last', 'The last day lies before the first.')
  return last === '' || last === first ? { day: first } : { from: first, until: last }
}

function readSessions(given: readonly SessionGiven[], wrong: Wrong): Session[] {
  const keys = new Set(given.map((it) => it.key))
  const found = given.flatMap((it, at): Session[] => {
    const isBlank = [it.key, it.on, it.startsAt, it.places, it.recording].every((text) => text.trim() === '')
    if (it.remove || isBlank) return []
    const [on, startsAt, recording] = [it.on.trim(), it.startsAt.trim(), it.recording.trim()]
    const places = it.places.trim() === '' ? undefined : wholeNumber(it.places, 100_000)
    if (on !== '' && !isDay(on)) wrong(`on-${at}`, 'Give the day as in 2026-03-04, or leave it empty.')
    if (startsAt !== '' && !TIME.test(startsAt))
      wrong(`startsAt-${at}`, 'Give the time as in 09:30, or leave it empty.')
    if (startsAt !== '' && on === '') wrong(`on-${at}`, 'A time needs its day.')
    if (places === null) wrong(`places-${at}`, 'Say how many places there are, as in 40, or leave it empty.')
    if (recording !== '' && !/^https?:\/\/\S+$/.test(recording))
      wrong(`recording-${at}`, 'Give the address of the recording, beginning with https://')
    return [
      {
        key: it.key || nextKey(keys),
        ...(on ? { on } : {}),
        ...(startsAt ? { startsAt } : {}),
        ...(places ? { places } : {}),
        ...(recording ? { recording } : {}),
      },
    ]
  })
  if (found.length === 0) wrong('on-0', 'An event has at least one session; leave its day empty while it is open.')
  return found
}

const LAST_PLACE = 1000

/** What happens in it, in the order of the places that were entered; a piece without a place comes last. */
function readPieces(given: readonly PieceGiven[], wrong: Wrong): ProgramEvent['parts'] {
  const found = given.flatMap((it, at) => {
    const text = it.text.trim()
    const minutes = it.minutes.trim() === '' ? undefined : wholeNumber(it.minutes, MOST_MINUTES)
    const place = it.place.trim() === '' ? LAST_PLACE : wholeNumber(it.place, LAST_PLACE)
    if (text === '' && minutes !== undefined) wrong(`piece-${at}`, 'Say what happens, or empty its minutes too.')
    if (text === '') return []
    if (minutes === null) wrong(`pieceMinutes-${at}`, 'Say how many minutes it takes, as in 10, or leave it empty.')
    if (place === null) wrong(`pieceAt-${at}`, 'Say its place as a number, as in 2.')
    return [{ place: place ?? LAST_PLACE, part: { text, ...(minutes ? { minutes } : {}) } }]
  })
  return found.toSorted((one, other) => one.place - other.place).map((it) => it.part)
}

/** The next number that is no session’s key yet. */
function nextKey(keys: Set<string>): string {
  let number = 1
  while (keys.has(String(number))) number += 1
  keys.add(String(number))
  return String(number)
}

function readLinks(given: string, wrong: Wrong): { text: string; url: string }[] {
  const found = linesOf(given).map((line) => LINK.exec(line))
  const at = found.indexOf(null)
  if (at >= 0)
    wrong('preWork', `Line ${at + 1} has no address: write what it is and then the address, beginning with https://`)
  return found.flatMap((it) => (it ? [{ text: it[1] ?? it[2] ?? '', url: it[2] ?? '' }] : []))
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
}

function wholeNumber(text: string, most: number): number | null {
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0
  return number >= 1 && number <= most ? number : null
}

/** Of a name: lower-case letters, digits and hyphens, and a number where that is taken. */
function newKey(name: string, taken: readonly string[]): string {
  const word = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  // A page is called `new`.
  const plain = word === '' || word === 'new' ? 'event' : word
  if (!taken.includes(plain)) return plain
  let number = 2
  while (taken.includes(`${plain}-${number}`)) number += 1
  return `${plain}-${number}`
}
