import type { Standing } from '../../../model/measure-figure.ts'
import { countEventStanding } from '../../gather/rules/event-standing.ts'
import { cameBy, eventDays, isCalledOff } from '../../gather/rules.ts'
import { countPairStanding } from '../../meet/rules/pair-standing.ts'
import { type Asked, type Counted, noFigure, openUntil, peopleOf, plainCount, share } from './measured.ts'

/** People and pairs, as the page of a season says them. PRODUCT.md, figures: people. */
export function measureParticipation({ results }: Asked): readonly Counted[] {
  const { people, pairs } = results.participation
  return [plainCount(['people'], people), plainCount(['pairs'], pairs)]
}

/** Departments of each side on the day; people without one add none. PRODUCT.md, results. */
export function measureDepartments({ results }: Asked): readonly Counted[] {
  const { mentorDepartments, menteeDepartments } = results.participation
  return [plainCount(['mentor'], mentorDepartments), plainCount(['mentee'], menteeDepartments)]
}

/** The same of divisions. PRODUCT.md, results. */
export function measureDivisions({ pairs, departments }: Asked): readonly Counted[] {
  const of = new Map(departments.map((it) => [it.personId, it.division]))
  const distinct = (ids: readonly string[]) => new Set(ids.map((id) => of.get(id)).filter((it) => it)).size
  return [
    plainCount(['mentor'], distinct(pairs.map((it) => it.mentorId))),
    plainCount(['mentee'], distinct(pairs.map((it) => it.menteeId))),
  ]
}

/** Pairs that did not end before the last day of meetings, or before the day shown; a pair is active on its last day. PRODUCT.md, figures. */
export function measureRetention({ pairs, program, asOf }: Asked): readonly Counted[] {
  const { until } = program.meetings
  const on = asOf < until ? asOf : until
  const going = pairs.filter((pair) => pair.endedOn === null || pair.endedOn >= on).length
  const missed = pairs.length - going
  const standing = asOf < until ? { reached: 0, missed, open: going } : { reached: going, missed, open: 0 }
  return [share([], going, pairs.length, { standing })]
}

/** Invitations to the events that count, taken up; those of events to come are still open. PRODUCT.md, figures: roster. */
export function measureAttendance({ program, pairs, attendance, asOf }: Asked): readonly Counted[] {
  const events = program.events.filter((event) => event.countsTowardsTarget && !isCalledOff(event, asOf))
  const standings = events.map((event) => countEventStanding(event, pairs, attendance, asOf))
  const begun = events.map((event) => {
    const days = eventDays(event)
    return days !== null && days.first <= asOf
  })
  const held = standings.filter((_, at) => begun[at])
  const base = held.reduce((sum, it) => sum + it.reached + it.missed + it.open, 0)
  const counted = held.reduce((sum, it) => sum + it.reached, 0)
  return [share([], counted, base, { standing: standings.reduce(added, NOBODY) })]
}

const NOBODY: Standing = { reached: 0, missed: 0, open: 0 }

function added(sum: Standing, it: Standing): Standing {
  return { reached: sum.reached + it.reached, missed: sum.missed + it.missed, open: sum.open + it.open }
}

/** What people did beyond being there: facts that are counted, nothing that is guessed. Issue 7, measures. */
export function measureEngagement({ program, pairs, attendance, asOf, questionsAskedOn }: Asked): readonly Counted[] {
  const people = peopleOf(pairs)
  const optional = new Set(program.events.filter((event) => event.optional).map((event) => event.key))
  const came = cameBy(program.events, attendance, asOf).filter((it) => people.has(it.personId))
  const distinct = (facts: typeof came) => new Set(facts.map((it) => it.personId)).size
  const atAll = share(['live'], distinct(came), people.size, {
    standing: openUntil(program.endsOn, asOf, distinct(came), people.size),
  })
  const questions = plainCount(['questions'], questionsAskedOn.filter((day) => day <= asOf).length)
  if (optional.size === 0) return [atAll, questions]
  const chosen = distinct(came.filter((it) => optional.has(it.event)))
  return [atAll, share(['optional'], chosen, people.size, { isAimed: false, standing: null }), questions]
}

/**
 * Pairs that met in every window of theirs. Counted is what is known; at best every window of which nothing is known yet was met. A
 * meeting in each window is not the same as never being 14 days apart. PRODUCT.md, figures: window.
 */
export function measureCadence({ results, strips, asOf }: Asked): readonly Counted[] {
  const { cadence } = results
  if (cadence.pairs === 0) return [noFigure([], 'not-begun')]
  const { states, pairsEveryWindow, windowsExcused } = cadence
  const isOpen = states !== undefined && states.pairsAtBest > pairsEveryWindow
  return [
    share([], pairsEveryWindow, cadence.pairs, {
      excluded: windowsExcused,
      standing: countPairStanding(strips, asOf),
      ...(isOpen ? { least: pairsEveryWindow, most: states.pairsAtBest } : {}),
    }),
  ]
}

/** Pairs that met in at least k of their windows; a pair that still can is open. PRODUCT.md, design: completion. */
export function measureCompletion({ program, pairs, strips, asOf }: Asked): readonly Counted[] {
  const wanted = program.completion?.meetings
  if (wanted === undefined) return [noFigure([], 'not-in-the-program')]
  const kinds = strips.map((strip, at) => {
    const met = strip.filter((cell) => cell.state === 'met' || cell.state === 'one').length
    if (met >= wanted) return 'reached'
    const endedOn = pairs[at]?.endedOn ?? null
    if (endedOn !== null && endedOn < asOf) return 'missed'
    const ahead = strip.filter((cell) => cell.state === 'coming' || cell.state === 'due').length
    return met + ahead >= wanted ? 'open' : 'missed'
  })
  const of = (kind: string) => kinds.filter((it) => it === kind).length
  const standing = { reached: of('reached'), missed: of('missed'), open: of('open') }
  return [share([], standing.reached, kinds.length, { standing })]
}
