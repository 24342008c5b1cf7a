import { NOT_POSSIBLE } from './grid.ts'
import { refusalOf } from './hard-rules.ts'
import type { OpenView } from './open-view.ts'
import { comparePriority } from './priority.ts'
import type { Mentee, Mentor, PairIds, PeopleRemedy, Problem } from './problem.ts'

/** Steps looked at before remedies settle for fewer examples: a tenth of a second; and beyond which none is sought. */
const MOST_STEPS = 20_000_000
const FAR_TOO_MANY = 2_000_000_000

/** What is known of a run when remedies are sought: pairs the solver may move, and everybody without one, in priority order. */
type Left = {
  readonly free: readonly PairIds[]
  readonly waiting: readonly Mentee[]
  readonly reserve: readonly Mentor[]
}

/**
 * For each mentee without a place the fewest new places at a mentor like one of the run that would seat them: one for them, and one for
 * everybody not after them in priority who could get to such a place too, perhaps by others moving. True by running again; computed
 * from open rules and pairs alone. Policy: PRODUCT.md "Matching", what would change it.
 */
export function seatRemedies(view: OpenView, { free, waiting }: Left): ReadonlyMap<string, PeopleRemedy> {
  const found = new Map<string, PeopleRemedy & { readonly worth: number }>()
  const steps = Math.max(1, view.mentees.length * view.mentors.length)
  const isSought = waiting.length > 0 && steps <= FAR_TOO_MANY
  const tries = isSought ? Math.max(1, Math.floor(MOST_STEPS / steps)) : 0
  const rowOf = rowsOf(view.mentees)
  for (const [column, like] of view.mentors.slice(0, tries).entries()) {
    const copy = { ...like, id: '', maximum: 1 }
    const takes = view.mentees.map((mentee) => refusalOf(view.rules, copy, mentee) === null)
    const reaches = whoReaches(view, free, takes)
    const upTo = countNotBehind(waiting, (it) => reaches.has(rowOf.get(it.id) ?? -1))
    for (const [at, mentee] of waiting.entries()) {
      const row = rowOf.get(mentee.id) ?? -1
      if (takes[row] !== true) continue
      // The mentee reaches the place too.
      const places = upTo[at] ?? 1
      const worth = view.worthOf(row, column)
      const known = found.get(mentee.id)
      if (!known || places < known.places || (places === known.places && worth > known.worth))
        found.set(mentee.id, { kind: 'mentor', like: like.id, places, worth })
    }
  }
  return new Map([...found].map(([id, { kind, like, places }]) => [id, { kind, like, places }]))
}

function rowsOf(people: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(people.map((one, at) => [one.id, at]))
}

// Of people in priority order: how many of those who count are not behind each, equals and themselves included.
function countNotBehind<One extends Mentee>(people: readonly One[], counts: (one: One) => boolean): readonly number[] {
  const upTo: number[] = []
  let many = 0
  for (let from = 0, until = 0; from < people.length; from = until) {
    const first = people[from] as One
    while (until < people.length && !isBehind(people[until] as One, first))
      many += counts(people[until++] as One) ? 1 : 0
    for (let at = from; at < until; at++) upTo.push(many)
  }
  return upTo
}

// Backwards from the new place: who could take it, and who could take the place of somebody who can.
function whoReaches(view: OpenView, free: readonly PairIds[], takes: readonly boolean[]): ReadonlySet<number> {
  const columnOf = new Map(view.mentors.map((one, column) => [one.id, column]))
  const mentorOf = new Map(free.map((pair) => [pair.menteeId, columnOf.get(pair.mentorId)]))
  const reached = new Set(takes.flatMap((it, row) => (it ? [row] : [])))
  const seen = new Set<number>()
  for (const row of reached) {
    const column = mentorOf.get(view.mentees[row]?.id ?? '')
    if (column === undefined || seen.has(column)) continue
    seen.add(column)
    for (let other = 0; other < view.mentees.length; other++)
      if (view.worthOf(other, column) !== NOT_POSSIBLE) reached.add(other)
  }
  return reached
}

/** For each mentor in reserve how many new mentees like one of the run would let them serve: one for them, and one for every claim that goes before. Mentors without a claim and without a minimum wait for nobody. */
export function serveRemedies(view: OpenView, { reserve }: Left, problem: Problem, pairs: readonly PairIds[]) {
  const serving = new Map<string, number>()
  for (const { mentorId } of [...pairs, ...(problem.fixed ?? [])])
    serving.set(mentorId, (serving.get(mentorId) ?? 0) + 1)
  const missing = (mentor: Mentor) => Math.max(0, mentor.minimum - (serving.get(mentor.id) ?? 0))
  const allMissing = problem.mentors.reduce((sum, mentor) => sum + missing(mentor), 0)
  const claims = reserve.filter((it) => it.priority.score !== null)
  const upTo = new Map(countNotBehind(claims, () => true).map((many, at) => [claims[at]?.id ?? '', many]))
  const columnOf = rowsOf(view.mentors)
  const tries = Math.max(1, Math.floor(MOST_STEPS / Math.max(1, reserve.length)))
  const found = new Map<string, PeopleRemedy>()
  for (const mentor of reserve) {
    const before = upTo.get(mentor.id)
    if (before === undefined && mentor.minimum < 1) continue
    const like = bestCopyFor(view, mentor, columnOf.get(mentor.id) ?? -1, tries)
    const places = before ?? claims.length + allMissing - missing(mentor) + 1
    if (like !== null) found.set(mentor.id, { kind: 'mentee', like, places })
  }
  return found
}

function bestCopyFor(view: OpenView, mentor: Mentor, column: number, tries: number): string | null {
  let best: { readonly id: string; readonly worth: number } | null = null
  for (const [row, mentee] of view.mentees.slice(0, tries).entries()) {
    if (refusalOf(view.rules, mentor, { ...mentee, id: '' }) !== null) continue
    const worth = view.worthOf(row, column)
    if (best === null || worth > best.worth) best = { id: mentee.id, worth }
  }
  return best?.id ?? null
}

function isBehind(one: Mentee, other: Mentee): boolean {
  return comparePriority({ ...one, id: '' }, { ...other, id: '' }) > 0
}
