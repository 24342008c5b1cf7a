import { NOT_POSSIBLE } from './grid.ts'
import { refusalOf } from './hard-rules.ts'
import type { OpenView } from './open-view.ts'
import { comparePriority } from './priority.ts'
import type { Mentee, Mentor, PairIds, PeopleRemedy, Problem } from './problem.ts'

/** Steps looked at before remedies settle for fewer examples: a tenth of a second. */
const MOST_STEPS = 20_000_000

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
  const steps = Math.max(1, view.worth.length)
  const tries = waiting.length === 0 ? 0 : Math.max(1, Math.floor(MOST_STEPS / steps))
  for (const [column, like] of view.mentors.slice(0, tries).entries()) {
    const copy = { ...like, id: '', maximum: 1 }
    const takes = view.mentees.map((mentee) => refusalOf(view.rules, copy, mentee) === null)
    const reaches = whoReaches(view, free, takes)
    for (const mentee of waiting) {
      const row = view.mentees.indexOf(mentee)
      if (takes[row] !== true) continue
      const before = waiting.filter(
        (it) => it !== mentee && !isBehind(it, mentee) && reaches.has(view.mentees.indexOf(it)),
      ).length
      const worth = view.worth[row * view.mentors.length + column] ?? NOT_POSSIBLE
      const known = found.get(mentee.id)
      const places = before + 1
      if (!known || places < known.places || (places === known.places && worth > known.worth))
        found.set(mentee.id, { kind: 'mentor', like: like.id, places, worth })
    }
  }
  return new Map([...found].map(([id, { kind, like, places }]) => [id, { kind, like, places }]))
}

// Backwards from the new place: who could take it, and who could take the place of somebody who can.
function whoReaches(view: OpenView, free: readonly PairIds[], takes: readonly boolean[]): ReadonlySet<number> {
  const m = view.mentors.length
  const columnOf = new Map(view.mentors.map((one, column) => [one.id, column]))
  const mentorOf = new Map(free.map((pair) => [pair.menteeId, columnOf.get(pair.mentorId)]))
  const reached = new Set(takes.flatMap((it, row) => (it ? [row] : [])))
  const seen = new Set<number>()
  for (const row of reached) {
    const column = mentorOf.get(view.mentees[row]?.id ?? '')
    if (column === undefined || seen.has(column)) continue
    seen.add(column)
    for (let other = 0; other < view.mentees.length; other++)
      if (view.worth[other * m + column] !== NOT_POSSIBLE) reached.add(other)
  }
  return reached
}

/** For each mentor in reserve how many new mentees like one of the run would let them serve: one for them, and one for every claim that goes before. Mentors without a claim and without a minimum wait for nobody. */
export function serveRemedies(view: OpenView, { reserve }: Left, problem: Problem, pairs: readonly PairIds[]) {
  const serving = [...pairs, ...(problem.fixed ?? [])]
  const missing = (mentor: Mentor) =>
    Math.max(0, mentor.minimum - serving.filter((it) => it.mentorId === mentor.id).length)
  const allMissing = problem.mentors.reduce((sum, mentor) => sum + missing(mentor), 0)
  const claims = reserve.filter((it) => it.priority.score !== null)
  const found = new Map<string, PeopleRemedy>()
  for (const mentor of reserve) {
    const like = bestCopyFor(view, mentor)
    const before = claims.filter((it) => it !== mentor && !isBehind(it, mentor)).length
    const hasClaim = mentor.priority.score !== null
    if (like === null || (!hasClaim && mentor.minimum < 1)) continue
    const places = hasClaim ? before + 1 : claims.length + allMissing - missing(mentor) + 1
    found.set(mentor.id, { kind: 'mentee', like, places })
  }
  return found
}

function bestCopyFor(view: OpenView, mentor: Mentor): string | null {
  const column = view.mentors.indexOf(mentor)
  let best: { readonly id: string; readonly worth: number } | null = null
  for (const [row, mentee] of view.mentees.entries()) {
    if (refusalOf(view.rules, mentor, { ...mentee, id: '' }) !== null) continue
    const worth = view.worth[row * view.mentors.length + column] ?? NOT_POSSIBLE
    if (best === null || worth > best.worth) best = { id: mentee.id, worth }
  }
  return best?.id ?? null
}

function isBehind(one: Mentee, other: Mentee): boolean {
  return comparePriority({ ...one, id: '' }, { ...other, id: '' }) > 0
}
