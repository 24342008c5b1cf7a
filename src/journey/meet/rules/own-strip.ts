import { addWorkingDays } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { MeetingFact, PairFact, WindowState } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'
import { DAYS_TO_DENY, decideMeeting, meetingsOfPair, planStrip } from '../rules.ts'

/** One window as the two of the pair see it. `saidBy` is the one side that said they met, where only one did. */
export type OwnCell = {
  readonly number: number
  readonly firstDay: Day
  readonly lastDay: Day
  readonly state: WindowState
  readonly saidBy: Role | null
  /** Whether an answer of the reader, or of their partner, may still come. */
  readonly awaits: 'me' | 'partner' | null
  readonly isNow: boolean
  readonly heldOn: readonly Day[]
}
/** A meeting that the partner confirmed and the reader may still answer. */
export type OpenQuestion = { readonly heldOn: Day; readonly lastDayToAnswer: Day }
export type OwnMeeting = { readonly heldOn: Day; readonly said: 'both' | 'me' | 'partner' | 'disagree' | 'nobody' }
export type OwnStrip = {
  readonly cells: readonly OwnCell[]
  readonly questions: readonly OpenQuestion[]
  /** The latest first. */
  readonly meetings: readonly OwnMeeting[]
}

/**
 * The windows of a pair to its own two, who know which of them said what: it is theirs. Elsewhere the strip never tells who
 * did not answer. PRODUCT.md, meet.
 */
export function planOwnStrip(
  rhythm: Pick<Program['meetings'], 'from' | 'until' | 'everyDays'>,
  pair: PairFact,
  known: { readonly pairs: readonly PairFact[]; readonly meetings: readonly MeetingFact[] },
  role: Role,
  asOf: Day,
): OwnStrip {
  const meetings = meetingsOfPair(pair, known.pairs, known.meetings).filter((it) => it.heldOn <= asOf)
  const cells = planStrip(rhythm, pair, meetings, asOf).map(({ window, state }) => {
    const { firstDay, lastDay, index } = window
    const inside = meetings.filter((it) => it.heldOn >= firstDay && it.heldOn <= lastDay)
    const open = state === 'due' ? inside.find((it) => decideMeeting(it, asOf) === 'open') : undefined
    const oneSided = open ?? (state === 'one' ? inside.find((it) => decideMeeting(it, asOf) === 'one') : undefined)
    const saidBy = sideOf(oneSided)
    const awaits = open ? (saidBy === role ? ('partner' as const) : ('me' as const)) : null
    const isNow = firstDay <= asOf && asOf <= lastDay
    const heldOn = inside.map((it) => it.heldOn).sort()
    return { number: index + 1, firstDay, lastDay, state: open ? 'one' : state, saidBy, awaits, isNow, heldOn } as const
  })
  return { cells, questions: questionsOf(meetings, role, asOf), meetings: said(meetings, role, asOf) }
}

function sideOf(meeting: MeetingFact | undefined): Role | null {
  const said = meeting?.confirmedBy
  return said === 'mentor' || said === 'mentee' ? said : null
}

function questionsOf(meetings: readonly MeetingFact[], role: Role, asOf: Day): readonly OpenQuestion[] {
  const asked = meetings.filter((it) => {
    const side = sideOf(it)
    return side !== null && side !== role && decideMeeting(it, asOf) === 'open'
  })
  return asked
    .map(({ heldOn }) => ({ heldOn, lastDayToAnswer: addWorkingDays(heldOn, DAYS_TO_DENY) }))
    .sort((one, other) => (one.heldOn < other.heldOn ? -1 : 1))
}

function said(meetings: readonly MeetingFact[], role: Role, asOf: Day): readonly OwnMeeting[] {
  const all = meetings.map((it) => ({ heldOn: it.heldOn, said: whoSaid(it, role, asOf) }))
  return all.sort((one, other) => (one.heldOn < other.heldOn ? 1 : -1))
}

function whoSaid(meeting: MeetingFact, role: Role, asOf: Day): OwnMeeting['said'] {
  switch (decideMeeting(meeting, asOf)) {
    case 'met':
      return 'both'
    case 'disagree':
      return 'disagree'
    case 'unknown':
      return 'nobody'
    case 'one':
    case 'open':
      return sideOf(meeting) === role ? 'me' : 'partner'
  }
}
