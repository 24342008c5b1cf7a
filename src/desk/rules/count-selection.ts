import type { Role } from '../../model/role.ts'
import { ROLES } from '../../model/role.ts'

/** One application in force, as far as counting goes. */
export type Counted = {
  readonly role: Role
  readonly personId: string
  readonly late: boolean
  readonly outcome: string | null
}
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
  readonly decided: number
  /** One number for everybody who has no place in the pool or the reserve, whatever the reason. */
  readonly notProceeding: number
}

/** How many applied, and what was decided, per role. PRODUCT.md, who sees what: causes are one number. */
export function countSelection(applications: readonly Counted[], withdrawn: number): SelectionCounts {
  const decided = applications.filter((it) => it.outcome !== null).length
  const placed = applications.filter((it) => it.outcome === 'pool' || it.outcome === 'reserve').length
  const mentors = new Set(applications.filter((it) => it.role === 'mentor').map((it) => it.personId))
  return {
    roles: ROLES.map((role) => {
      const of = applications.filter((it) => it.role === role)
      const count = (outcome: string) => of.filter((it) => it.outcome === outcome).length
      return {
        role,
        applied: of.length,
        late: of.filter((it) => it.late).length,
        pool: count('pool'),
        reserve: count('reserve'),
      }
    }),
    duals: applications.filter((it) => it.role === 'mentee' && mentors.has(it.personId)).length,
    decided,
    notProceeding: decided === 0 ? 0 : decided - placed + withdrawn,
  }
}
