import { daysBetween } from '../../../calendar/days.ts'
import type { Window } from '../../../calendar/windows.ts'
import type { Day } from '../../../model/day.ts'
import type { MeetingFact, PairFact, WindowState } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { isPausedOn, meetingsOfPair, planStrips } from '../rules.ts'

type Cell = { readonly window: Window; readonly state: WindowState; readonly isDue: boolean }

/** A line for the coordinator: a pair of which nothing is known since a day, or whose two say different things. */
export type QuietLine = {
  readonly pairId: string
  readonly state: 'quiet' | 'disagree'
  /** The last window that is over. */
  readonly window: Window
  /** Windows in a row, the last one included, in which nobody says that they met. */
  readonly windows: number
}

/** Windows whose answer is still awaited, or that do not count, say nothing of a pair. */
const SAYS_NOTHING: readonly WindowState[] = ['due', 'excused', 'coming', 'ended']

/** The same from the meetings of a season: pairs published by the day, with their strips and the days somebody says they met on. */
export function planQuiet(
  rhythm: Program['meetings'],
  all: readonly PairFact[],
  meetings: readonly MeetingFact[],
  asOf: Day,
): readonly QuietLine[] {
  const pairs = all.filter((it) => it.publishedOn <= asOf)
  const byMentee = Map.groupBy(meetings, (it) => it.menteeId)
  const pairsOfMentee = Map.groupBy(pairs, (it) => it.menteeId)
  const byId = new Map(pairs.map((it) => [it.id, it]))
  const heldOn = (id: string): readonly Day[] => {
    const pair = byId.get(id)
    if (!pair) return []
    const own = meetingsOfPair(pair, pairsOfMentee.get(pair.menteeId) ?? [], byMentee.get(pair.menteeId) ?? [])
    return own.filter((it) => ['both', 'mentor', 'mentee'].includes(it.confirmedBy)).map((it) => it.heldOn)
  }
  return planQuietLines(pairs, planStrips(rhythm, pairs, meetings, asOf), heldOn, asOf)
}

/**
 * The pairs a coordinator should look at, from their strips as of a day, longest quiet first: the last window that is decided is
 * unknown or disputed, and since then nobody says that they met. `heldOn` gives each pair's days on which somebody says so.
 * Ended pairs, and those paused on the day, have no line. PRODUCT.md, meet: two working days after the window's end.
 */
export function planQuietLines(
  pairs: readonly PairFact[],
  strips: readonly (readonly Cell[])[],
  heldOn: (pairId: string) => readonly Day[],
  asOf: Day,
): readonly QuietLine[] {
  return pairs
    .flatMap((pair, at) => lineOf(pair, strips[at] ?? [], heldOn(pair.id), asOf))
    .sort((a, b) => b.windows - a.windows || (a.window.lastDay < b.window.lastDay ? -1 : 1))
}

function lineOf(pair: PairFact, strip: readonly Cell[], heldOn: readonly Day[], asOf: Day): readonly QuietLine[] {
  if (pair.endedOn !== null && pair.endedOn <= asOf) return []
  if (isPausedOn(pair, asOf)) return []
  const decided = strip.filter((cell) => cell.isDue && !SAYS_NOTHING.includes(cell.state))
  const last = decided.at(-1)
  if (!last || (last.state !== 'unknown' && last.state !== 'disagree')) return []
  const metSince = heldOn.some((day) => day <= asOf && daysBetween(last.window.lastDay, day) > 0)
  if (metSince) return []
  const before = decided.findLastIndex((cell) => cell.state === 'met' || cell.state === 'one')
  const state = last.state === 'unknown' ? 'quiet' : 'disagree'
  return [{ pairId: pair.id, state, window: last.window, windows: decided.length - 1 - before }]
}
