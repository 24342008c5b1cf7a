import { eventDays, planRoster } from '../../journey/gather/rules.ts'
import type { planStrips } from '../../journey/meet/rules.ts'
import type { Day } from '../../model/day.ts'
import type { AttendanceFact, PairFact, WindowState } from '../../model/figures.ts'
import type { Program, ProgramEvent } from '../../model/program.ts'
import type { Standing } from './forecast.ts'

type Strips = ReturnType<typeof planStrips>
export type WindowCounts = { readonly number: number } & Readonly<Record<WindowState, number>>

const NONE: Readonly<Record<WindowState, number>> = {
  ...{ met: 0, one: 0, disagree: 0, unknown: 0 },
  ...{ due: 0, excused: 0, coming: 0, ended: 0 },
}

/**
 * How many pairs have met in every window that counts for them, have missed one, or have windows before them. A window that is over
 * and unknown or disputed is missed until somebody says otherwise; excused ones do not count. PRODUCT.md, figures: cadence.
 */
export function countPairStanding(strips: Strips): Standing {
  const kinds = strips.flatMap((strip) => {
    const counted = strip.filter((cell) => cell.state !== 'excused' && cell.state !== 'ended')
    if (counted.length === 0) return []
    if (counted.some((cell) => cell.isDue && (cell.state === 'unknown' || cell.state === 'disagree'))) return ['missed']
    return [counted.every((cell) => cell.isDue && cell.state !== 'due') ? 'reached' : 'open']
  })
  const count = (kind: string) => kinds.filter((it) => it === kind).length
  return { reached: count('reached'), missed: count('missed'), open: count('open') }
}

/** How the first, second, … window of all pairs stands, by state. PRODUCT.md, figures: window. */
export function countWindows(strips: Strips): readonly WindowCounts[] {
  const widest = Math.max(0, ...strips.map((strip) => strip.length))
  return Array.from({ length: widest }, (_, at) => {
    const counts = { ...NONE }
    for (const strip of strips) if (strip[at]) counts[strip[at].state] += 1
    return { number: at + 1, ...counts }
  })
}

/** Who of an event’s roster came, and who may still: nobody is missing before its last day has passed. PRODUCT.md, figures: roster. */
export function countEventStanding(
  event: ProgramEvent,
  pairs: readonly PairFact[],
  attendance: readonly AttendanceFact[],
  today: Day,
): Standing {
  const roster = planRoster(event, pairs)
  const came = new Set(
    attendance.filter((it) => it.event === event.key && it.happenedOn <= today).map((it) => it.personId),
  )
  const reached = [...roster].filter((id) => came.has(id)).length
  const last = eventDays(event)?.last ?? null
  const rest = roster.size - reached
  return last !== null && last < today ? { reached, missed: rest, open: 0 } : { reached, missed: 0, open: rest }
}

export type TrainingStanding = {
  /** The key of its first course, by which a page names it. */
  readonly key: string
  readonly name: string
  readonly required: boolean
  readonly dueOn: Day | null
  readonly people: number
  /** Ids of those in a running pair who have completed none of its courses. */
  readonly missing: readonly string[]
}

/** Each training with those in running pairs whose role takes it, and who of them has not completed it. PRODUCT.md, learn. */
export function countTraining(
  { training }: Pick<Program, 'training'>,
  pairs: readonly PairFact[],
  trained: readonly { readonly personId: string; readonly course: string }[],
  today: Day,
): readonly TrainingStanding[] {
  const running = pairs.filter((it) => it.publishedOn <= today && (it.endedOn === null || it.endedOn >= today))
  return training.map((it) => {
    const courses = it.alternatives.map((one) => one.key)
    const done = new Set(trained.filter(({ course }) => courses.includes(course)).map(({ personId }) => personId))
    const people = new Set(
      it.roles.flatMap((role) => running.map((pair) => (role === 'mentor' ? pair.mentorId : pair.menteeId))),
    )
    const missing = [...people].filter((id) => !done.has(id))
    const { name, required, dueOn = null } = it
    return { key: courses[0] ?? name, name, required, dueOn, people: people.size, missing }
  })
}
