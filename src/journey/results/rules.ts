import { addDays } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'
import type {
  BreakdownFact,
  ChangeFact,
  DepartmentFact,
  MeetingFact,
  PairFact,
  Results,
  SupervisorFact,
  SurveyFact,
} from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import { countAttendance } from '../gather/rules.ts'
import { countStrips, planStrips } from '../meet/rules.ts'
import { countBreakdowns } from '../survey/rules/breakdowns.ts'
import { countChanges } from '../survey/rules/changes.ts'
import { type Around, planAsked } from '../survey/rules/respondents.ts'
import { countSurvey, isClosed } from '../survey/rules.ts'
import { countMeasures } from './rules/catalogue.ts'
import type { Asked } from './rules/measured.ts'

export type SeasonFacts = {
  readonly season: string
  readonly asOf: Day
  readonly meetings: readonly MeetingFact[]
  readonly surveys: readonly SurveyFact[]
  /** Whose supervisors were asked; nobody's where it is not said. */
  readonly supervisors?: readonly SupervisorFact[] | undefined
  readonly changes?: readonly ChangeFact[]
  readonly breakdowns?: readonly BreakdownFact[]
} & Pick<Asked, 'pairs' | 'departments' | 'attendance'> &
  Partial<Pick<Asked, 'trained' | 'questionsAskedOn' | 'careers'>>

/** Every figure of a season as of a day, from its facts; each is defined where it is counted. PRODUCT.md, figures. */
export function countResults(program: Program, facts: SeasonFacts): Results {
  const { asOf } = facts
  const pairs = asKnownOn(facts.pairs, asOf)
  const strips = planStrips(program.meetings, pairs, facts.meetings, asOf)
  const target = (definition: string) =>
    program.measures.find((it) => it.definition === definition)?.targetPercent ?? null
  const results = {
    season: facts.season,
    asOf,
    participation: countParticipation(pairs, facts.departments, asOf),
    attendance: program.events.map((event) =>
      countAttendance(event, pairs, facts.attendance, asOf, target('attendance')),
    ),
    cadence: countStrips(strips, target('cadence')),
    strips: nameless(strips),
    surveys: surveysOf(program, { pairs, supervisors: facts.supervisors }, facts.surveys, asOf),
    changes: countChanges(program.surveys, facts.changes ?? [], asOf),
    breakdowns: countBreakdowns(program.surveys, facts.breakdowns ?? [], asOf),
  }
  const { departments, attendance, trained = [], questionsAskedOn = [], careers = null } = facts
  const given = { departments, attendance, trained, questionsAskedOn, careers }
  return { ...results, measures: countMeasures({ program, asOf, pairs, strips, results, ...given }) }
}

/** The pairs of a day: what ends later has not ended yet, so that a figure of a past day stays what it was. PRODUCT.md, figures. */
function asKnownOn(pairs: readonly PairFact[], asOf: Day): readonly PairFact[] {
  return pairs
    .filter((pair) => pair.publishedOn <= asOf)
    .map((pair) => (pair.endedOn !== null && pair.endedOn > asOf ? { ...pair, endedOn: null } : pair))
}

/** Everyone ever in a published pair by the day, each once; departments are those of the day, per side; a pair is active on its last day. PRODUCT.md, figures. */
export function countParticipation(
  pairs: readonly PairFact[],
  departments: readonly DepartmentFact[],
  asOf: Day,
): Results['participation'] {
  const known = pairs.filter((pair) => pair.publishedOn <= asOf)
  const of = new Map(departments.map((it) => [it.personId, it.department]))
  const distinct = (ids: readonly string[]) => new Set(ids.map((id) => of.get(id)).filter((it) => it)).size
  const ended = known.filter((pair) => pair.endedOn !== null && pair.endedOn < asOf).length
  return {
    people: new Set(known.flatMap((pair) => [pair.mentorId, pair.menteeId])).size,
    pairs: known.length,
    menteeDepartments: distinct(known.map((pair) => pair.menteeId)),
    mentorDepartments: distinct(known.map((pair) => pair.mentorId)),
    activePairs: known.length - ended,
    endedPairs: ended,
  }
}

/** One strip a pair, not named; those with a gap come first. */
function nameless(planned: ReturnType<typeof planStrips>): Results['strips'] {
  const isGap = (state: string) => state === 'unknown' || state === 'disagree'
  const strips = planned.map((strip) => {
    const windows = strip.map((cell) => cell.state)
    return { windows, gaps: windows.filter(isGap).length, word: windows.join() }
  })
  const ordered = strips.sort((a, b) => b.gaps - a.gaps || (a.word < b.word ? -1 : 1))
  return ordered.map(({ windows }, at) => ({ pair: at + 1, windows }))
}

function surveysOf(program: Program, around: Around, facts: readonly SurveyFact[], asOf: Day): Results['surveys'] {
  return facts.flatMap((fact) => {
    const survey = program.surveys[fact.survey]
    if (!survey || !isClosed(survey, asOf)) return []
    return [countSurvey(fact.survey, survey, fact, planAsked(program, fact.survey, fact.role, around).size)]
  })
}

/** Days from which to look back: the first day of the meetings, the day after each survey's close, the season's end, today. PRODUCT.md, results. */
export function daysToLookBackFrom({ meetings, surveys, endsOn }: Program, today: Day): readonly Day[] {
  const days = [meetings.from, ...Object.values(surveys).map((it) => addDays(it.closes, 1)), endsOn]
  return [...new Set([...days.filter((it) => it < today), today])].sort()
}
