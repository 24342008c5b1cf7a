import { ROLES, type Role } from '../../../model/role.ts'

type Funnelled = {
  readonly role: Role
  readonly division: string | null
  readonly outcome: 'pool' | 'reserve' | 'declined' | null
  readonly isPaired: boolean
  readonly isReached: boolean
}
export type Steps = {
  readonly sent: number
  /** Cleared and eligible, as one number. */
  readonly reached: number
  readonly admitted: number
  readonly placed: number
}
export type Funnel = {
  readonly roles: readonly (Steps & { readonly role: Role; readonly began: number })[]
  readonly divisions: readonly {
    readonly division: string
    readonly mentor: Steps
    readonly mentee: Steps
  }[]
}

/**
 * How many of a season's applications came how far, in people, by role and by division. `sent` holds those who took theirs back,
 * so that what lies between it and `reached` is one number for every cause. PRODUCT.md, who sees what.
 */
export function countFunnel(
  all: readonly Funnelled[],
  takenBack: readonly { readonly role: Role; readonly division: string | null; readonly people: number }[],
  began: readonly { readonly role: Role; readonly people: number }[],
): Funnel {
  const count = (role: Role, division?: string): Steps => {
    const isHere = (it: { role: Role; division: string | null }) =>
      it.role === role && (division === undefined || (it.division ?? '') === division)
    const of = all.filter(isHere)
    return {
      sent: of.length + takenBack.filter(isHere).reduce((sum, it) => sum + it.people, 0),
      reached: of.filter((it) => it.isReached).length,
      admitted: of.filter((it) => it.isReached && (it.outcome === 'pool' || it.isPaired)).length,
      placed: of.filter((it) => it.isReached && it.isPaired).length,
    }
  }
  const divisions = [...new Set([...all, ...takenBack].map((it) => it.division ?? ''))].toSorted()
  return {
    roles: ROLES.map((role) => ({
      role,
      began: began.find((it) => it.role === role)?.people ?? 0,
      ...count(role),
    })),
    divisions: divisions.map((division) => ({
      division,
      mentor: count('mentor', division),
      mentee: count('mentee', division),
    })),
  }
}
