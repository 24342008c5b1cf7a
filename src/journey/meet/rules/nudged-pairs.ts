import { usualHours } from '../../../calendar/working-hours.ts'
import type { Day } from '../../../model/day.ts'
import type { Confirmation, PairFact } from '../../../model/figures.ts'
import { meetingsOfPair } from '../rules.ts'
import type { NudgedPair, Reachable } from './plan-nudges.ts'

/** What the store says of a season’s pairs, as far as letters about their meetings go. Days are the season’s, instants ISO. */
export type SeasonOfPairs = {
  readonly pairs: readonly PairFact[]
  readonly people: readonly {
    readonly id: string
    readonly zone: string | null
    readonly weekdays: readonly number[] | null
    readonly holidays: string | null
    readonly isGone: boolean
    readonly quietDays: readonly number[] | null
  }[]
  readonly holidays: readonly { readonly calendar: string; readonly day: Day }[]
  readonly meetings: readonly {
    readonly menteeId: string
    readonly mentorId: string | null
    readonly heldOn: Day
    readonly confirmedBy: Confirmation
  }[]
  readonly planned: readonly { readonly pairId: string; readonly at: string }[]
  readonly answered: readonly { readonly pairId: string; readonly personId: string; readonly window: Day }[]
  readonly asked: readonly { readonly pairId: string; readonly personId: string; readonly window: Day }[]
  readonly reminded: readonly { readonly personId: string; readonly about: string }[]
}

/** Each pair with its two and what is known of its meetings, from the rows of its season. */
export function asNudgedPairs(rows: SeasonOfPairs, seasonZone: string): readonly NudgedPair[] {
  const holidays = Map.groupBy(rows.holidays, (it) => it.calendar)
  const people = new Map(
    rows.people.map((it): [string, Reachable] => [
      it.id,
      {
        id: it.id,
        isGone: it.isGone,
        quiet: {
          zone: it.zone ?? seasonZone,
          weekdays: it.weekdays ?? usualHours(seasonZone).weekdays,
          quietDays: it.quietDays ?? [],
          holidays: new Set((holidays.get(it.holidays ?? '') ?? []).map((one) => one.day)),
        },
      },
    ]),
  )
  const meetings = rows.meetings.map((it) => ({ ...it, deniedOn: null }))
  const ofMentee = Map.groupBy(meetings, (it) => it.menteeId)
  const pairsOfMentee = Map.groupBy(rows.pairs, (it) => it.menteeId)
  const planned = Map.groupBy(rows.planned, (it) => it.pairId)
  const answered = Map.groupBy(rows.answered, (it) => it.pairId)
  const asked = Map.groupBy(rows.asked, (it) => it.pairId)
  const reminded = Map.groupBy(rows.reminded, (it) => it.about.split(' ')[0] ?? '')
  return rows.pairs.flatMap((pair) => {
    const two = [people.get(pair.mentorId), people.get(pair.menteeId)] as const
    if (!two[0] || !two[1]) return []
    const own = meetingsOfPair(pair, pairsOfMentee.get(pair.menteeId) ?? [], ofMentee.get(pair.menteeId) ?? [])
    const questions = (asked.get(pair.id) ?? []).map((it) => ({ ...it, kind: 'question' as const }))
    const reminders = (reminded.get(pair.id) ?? []).map(({ personId, about }) => ({
      kind: 'reminder' as const,
      personId,
      window: about.split(' ')[1] ?? '',
    }))
    return [
      {
        pair,
        people: [two[0], two[1]] as const,
        heldOn: own.map((it) => it.heldOn),
        agreedOn: own.filter((it) => it.confirmedBy === 'both').map((it) => it.heldOn),
        plannedAt: (planned.get(pair.id) ?? []).map((it) => it.at),
        answered: answered.get(pair.id) ?? [],
        sent: [...questions, ...reminders],
      },
    ]
  })
}
