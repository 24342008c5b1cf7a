import type {
  AttendanceFact,
  CareerFact,
  DepartmentFact,
  MeetingFact,
  PairFact,
  SurveyFact,
  TrainedFact,
} from '../../src/model/figures.ts'
import type { Program, ProgramEvent } from '../../src/model/program.ts'

/** Everything that is on record of a season, dated. */
export type Rows = {
  readonly program: Program
  readonly pairs: readonly PairFact[]
  readonly meetings: readonly MeetingFact[]
  readonly attendance: readonly AttendanceFact[]
  readonly trained: readonly TrainedFact[]
  readonly departments: readonly DepartmentFact[]
  readonly careers: readonly CareerFact[]
  readonly questionsAskedOn: readonly string[]
  readonly surveys: readonly SurveyFact[]
}

/**
 * The figures of a season once more, as a patient person would count them by hand: day by day and row by row, sharing no code with
 * the product but the shapes of its rows.
 */
export function slowFigures(rows: Rows, asOf: string) {
  const pairs: PairFact[] = []
  for (const pair of rows.pairs) if (pair.publishedOn <= asOf) pairs.push(pair)
  const strips = pairs.map((pair) => slowStrip(rows, pairs, pair, asOf))
  return {
    participation: slowParticipation(rows, pairs, asOf),
    attendance: rows.program.events.map((event) => slowAttendance(rows, pairs, event, asOf)),
    cadence: slowCadence(strips),
    surveys: slowSurveys(rows, pairs, asOf),
    measures: slowMeasures(rows, pairs, strips, asOf),
  }
}

function slowParticipation(rows: Rows, pairs: readonly PairFact[], asOf: string) {
  const [people, mentorDepartments, menteeDepartments] = [new Set<string>(), new Set<string>(), new Set<string>()]
  let endedPairs = 0
  for (const pair of pairs) {
    people.add(pair.mentorId)
    people.add(pair.menteeId)
    for (const it of rows.departments) {
      if (it.personId === pair.mentorId && it.department) mentorDepartments.add(it.department)
      if (it.personId === pair.menteeId && it.department) menteeDepartments.add(it.department)
    }
    if (!isOn(pair, asOf)) endedPairs += 1
  }
  return {
    people: people.size,
    pairs: pairs.length,
    mentorDepartments: mentorDepartments.size,
    menteeDepartments: menteeDepartments.size,
    endedPairs,
    activePairs: pairs.length - endedPairs,
  }
}

/** An ending that lies ahead of the day asked about has not happened yet. */
function slowRoster(pairs: readonly PairFact[], days: readonly string[], asOf: string): Set<string> {
  const roster = new Set<string>()
  for (const day of days)
    for (const pair of pairs) {
      const endsLater = pair.endedOn !== null && pair.endedOn > asOf
      if (isOn(pair, day) || (endsLater && pair.publishedOn <= day)) roster.add(pair.mentorId).add(pair.menteeId)
    }
  return roster
}

/** The tests give every session its own day. */
function daysOf(event: ProgramEvent): string[] {
  const days = event.sessions.map((it) => it.on ?? '').sort()
  return allDays(days[0] ?? '', days.at(-1) ?? '')
}

function slowAttendance({ attendance }: Rows, pairs: readonly PairFact[], event: ProgramEvent, asOf: string) {
  const roster = slowRoster(pairs, daysOf(event), asOf)
  const [came, guests] = [new Set<string>(), new Set<string>()]
  for (const it of attendance)
    if (it.event === event.key && it.happenedOn <= asOf && it.happenedOn >= (daysOf(event)[0] ?? ''))
      (roster.has(it.personId) ? came : guests).add(it.personId)
  return { event: event.key, people: came.size, roster: roster.size, guests: guests.size }
}

/** One word for each window of a pair, and whether it counts already. */
function slowStrip({ program, meetings }: Rows, pairs: readonly PairFact[], pair: PairFact, asOf: string) {
  const { from, until, everyDays } = program.meetings
  const cells: { state: string; due: boolean }[] = []
  let first = pair.publishedOn > from ? pair.publishedOn : from
  for (;;) {
    let last = first
    for (let day = 1; day < everyDays; day += 1) last = next(last)
    if (last > until) return cells
    const days = allDays(first, last)
    const due =
      last < asOf && days.every((day) => day >= pair.publishedOn) && (pair.endedOn === null || pair.endedOn >= last)
    cells.push({ due, state: slowState(days, due, pair, pairs, meetings, asOf) })
    first = next(last)
  }
}

function slowState(
  days: readonly string[],
  due: boolean,
  pair: PairFact,
  pairs: readonly PairFact[],
  meetings: readonly MeetingFact[],
  asOf: string,
): string {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  for (const day of days) {
    if (pair.excusedOn.includes(day)) return 'excused'
    for (const pause of pair.pauses)
      if (pause.from <= day && (pause.until === null || day <= pause.until)) return 'excused'
  }
  const heard = new Set<string>()
  for (const it of meetings) {
    if (!days.includes(it.heldOn) || it.heldOn > asOf || !isOn(pair, it.heldOn) || it.menteeId !== pair.menteeId)
      continue
    const others = pairs.filter((one) => one !== pair && one.menteeId === pair.menteeId && isOn(one, it.heldOn))
    if (it.mentorId === null ? others.length === 0 : it.mentorId === pair.mentorId) heard.add(slowWorth(it, asOf))
  }
  for (const state of ['met', 'one', 'disagree']) if (heard.has(state)) return state
  if (heard.has('open')) return 'due'
  if (pair.endedOn !== null && pair.endedOn < last && pair.endedOn <= asOf) return 'ended'
  if (first > asOf) return 'coming'
  return due && workingDays(next(last), asOf).length >= 2 ? 'unknown' : 'due'
}

function slowWorth(it: MeetingFact, asOf: string): string {
  if (it.confirmedBy === 'both') return 'met'
  if (it.confirmedBy === 'unknown') return 'unknown'
  if (it.confirmedBy === 'denied') return 'disagree'
  const heardOn = it.saidOn && it.saidOn > it.heldOn ? it.saidOn : it.heldOn
  let lastDay = heardOn
  for (let left = 5; left > 0; ) {
    lastDay = next(lastDay)
    if (isWorking(lastDay)) left -= 1
  }
  if (it.deniedOn !== null && it.deniedOn <= asOf && it.deniedOn <= lastDay) return 'disagree'
  return lastDay < asOf ? 'one' : 'open'
}

type Strips = readonly (readonly { state: string; due: boolean }[])[]

function slowCadence(strips: Strips) {
  const known = { both: 0, one: 0, disagree: 0, unknown: 0, open: 0 }
  let [pairs, pairsEveryWindow, pairsAtBest, windowsMet, windowsDue, windowsExcused] = [0, 0, 0, 0, 0, 0]
  for (const strip of strips) {
    let [counted, met, lost] = [0, 0, 0]
    for (const { due, state } of strip) {
      if (!due) continue
      if (state === 'excused') {
        windowsExcused += 1
        continue
      }
      counted += 1
      if (state === 'met') known.both += 1
      if (state === 'one') known.one += 1
      if (state === 'disagree') known.disagree += 1
      if (state === 'unknown') known.unknown += 1
      if (state === 'due') known.open += 1
      if (state === 'met' || state === 'one') met += 1
      if (state === 'disagree') lost += 1
    }
    if (counted === 0) continue
    pairs += 1
    windowsDue += counted
    windowsMet += met
    if (met === counted) pairsEveryWindow += 1
    if (lost === 0) pairsAtBest += 1
  }
  return { pairs, pairsEveryWindow, windowsMet, windowsDue, windowsExcused, states: { ...known, pairsAtBest } }
}

function slowSurveys({ program, surveys }: Rows, pairs: readonly PairFact[], asOf: string) {
  const found: { survey: string; role: string; invited: number; answers: number }[] = []
  for (const fact of surveys) {
    const survey = program.surveys[fact.survey]
    if (!survey || asOf <= survey.closes) continue
    const invited = new Set<string>()
    for (const day of allDays(survey.opens, survey.closes))
      for (const pair of pairs) if (isOn(pair, day)) invited.add(fact.role === 'mentor' ? pair.mentorId : pair.menteeId)
    found.push({ survey: fact.survey, role: fact.role, invited: invited.size, answers: fact.answered })
  }
  return found
}

/** Numerator and denominator of the measures, by their definition and what they are about; null where nothing is shown. */
function slowMeasures(rows: Rows, pairs: readonly PairFact[], strips: Strips, asOf: string) {
  const { program } = rows
  const people = new Set(pairs.flatMap((it) => [it.mentorId, it.menteeId]))
  const found: Record<string, readonly [number, number | null] | null> = {}
  const divisions = (ids: readonly string[]) =>
    new Set(rows.departments.flatMap((it) => (ids.includes(it.personId) && it.division ? [it.division] : []))).size
  found['divisions mentor'] = [divisions(pairs.map((it) => it.mentorId)), null]
  found['divisions mentee'] = [divisions(pairs.map((it) => it.menteeId)), null]
  const { until } = program.meetings
  const on = asOf < until ? asOf : until
  found['retention '] = [pairs.filter((it) => it.endedOn === null || !(it.endedOn < on)).length, pairs.length]
  let [taken, invited] = [0, 0]
  for (const event of program.events) {
    if (!event.countsTowardsTarget || (daysOf(event)[0] ?? '') > asOf) continue
    const one = slowAttendance(rows, pairs, event, asOf)
    taken += one.people
    invited += one.roster
  }
  found['attendance '] = [taken, invited]
  const came = new Set<string>()
  for (const it of rows.attendance) {
    const event = program.events.find((one) => one.key === it.event)
    const tooEarly = event !== undefined && it.happenedOn < (daysOf(event)[0] ?? '')
    if (it.happenedOn <= asOf && !tooEarly && people.has(it.personId)) came.add(it.personId)
  }
  found['engagement live'] = [came.size, people.size]
  found['engagement questions'] = [rows.questionsAskedOn.filter((day) => day <= asOf).length, null]
  for (const training of program.training) {
    const takes = new Set<string>()
    for (const pair of pairs)
      if (isOn(pair, asOf))
        for (const role of training.roles) takes.add(role === 'mentor' ? pair.mentorId : pair.menteeId)
    const done = [...takes].filter((id) =>
      rows.trained.some(
        (it) =>
          it.personId === id && it.happenedOn <= asOf && training.alternatives.some((one) => one.key === it.course),
      ),
    )
    found[`training ${training.alternatives[0]?.key}`] = [done.length, takes.size]
  }
  const wanted = program.completion?.meetings ?? 0
  const complete = strips.filter(
    (strip) => strip.filter(({ state }) => state === 'met' || state === 'one').length >= wanted,
  )
  found['completion '] = [complete.length, strips.length]
  for (const [name, became] of Object.entries(AFTERWARDS)) found[`${name} `] = slowAfter(rows, people, asOf, became)
  return found
}

type Row = CareerFact['rows'][number]
const AFTERWARDS: Readonly<
  Record<string, (then: Row | undefined, now: Row | undefined, isThere: boolean) => boolean | null>
> = {
  staying: (_, now, isThere) => (now ? isThere : null),
  promotion: (then, now, isThere) => (isThere && then?.title && now?.title ? then.title !== now.title : null),
  transfer: (then, now, isThere) => {
    if (!isThere || !then || !now) return null
    if (!(then.department || then.division) || !(now.department || now.division)) return null
    return then.department !== now.department || then.division !== now.division
  },
}

function slowAfter(
  { program, careers }: Rows,
  people: ReadonlySet<string>,
  asOf: string,
  became: (typeof AFTERWARDS)[string],
): readonly [number, number | null] | null {
  const news = careers.flatMap((it) => [...it.rows.map((row) => row.fromOn), ...(it.leftOn ? [it.leftOn] : [])])
  if (asOf <= program.endsOn || !news.some((day) => day > program.endsOn && day <= asOf)) return null
  const rowOn = (it: CareerFact, day: string) => {
    let found = it.rows[0]
    for (const row of it.rows) if (row.fromOn <= day) found = row
    return found
  }
  let [counted, base] = [0, 0]
  for (const it of careers) {
    if (!people.has(it.personId)) continue
    const outcome = became(rowOn(it, program.endsOn), rowOn(it, asOf), it.leftOn === null || asOf < it.leftOn)
    if (outcome === null) continue
    base += 1
    if (outcome) counted += 1
  }
  return base < 5 ? null : [counted, base]
}

function isOn(pair: PairFact, day: string): boolean {
  return pair.publishedOn <= day && (pair.endedOn === null || day <= pair.endedOn)
}

function next(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function allDays(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = next(day)) days.push(day)
  return days
}

function isWorking(day: string): boolean {
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

function workingDays(first: string, last: string): string[] {
  return allDays(first, last).filter(isWorking)
}
