/** An application in force, as far as a letter about it goes. */
export type Heard = { readonly personId: string; readonly isDecided: boolean }

/** Who without a place is told so now, and about whom nothing was decided yet, each once and in the order of their applications. */
export type WhoHears = { readonly noPlace: readonly string[]; readonly later: readonly string[] }

/**
 * Only somebody about whom something was decided hears that there is no place; one decided application is enough, since it is the
 * one they hear about. PRODUCT.md, announce.
 */
export function planWhoHears(applications: readonly Heard[], placed: ReadonlySet<string>): WhoHears {
  const without = applications.filter((it) => !placed.has(it.personId))
  const decided = new Set(without.filter((it) => it.isDecided).map((it) => it.personId))
  const people = [...new Set(without.map((it) => it.personId))]
  return {
    noPlace: people.filter((id) => decided.has(id)),
    later: people.filter((id) => !decided.has(id)),
  }
}
