import { seededOrder } from './seeded-order.ts'

export type GroupMember = { readonly id: string; readonly division: string | null }
export const SMALLEST_GROUP = 2
export const LARGEST_GROUP = 50

/**
 * Small groups mixed across divisions: n people in about n / size groups, the ids of each. Sizes differ by 1 at most, and so do the
 * numbers of people of one division; the same people, size and seed give the same groups, in whatever order the people come.
 * PRODUCT.md, learn and gather.
 */
export function planGroups(people: readonly GroupMember[], size: number, seed: number): readonly (readonly string[])[] {
  if (people.length === 0) return []
  const groups: string[][] = Array.from({ length: Math.max(1, Math.round(people.length / size)) }, () => [])
  const sorted = [...people].sort((a, b) => (a.id < b.id ? -1 : 1))
  const divisions = Map.groupBy(seededOrder(sorted, seed), (it) => it.division ?? '')
  const names = seededOrder([...divisions.keys()].sort(), seed)
  // Dealt like cards, one division after the other: whoever follows goes into the next group.
  const dealt = names.flatMap((name) => divisions.get(name) ?? [])
  for (const [at, { id }] of dealt.entries()) groups[at % groups.length]?.push(id)
  return groups
}
