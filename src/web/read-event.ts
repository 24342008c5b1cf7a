import { type EventGiven, NEW_SESSION } from '../journey/gather/rules/event-given.ts'
import type { Visit } from './route.ts'

/** Sessions, and pieces, that a form may hold: more nobody offers. */
const MOST_ROWS = 20
const LONGEST = 8_000

/** The form of an event as it came. */
export function readEventFields(fields: Visit['fields']): EventGiven {
  const text = (name: string) => {
    const value = fields[name]
    return typeof value === 'string' ? value.slice(0, LONGEST) : ''
  }
  const rowsOf = (name: string) =>
    Array.from({ length: MOST_ROWS }, (_, at) => at).filter((at) => fields[`${name}-${at}`] !== undefined)
  return {
    name: text('name').slice(0, 200),
    text: text('text'),
    minutes: text('minutes'),
    first: text('first'),
    last: text('last'),
    optional: text('optional') === 'yes',
    counts: text('counts') === 'yes',
    panellists: text('panellists'),
    preWork: text('preWork'),
    pieces: rowsOf('piece').map((at) => ({
      place: text(`pieceAt-${at}`).slice(0, 10),
      text: text(`piece-${at}`).slice(0, 500),
      minutes: text(`pieceMinutes-${at}`).slice(0, 10),
    })),
    sessions: rowsOf('on').map((at) => ({
      key: text(`key-${at}`).slice(0, 100),
      on: text(`on-${at}`),
      startsAt: text(`startsAt-${at}`),
      places: text(`places-${at}`),
      recording: text(`recording-${at}`),
      remove: text(`remove-${at}`) === 'yes',
    })),
  }
}

/** A form with proposed hours (`2026-03-04T09:30`, with commas between) in its sessions, one after the other. */
export function withTimes(given: EventGiven, times: string): EventGiven {
  const hours = times.split(',').flatMap((it) => {
    const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(it)
    return found ? [{ on: found[1] ?? '', startsAt: found[2] ?? '' }] : []
  })
  const rows = Array.from({ length: Math.max(given.sessions.length, hours.length) }, (_, at) => ({
    ...(given.sessions[at] ?? NEW_SESSION),
    ...hours[at],
  }))
  return { ...given, sessions: rows }
}
