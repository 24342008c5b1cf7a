/** An application as assigning sees it. */
export type ToReview = {
  readonly id: string
  /** Reviewers who have it already, sent or not. */
  readonly given: readonly string[]
  /** Reviewers who may not have it: they stand too near, or were excused. */
  readonly excluded: ReadonlySet<string>
}
export type ReviewersPlan = {
  readonly added: readonly { readonly applicationId: string; readonly reviewerId: string }[]
  /** Applications that get fewer reviewers than asked for, since nobody else may have them. */
  readonly short: number
  /** How many applications each reviewer would have, those given before among them. */
  readonly loads: ReadonlyMap<string, number>
}

/**
 * Gives every application as many different reviewers as asked for, `each`, as far as conflicts let it, so that the work is as even as
 * it can be: the sum of the squares of the loads is the smallest possible, and with it the largest load. What was given before stays.
 * The same people and applications give the same plan in any order. Harvey, Ladner, Lovász, Tamir, "Semi-matchings for bipartite graphs
 * and load balancing", 2006: there is nothing better once no path leads from one load to another that is smaller by two.
 */
export function planReviewers(
  reviewers: readonly string[],
  applications: readonly ToReview[],
  each: number,
): ReviewersPlan {
  const people = [...reviewers].toSorted()
  const candidates = new Map(applications.map((it) => [it.id, people.filter((one) => mayHave(it, one))]))
  const loads = new Map(people.map((it) => [it, 0]))
  for (const one of applications.flatMap((it) => it.given)) loads.set(one, (loads.get(one) ?? 0) + 1)
  const needs = (it: ToReview) => Math.max(0, Math.min(each - it.given.length, candidates.get(it.id)?.length ?? 0))
  const added = new Map<string, Set<string>>()
  // Whoever has the least choice is served first.
  const inOrder = applications.toSorted(
    (a, b) => choice(candidates, a) - choice(candidates, b) || (a.id < b.id ? -1 : 1),
  )
  for (const it of inOrder) {
    const least = (candidates.get(it.id) ?? []).toSorted((a, b) => load(loads, a) - load(loads, b) || (a < b ? -1 : 1))
    const chosen = least.slice(0, needs(it))
    added.set(it.id, new Set(chosen))
    for (const one of chosen) loads.set(one, load(loads, one) + 1)
  }
  while (evenOut(people, candidates, added, loads)) {}
  return {
    added: [...added].flatMap(([applicationId, of]) =>
      [...of].toSorted().map((reviewerId) => ({ applicationId, reviewerId })),
    ),
    short: applications.filter((it) => it.given.length + needs(it) < each).length,
    loads,
  }
}

type Sets = Map<string, Set<string>>
type Step = { readonly applicationId: string; readonly from: string; readonly to: string }

/** Moves work along one path from somebody to somebody with at least two fewer; says whether there was one. */
function evenOut(
  people: readonly string[],
  candidates: ReadonlyMap<string, readonly string[]>,
  added: Sets,
  loads: Map<string, number>,
): boolean {
  const moves = movesOf(candidates, added)
  const busiest = people.toSorted((a, b) => load(loads, b) - load(loads, a) || (a < b ? -1 : 1))
  for (const start of busiest) {
    const path = pathFrom(start, moves, (it) => load(loads, it) <= load(loads, start) - 2)
    const end = path.at(-1)?.to
    if (!end) continue
    for (const { applicationId, from, to } of path) {
      added.get(applicationId)?.delete(from)
      added.get(applicationId)?.add(to)
    }
    loads.set(start, load(loads, start) - 1)
    loads.set(end, load(loads, end) + 1)
    return true
  }
  return false
}

/** One way each to hand work on from one reviewer to another: by an application that the other may have and has not. */
function movesOf(candidates: ReadonlyMap<string, readonly string[]>, added: Sets): Map<string, Map<string, Step>> {
  const moves = new Map<string, Map<string, Step>>()
  for (const [applicationId, of] of added)
    for (const from of of) {
      const ways = moves.get(from) ?? new Map<string, Step>()
      moves.set(from, ways)
      for (const to of candidates.get(applicationId) ?? [])
        if (!of.has(to) && !ways.has(to)) ways.set(to, { applicationId, from, to })
    }
  return moves
}

/** The shortest path from one reviewer to any that will do; empty where there is none. */
function pathFrom(
  start: string,
  moves: ReadonlyMap<string, ReadonlyMap<string, Step>>,
  isEnd: (it: string) => boolean,
): readonly Step[] {
  const cameBy = new Map<string, Step | null>([[start, null]])
  const queue = [start]
  for (const at of queue)
    for (const [to, step] of moves.get(at) ?? []) {
      if (cameBy.has(to)) continue
      cameBy.set(to, step)
      if (isEnd(to)) return back(cameBy, to)
      queue.push(to)
    }
  return []
}

function back(cameBy: ReadonlyMap<string, Step | null>, end: string): readonly Step[] {
  const path: Step[] = []
  for (let step = cameBy.get(end); step; step = cameBy.get(step.from)) path.unshift(step)
  return path
}

function mayHave(it: ToReview, reviewer: string): boolean {
  return !it.excluded.has(reviewer) && !it.given.includes(reviewer)
}

function choice(candidates: ReadonlyMap<string, readonly string[]>, it: ToReview): number {
  return candidates.get(it.id)?.length ?? 0
}

function load(loads: ReadonlyMap<string, number>, reviewer: string): number {
  return loads.get(reviewer) ?? 0
}
