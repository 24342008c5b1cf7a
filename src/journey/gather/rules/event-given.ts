import type { ProgramEvent } from '../../../model/program.ts'
import { whenDays } from '../rules.ts'

/** A session as it is entered: texts, empty where nothing is. `key` is empty for a new one. */
export type SessionGiven = {
  readonly key: string
  readonly on: string
  readonly startsAt: string
  readonly places: string
  readonly recording: string
  readonly remove: boolean
}
/** A piece of an event as it is entered; one without words is none. `place` says where among the others it comes. */
export type PieceGiven = { readonly place: string; readonly text: string; readonly minutes: string }
export type EventGiven = {
  readonly name: string
  readonly text: string
  readonly minutes: string
  /** The days it may have while its sessions have none of their own. */
  readonly first: string
  readonly last: string
  readonly optional: boolean
  readonly counts: boolean
  /** One a line. */
  readonly panellists: string
  /** One a line: words and an address. */
  readonly preWork: string
  readonly pieces: readonly PieceGiven[]
  readonly sessions: readonly SessionGiven[]
}

export const NEW_SESSION: SessionGiven = { key: '', on: '', startsAt: '', places: '', recording: '', remove: false }
export const NEW_PIECE: PieceGiven = { place: '', text: '', minutes: '' }

/** An event as its form shows it. */
export function giveEvent(event: ProgramEvent | null): EventGiven {
  const days = event ? whenDays(event.when) : []
  return {
    name: event?.name ?? '',
    text: event?.text ?? '',
    minutes: String(event?.minutes ?? ''),
    first: days[0] ?? '',
    last: days.length > 1 ? (days.at(-1) ?? '') : '',
    optional: event?.optional ?? false,
    counts: event?.countsTowardsTarget ?? true,
    panellists: (event?.panellists ?? []).join('\n'),
    preWork: (event?.preWork ?? []).map((it) => `${it.text} ${it.url}`).join('\n'),
    pieces: (event?.parts ?? []).map(({ text, minutes }, at) => ({
      place: String(at + 1),
      text,
      minutes: String(minutes ?? ''),
    })),
    sessions: (event?.sessions ?? []).map((it) => ({
      ...NEW_SESSION,
      key: it.key,
      on: it.on ?? '',
      startsAt: it.startsAt ?? '',
      places: it.places === undefined ? '' : String(it.places),
      recording: it.recording ?? '',
    })),
  }
}
