import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'
import { ROLES } from '../../../model/role.ts'
import { callPhase } from './call-phase.ts'

/** A season that one can apply to now, or soon. */
export type NextCall = {
  readonly key: string
  readonly name: string
  readonly season: string
  readonly opens: Day
  readonly isOpen: boolean
}

/** Of other seasons the one whose call is open, else the one that opens first; null where none is known. PRODUCT.md, apply. */
export function nextCall(programs: readonly Program[], today: Day): NextCall | null {
  const calls = programs.flatMap((program) =>
    ROLES.filter((role) => ['open', 'soon'].includes(callPhase(program, role, today))).map((role) => ({
      key: program.key,
      name: program.name,
      season: program.season,
      opens: program.roles[role].call.opens,
      isOpen: callPhase(program, role, today) === 'open',
    })),
  )
  return calls.toSorted((one, other) => (one.opens < other.opens ? -1 : one.opens > other.opens ? 1 : 0))[0] ?? null
}
