import type { Role } from '../../../model/role.ts'
import { orderByPriority } from '../rules.ts'
import { stateOf } from './select-applications.ts'

type Waiting = {
  readonly id: string
  readonly role: Role
  readonly priority: number | null
  readonly submittedAt: string
  readonly outcome: 'pool' | 'reserve' | 'declined' | null
  readonly isPaired: boolean
  readonly mayWait: boolean
  readonly capacity: number | null
}
export type WaitingPlan<T> = {
  /** Mentees without a seat, in the order in which seats are given. */
  readonly mentees: readonly T[]
  /** Mentors in reserve, and those admitted whom the match gave nobody, in the same order. */
  readonly mentors: readonly T[]
  /** Places of admitted mentors, as many as the program lets each have. */
  readonly places: number
  /** Mentees in the pool. */
  readonly pool: number
}

/**
 * Who waits in which order, by the same rule by which the match gives seats. Before a match is published the pool does not wait yet:
 * those do whom somebody put on the waiting list, or into the reserve. PRODUCT.md, words; matching, aim 2.
 */
export function planWaiting<T extends Waiting>(all: readonly T[], mostPerMentor: number): WaitingPlan<T> {
  const waiting = orderByPriority(all.filter((it) => stateOf(it) === 'waiting'))
  const isIn = (it: T) => it.outcome === 'pool'
  return {
    mentees: waiting.filter((it) => it.role === 'mentee'),
    mentors: waiting.filter((it) => it.role === 'mentor'),
    places: all
      .filter((it) => it.role === 'mentor' && isIn(it))
      .reduce((sum, it) => sum + Math.min(mostPerMentor, it.capacity ?? mostPerMentor), 0),
    pool: all.filter((it) => it.role === 'mentee' && isIn(it)).length,
  }
}
