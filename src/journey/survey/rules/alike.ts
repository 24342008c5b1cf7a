import { GUARD, type Guard } from '../rules.ts'

/** Values by how often they are there. */
export type Tally = ReadonlyMap<string, number>

export function tallyOf(values: readonly string[]): Tally {
  const tally = new Map<string, number>()
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1)
  return tally
}

/** What is left of one tally when another is taken out of it. */
export function tallyWithout(all: Tally, some: Tally): Tally {
  return new Map([...all].map(([value, many]) => [value, many - (some.get(value) ?? 0)]))
}

export function sizeOf(tally: Tally): number {
  return [...tally.values()].reduce((sum, many) => sum + many, 0)
}

/**
 * Whether all of a group, or all but one, said the same: nothing exact may be told of such a group, nor of two whose difference it is.
 * Where at least two differ, nothing that is true of everybody can be found out. Decision 0017.
 */
export function isAlike(tally: Tally, guard: Guard = GUARD): boolean {
  const size = sizeOf(tally)
  return size > 0 && Math.max(...tally.values()) >= size - guard.alike
}

/** Whether a group may stand in a difference of two that are published: nobody is in it, or enough to hide in. PRODUCT.md, who sees what. */
export function hidesNobody(size: number, guard: Guard = GUARD): boolean {
  return size === 0 || size >= guard.difference
}
