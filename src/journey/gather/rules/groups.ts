import { no, type Outcome, yes } from '../../../model/outcome.ts'
import { seededOrder } from './seeded-order.ts'

export type GroupMember = { readonly id: string; readonly division: string | null }
export type TwoOfAPair = readonly [string, string]
/** People in a small group: enough to talk, few enough that each does. Issue 6, events. */
export const SMALLEST_GROUP = 3
export const LARGEST_GROUP = 5
/** Beginnings tried before a draw is given up: a season where mentors have several mentees needs two or three. */
const MOST_BEGINNINGS = 50

type Groups = readonly (readonly string[])[]

/**
 * Small groups mixed across divisions in which nobody meets the other one of their pair: n people in groups of `size` as near as can
 * be, never under 3 or over 5, the ids of each. Sizes differ by 1 at most; so do the numbers of people of one division, as far as
 * keeping pairs apart lets them. The same people, pairs, size and seed give the same groups, in whatever order they come.
 * PRODUCT.md, learn and gather.
 */
export function planGroups(
  people: readonly GroupMember[],
  pairs: readonly TwoOfAPair[],
  size: number,
  seed: number,
): Outcome<Groups> {
  const most = Math.floor(people.length / SMALLEST_GROUP)
  const fewest = Math.ceil(people.length / LARGEST_GROUP)
  if (most === 0) return no('too-few-for-groups', { people: people.length })
  const wanted = Math.min(most, Math.max(fewest, Math.round(people.length / size)))
  const partners = partnersAmong(people, pairs)
  // Where a pair cannot be kept apart in so many groups, more and smaller ones may do.
  for (let many = wanted; many <= most; many += 1)
    for (let begun = 0; begun < MOST_BEGINNINGS; begun += 1) {
      const groups = keepApart(deal(people, many, seed + begun), partners)
      if (groups) return yes(groups.map((it) => it.map(({ id }) => id)))
    }
  return no('pairs-meet', { people: people.length })
}

/** Dealt like cards, one division after the other: whoever follows goes into the next group. */
function deal(people: readonly GroupMember[], many: number, seed: number): GroupMember[][] {
  const groups: GroupMember[][] = Array.from({ length: many }, () => [])
  const sorted = [...people].sort((a, b) => (a.id < b.id ? -1 : 1))
  const divisions = Map.groupBy(seededOrder(sorted, seed), (it) => it.division ?? '')
  const names = seededOrder([...divisions.keys()].sort(), seed)
  for (const [at, member] of names.flatMap((name) => divisions.get(name) ?? []).entries())
    groups[at % many]?.push(member)
  return groups
}

/** Whoever meets their partner changes places with somebody, of the same division if that is possible; null where nobody can. */
function keepApart(groups: GroupMember[][], partners: Partners): readonly (readonly GroupMember[])[] | null {
  const meets = (it: GroupMember, group: readonly GroupMember[], but: GroupMember) =>
    group.some((other) => other !== but && partners.get(it.id)?.has(other.id))
  for (const group of groups)
    for (const [at, one] of group.entries()) {
      if (!meets(one, group, one)) continue
      const others = groups
        .filter((it) => it !== group)
        .flatMap((theirs) => theirs.map((other, place) => ({ other, place, theirs })))
      const fit = others.filter(({ other, theirs }) => !meets(one, theirs, other) && !meets(other, group, one))
      const found = fit.find(({ other }) => other.division === one.division) ?? fit[0]
      if (!found) return null
      group[at] = found.other
      found.theirs[found.place] = one
    }
  return groups
}

type Partners = ReadonlyMap<string, ReadonlySet<string>>

function partnersAmong(people: readonly GroupMember[], pairs: readonly TwoOfAPair[]): Partners {
  const here = new Set(people.map((it) => it.id))
  const found = new Map<string, Set<string>>()
  for (const [a, b] of pairs.filter(([a, b]) => here.has(a) && here.has(b))) {
    found.set(a, new Set([...(found.get(a) ?? []), b]))
    found.set(b, new Set([...(found.get(b) ?? []), a]))
  }
  return found
}
