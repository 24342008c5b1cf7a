import type { Window } from '../../../calendar/windows.ts'
import type { Day } from '../../../model/day.ts'
import type { Role } from '../../../model/role.ts'

/** What one of a pair says of one window: that they met, on a day or on one not remembered (null), or that they did not. */
export type MeetingView = {
  readonly side: Role
  /** The first day of the window it is said of. */
  readonly window: Day
  readonly says: 'met' | 'not-met'
  readonly heldOn: Day | null
  readonly saidOn: Day
}

/** A meeting as the figures count it: who confirmed it, when a side denied it, and when it was first said. */
export type JoinedMeeting = {
  readonly heldOn: Day
  readonly confirmedBy: 'both' | Role
  readonly deniedOn: Day | null
  readonly saidOn: Day
}

/**
 * The meetings of one window, from what each side says. The same day said twice is one meeting of both; so are two days where
 * each side remembers another, and then the mentee's counts, who leads. What one side says and the other answers with "we did
 * not meet" is denied. Where neither says that they met there is nothing. PRODUCT.md, meet: met.
 */
export function joinViews(window: Window, views: readonly MeetingView[]): readonly JoinedMeeting[] {
  const said = (side: Role) =>
    views
      .filter((it) => it.side === side && it.says === 'met')
      .map((it) => ({ ...it, day: it.heldOn, counted: dayOf(it, window) }))
      .sort((a, b) => (a.counted < b.counted ? -1 : 1))
  const mentee = said('mentee')
  const mentor = said('mentor')
  const sameDay = mentee.flatMap((own) => {
    const other = mentor.find((it) => it.day !== null && it.day === own.day)
    return other ? [{ own, other }] : []
  })
  const restOfMentee = mentee.filter((it) => !sameDay.some(({ own }) => own === it))
  const restOfMentor = mentor.filter((it) => !sameDay.some(({ other }) => other === it))
  const inOrder = restOfMentee.slice(0, restOfMentor.length).map((own, at) => ({ own, other: restOfMentor[at] ?? own }))
  const alone = [...restOfMentee.slice(restOfMentor.length), ...restOfMentor.slice(restOfMentee.length)]
  const joined: readonly JoinedMeeting[] = [
    ...[...sameDay, ...inOrder].map(({ own, other }) => ({
      heldOn: own.day ?? other.counted,
      confirmedBy: 'both' as const,
      deniedOn: null,
      saidOn: own.saidOn < other.saidOn ? own.saidOn : other.saidOn,
    })),
    ...alone.map((it) => ({
      heldOn: it.counted,
      confirmedBy: it.side,
      deniedOn: views.find((other) => other.side !== it.side && other.says === 'not-met')?.saidOn ?? null,
      saidOn: it.saidOn,
    })),
  ]
  // One day holds one meeting: what both say of it stands before what one says.
  return joined.filter((it, at) => joined.findIndex((other) => other.heldOn === it.heldOn) === at)
}

/** A day not remembered counts as the last that it can have been. */
function dayOf({ heldOn, saidOn }: MeetingView, window: Window): Day {
  if (heldOn) return heldOn
  if (saidOn < window.firstDay) return window.firstDay
  return saidOn < window.lastDay ? saidOn : window.lastDay
}
