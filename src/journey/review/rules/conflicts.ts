import type { Role } from '../../../model/role.ts'

/** What is known of who stands near whom. Ids are persons'. */
export type Nearness = {
  /** Whom each reports to. */
  readonly managers: ReadonlyMap<string, string>
  /** Everybody each was ever paired with. */
  readonly partners: ReadonlyMap<string, ReadonlySet<string>>
  /** The roles of the season for which each ever applied. */
  readonly applied: ReadonlyMap<string, ReadonlySet<Role>>
}
type Application = { readonly personId: string; readonly role: Role }

/**
 * Whether a reviewer stands too near to an application: it is their own, one is in the other's reporting line at any distance, they
 * were once a pair, or the reviewer applied for the same role and would judge whom they compete with. PRODUCT.md, review.
 */
export function standsTooNear(reviewer: string, { personId, role }: Application, it: Nearness): boolean {
  return (
    reviewer === personId ||
    isAbove(reviewer, personId, it.managers) ||
    isAbove(personId, reviewer, it.managers) ||
    it.partners.get(reviewer)?.has(personId) === true ||
    it.applied.get(reviewer)?.has(role) === true
  )
}

/** Whether one is in the line above the other; a directory that goes round in a circle ends the walk. */
function isAbove(one: string, other: string, managers: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>()
  for (let at = managers.get(other); at !== undefined && !seen.has(at); at = managers.get(at)) {
    if (at === one) return true
    seen.add(at)
  }
  return false
}
