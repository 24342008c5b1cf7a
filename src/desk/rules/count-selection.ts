import type { Role } from '../../model/role.ts'
import { ROLES } from '../../model/role.ts'

/** One application in force, as far as counting goes. */
export type Counted = {
  readonly role: Role
  readonly personId: string
  readonly late: boolean
  readonly outcome: string | null
}
/** People who took theirs back, by role. */
type Withdrawn = { readonly role: Role; readonly late: boolean; readonly people: number }
export type SelectionCounts = {
  readonly roles: readonly {
    readonly role: Role
    readonly applied: number
    readonly late: number
    readonly pool: number
    readonly reserve: number
  }[]
  /** People with an application for each role. */
  readonly duals: number
  readonly isDecided: boolean
  /** One number for everybody who has no place in the pool or the reserve, whatever the reason. */
  readonly notProceeding: number
}

/**
 * How many applied, and what was decided, per role. Who took theirs back stays among those who applied: without them the numbers
 * would tell a withdrawal from another cause. PRODUCT.md, who sees what: causes are one number.
 */
export function countSelection(applications: readonly Counted[], withdrawn: readonly Withdrawn[]): SelectionCounts {
  const peopleOf = (of: readonly Withdrawn[]) => of.reduce((sum, it) => sum + it.people, 0)
  const decided = applications.filter((it) => it.outcome !== null).length
  const placed = applications.filter((it) => it.outcome === 'pool' || it.outcome === 'reserve').length
  const mentors = new Set(applications.filter((it) => it.role === 'mentor').map((it) => it.personId))
  return {
    roles: ROLES.map((role) => {
      const of = applications.filter((it) => it.role === role)
      const count = (outcome: string) => of.filter((it) => it.outcome === outcome).length
      return {
        role,
        applied: of.length + peopleOf(withdrawn.filter((it) => it.role === role)),
        late: of.filter((it) => it.late).length + peopleOf(withdrawn.filter((it) => it.role === role && it.late)),
        pool: count('pool'),
        reserve: count('reserve'),
      }
    }),
    duals: applications.filter((it) => it.role === 'mentee' && mentors.has(it.personId)).length,
    isDecided: decided > 0,
    notProceeding: decided === 0 ? 0 : applications.length - placed + peopleOf(withdrawn),
  }
}
