import { addDays, addWorkingDays } from '../../calendar/days.ts'
import { isWindowDue, planWindows, type Window } from '../../calendar/windows.ts'
import type { Day } from '../../model/day.ts'
import type { CadenceStates, MeetingFact, PairFact, Results, WindowState } from '../../model/figures.ts'
import { no, type Outcome, yes } from '../../model/outcome.ts'
import { percent } from '../../model/percent.ts'
import type { Program } from '../../model/program.ts'

/** How long a side may deny a meeting that the other confirmed, in working days. PRODUCT.md, meet. */
export const DAYS_TO_DENY = 5
/** Working days after a window's end until its silence is the coordinator's to see. PRODUCT.md, meet. */
export const DAYS_UNTIL_UNKNOWN = 2

type Rhythm = Pick<Program['meetings'], 'from' | 'until' | 'everyDays'>
type Cell = { readonly window: Window; readonly state: WindowState; readonly isDue: boolean }

/** A pair's windows: from the later of the season's first meeting day and its own publication. */
export function planPairWindows(rhythm: Rhythm, pair: Pick<PairFact, 'publishedOn'>): readonly Window[] {
  const from = pair.publishedOn > rhythm.from ? pair.publishedOn : rhythm.from
  return planWindows({ from, until: rhythm.until, everyDays: rhythm.everyDays })
}

/** The meetings of a pair, on its days: those that name its mentor, or any of its mentee's while it is the mentee's only pair. */
export function meetingsOfPair<Meeting extends MeetingFact>(
  pair: PairFact,
  pairs: readonly PairFact[],
  meetings: readonly Meeting[],
): readonly Meeting[] {
  return meetings.filter((it) => {
    if (it.menteeId !== pair.menteeId || !isOn(pair, it.heldOn)) return false
    return it.mentorId ? it.mentorId === pair.mentorId : isOnlyPair(pair, pairs, it.heldOn)
  })
}

function isOn(pair: PairFact, day: Day): boolean {
  return pair.publishedOn <= day && (pair.endedOn === null || day <= pair.endedOn)
}

function isOnlyPair(pair: PairFact, pairs: readonly PairFact[], day: Day): boolean {
  return pairs.every((other) => other.id === pair.id || other.menteeId !== pair.menteeId || !isOn(other, day))
}

/**
 * What one meeting is worth to its window: met by both, met by one whom nobody contradicted within 5 working days, still
 * open to a denial, disputed, or nothing known. A denial after those days changes nothing. PRODUCT.md, meet.
 */
export function decideMeeting(meeting: MeetingFact, asOf: Day): 'met' | 'one' | 'open' | 'disagree' | 'unknown' {
  return worthOf(meeting, horizonOf(asOf))
}

/** The as-of day with the first days whose time is not over yet: counted back once, not forth from each meeting. */
type Horizon = ReturnType<typeof horizonOf>

function horizonOf(asOf: Day) {
  // A window ended two working days ago if that many lie before tomorrow, whichever day of the week it ended on.
  const dueFrom = addWorkingDays(addDays(asOf, 1), -DAYS_UNTIL_UNKNOWN)
  return { asOf, openFrom: addWorkingDays(asOf, -DAYS_TO_DENY), dueFrom }
}

function worthOf(meeting: MeetingFact, { asOf, openFrom }: Horizon): ReturnType<typeof decideMeeting> {
  const { deniedOn } = meeting
  // Nobody can deny what was not said yet.
  const heardOn = meeting.saidOn && meeting.saidOn > meeting.heldOn ? meeting.saidOn : meeting.heldOn
  switch (meeting.confirmedBy) {
    case 'both':
      return 'met'
    case 'unknown':
      return 'unknown'
    case 'denied':
      return 'disagree'
    case 'mentor':
    case 'mentee':
      if (deniedOn !== null && deniedOn <= asOf && deniedOn <= addWorkingDays(heardOn, DAYS_TO_DENY)) return 'disagree'
      return heardOn < openFrom ? 'one' : 'open'
  }
}

/** The state of each window of a pair as of a day; the best meeting in it speaks for it. */
export function planStrip(
  rhythm: Rhythm,
  pair: PairFact,
  meetings: readonly MeetingFact[],
  asOf: Day,
): readonly Cell[] {
  return cellsOf(planPairWindows(rhythm, pair), rhythm, pair, meetings, horizonOf(asOf))
}

/** The strip of each pair, in the order of the pairs; what they have in common is worked out once. */
export function planStrips(
  rhythm: Rhythm,
  pairs: readonly PairFact[],
  meetings: readonly MeetingFact[],
  asOf: Day,
): readonly (readonly Cell[])[] {
  const horizon = horizonOf(asOf)
  const pairsOfMentee = Map.groupBy(pairs, (pair) => pair.menteeId)
  const meetingsOfMentee = Map.groupBy(meetings, (meeting) => meeting.menteeId)
  const days = [...new Set(pairs.map((pair) => pair.publishedOn))]
  const windows = new Map(days.map((publishedOn) => [publishedOn, planPairWindows(rhythm, { publishedOn })]))
  return pairs.map((pair) => {
    const own = meetingsOfPair(pair, pairsOfMentee.get(pair.menteeId) ?? [], meetingsOfMentee.get(pair.menteeId) ?? [])
    return cellsOf(windows.get(pair.publishedOn) ?? [], rhythm, pair, own, horizon)
  })
}

function cellsOf(
  windows: readonly Window[],
  rhythm: Rhythm,
  pair: PairFact,
  meetings: readonly MeetingFact[],
  horizon: Horizon,
): readonly Cell[] {
  const at = { asOf: horizon.asOf, until: rhythm.until, pairEndedOn: pair.endedOn }
  return windows.map((window) => {
    const isDue = isWindowDue(window, at)
    return { window, isDue, state: stateOf(window, isDue, pair, meetings, horizon) }
  })
}

function stateOf(
  window: Window,
  isDue: boolean,
  pair: PairFact,
  meetings: readonly MeetingFact[],
  horizon: Horizon,
): WindowState {
  if (isExcused(window, pair)) return 'excused'
  const { asOf, dueFrom } = horizon
  const inside = meetings.filter(
    (it) => it.heldOn >= window.firstDay && it.heldOn <= window.lastDay && it.heldOn <= asOf,
  )
  const states = inside.map((it) => worthOf(it, horizon))
  const best = (['met', 'one', 'disagree'] as const).find((state) => states.includes(state))
  if (best) return best
  if (states.includes('open')) return 'due'
  if (pair.endedOn !== null && pair.endedOn < window.lastDay && pair.endedOn <= asOf) return 'ended'
  if (window.firstDay > asOf) return 'coming'
  return isDue && window.lastDay < dueFrom ? 'unknown' : 'due'
}

/** Whether a window leaves the count: a pause touches it, or the coordinator excused a day of it. PRODUCT.md, figures. */
export function isExcused(window: Window, pair: PairFact): boolean {
  const paused = pair.pauses.some(
    (pause) => pause.from <= window.lastDay && (pause.until === null || pause.until >= window.firstDay),
  )
  return paused || pair.excusedOn.some((day) => day >= window.firstDay && day <= window.lastDay)
}

/** Cadence as of a day: windows met of those due and not excused, and pairs that met in each of theirs. */
export function countCadence(
  rhythm: Rhythm,
  target: number | null,
  pairs: readonly PairFact[],
  meetings: readonly MeetingFact[],
  asOf: Day,
): Results['cadence'] {
  return countStrips(planStrips(rhythm, pairs, meetings, asOf), target)
}

/** The same from strips that are there already. PRODUCT.md, figures. */
export function countStrips(strips: readonly (readonly Cell[])[], target: number | null): Results['cadence'] {
  const due = strips.map((strip) => strip.filter((cell) => cell.isDue))
  const counted = due.map((strip) => strip.filter((cell) => cell.state !== 'excused'))
  const isMet = (cell: Cell) => cell.state === 'met' || cell.state === 'one'
  const withWindows = counted.filter((strip) => strip.length > 0)
  const pairsEveryWindow = withWindows.filter((strip) => strip.every(isMet)).length
  return {
    pairsEveryWindow,
    pairs: withWindows.length,
    percent: percent(pairsEveryWindow, withWindows.length),
    target,
    windowsMet: counted.flat().filter(isMet).length,
    windowsDue: counted.flat().length,
    windowsExcused: due.flat().filter((cell) => cell.state === 'excused').length,
    states: countStates(withWindows),
  }
}

/** What is known of the windows that count; at best every one of which nothing is known yet was met. */
function countStates(counted: readonly (readonly Cell[])[]): CadenceStates {
  const of = (state: WindowState) => counted.flat().filter((cell) => cell.state === state).length
  const pairsAtBest = counted.filter((strip) => strip.every((cell) => cell.state !== 'disagree')).length
  return {
    both: of('met'),
    one: of('one'),
    disagree: of('disagree'),
    unknown: of('unknown'),
    open: of('due'),
    pairsAtBest,
  }
}

/** A meeting is written down once it has happened, never before. PRODUCT.md, meet. */
export function decideLogging(heldOn: Day, today: Day): Outcome<Day> {
  return heldOn > today ? no('meeting-in-the-future', { heldOn, today }) : yes(heldOn)
}

/** Either side may end a pair, without blame; the day is its last, and it ends once. PRODUCT.md, meet. */
export function decideEnd(pair: PairFact, on: Day): Outcome<Day> {
  return pair.endedOn === null ? decideDay(pair, on) : no('pair-ended', { endedOn: pair.endedOn })
}

/** Either side may pause a pair from a day until a day, or until further notice (null). PRODUCT.md, meet. */
export function decidePause(pair: PairFact, from: Day, until: Day | null): Outcome<{ from: Day; until: Day | null }> {
  if (until !== null && until < from) return no('pause-ends-before-it-begins', { from, until })
  const day = decideDay(pair, from)
  return day.ok ? yes({ from, until }) : day
}

/** A day excuses the window that contains it, so it must be one of the pair's days. PRODUCT.md, figures. */
export function decideExcuse(pair: PairFact, on: Day): Outcome<Day> {
  return decideDay(pair, on)
}

function decideDay(pair: PairFact, on: Day): Outcome<Day> {
  if (on < pair.publishedOn) return no('before-the-pair', { on, publishedOn: pair.publishedOn })
  if (pair.endedOn !== null && on > pair.endedOn) return no('pair-ended', { on, endedOn: pair.endedOn })
  return yes(on)
}

/** Whether a pair is paused on a day. PRODUCT.md, meet. */
export function isPausedOn(pair: Pick<PairFact, 'pauses'>, day: Day): boolean {
  return pair.pauses.some((pause) => pause.from <= day && (pause.until === null || pause.until >= day))
}
