import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { dayIn } from '../../calendar/days.ts'
import type { Confirmation, PairFact, SurveyFact } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import { ROLES, type Role } from '../../model/role.ts'
import { decideSuperseding, isLate } from '../apply/rules.ts'
import { readProgram } from '../design/load-program.ts'
import { dayOfSession } from '../gather/rules.ts'
import { countPriority, decideAdmission, decideEligibility, orderByPriority } from '../review/rules.ts'
import { countResults } from './rules.ts'

const DATA = new URL('../../../../shared/data/', import.meta.url)
const absent = !existsSync(DATA)
const text = (file: string) => readFileSync(new URL(file, DATA), 'utf8')
const rowsOf = (file: string) => {
  const rows: Record<string, string>[] = parse(text(file), { columns: true })
  return rows.map((row) => (name: string) => row[name]?.trim() ?? '')
}
const season = (file: string) => rowsOf(`season-2021/${file}`)

function readSeasonProgram(): Program {
  const read = readProgram(readFileSync(new URL('../../../programs/women-2021.yaml', import.meta.url), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

function applicationsOf(program: Program) {
  const known = new Map(rowsOf('directory-2022.csv').map((row) => [row('email').toLowerCase(), row('start_date')]))
  const rows = season('applications.csv').flatMap((row, at) => {
    const [email, submittedAt] = [row('email').toLowerCase(), row('submitted_at')]
    const role = ROLES.find((it) => it === row('role'))
    if (!known.has(email) || !role) return []
    const said = (name: string) => (row(name) ? row(name) === 'yes' : null)
    const answers = {
      commits: said('commits_for_whole_program'),
      trainings: said('attends_live_trainings'),
      identity: said('identifies_with_program'),
      certificate: said('can_complete_certificate'),
    }
    const late = isLate(submittedAt, program.roles[role].call.closes, program.zone)
    const id = String(at)
    return [
      { id, person_id: email, role, submitted_at: submittedAt, late, answers, startedOn: known.get(email) || null },
    ]
  })
  const { replacedBy } = decideSuperseding(rows)
  return { rows, inForce: rows.filter((it) => !replacedBy.has(it.id)) }
}

function reviewed(program: Program) {
  const notCleared = new Set(season('people-team-standing.csv').map((row) => row('email')))
  const reviews = season('reviews.csv')
  return applicationsOf(program).inForce.map((it) => {
    const { requirements, considerations, call } = program.roles[it.role]
    const submittedOn = dayIn(it.submitted_at, program.zone)
    const decided = decideEligibility(requirements, { submittedOn, startedOn: it.startedOn, answers: it.answers })
    const named = decided.ok ? [] : (decided.facts.failed as readonly string[])
    const failed = notCleared.has(it.person_id) ? [...named, 'standing'] : named
    const own = reviews.filter((row) => row('email') === it.person_id && row('role') === it.role)
    const scores = own.map((row) => ({
      reviewerId: row('reviewer'),
      scores: { track: Number(row('track')), performance: Number(row('performance')) },
    }))
    const priority = countPriority(
      scores,
      considerations.map((criterion) => criterion.key),
    )
    const outcome = decideAdmission({ eligible: failed.length === 0, late: it.late, callLate: call.late })
    return { ...it, failed, priority, outcome, submittedAt: it.submitted_at }
  })
}

/** Mentee applications in the pool of people who are not mentors too, in priority order. */
function seekersOf(all: ReturnType<typeof reviewed>): readonly string[] {
  const pool = all.filter((it) => it.outcome === 'pool')
  const mentors = new Set(pool.filter((it) => it.role === 'mentor').map((it) => it.person_id))
  const seekers = pool.filter((it) => it.role === 'mentee' && !mentors.has(it.person_id))
  return orderByPriority(seekers).map((it) => it.person_id)
}

/** Who sits with whom changes no figure here, so seats go by priority; the late mentor takes the first of the waiting list. */
function pairsOf(program: Program): PairFact[] {
  const all = reviewed(program)
  const mentors = ['pool', 'reserve'].flatMap((outcome) =>
    all.filter((it) => it.role === 'mentor' && it.outcome === outcome),
  )
  const mentees = seekersOf(all)
  return mentors.map((mentor, at) => ({
    id: String(at),
    mentorId: mentor.person_id,
    menteeId: mentees[at] ?? 'nobody',
    publishedOn: mentor.late ? '2021-07-14' : '2021-06-29',
    endedOn: null,
    pauses: [],
    excusedOn: [],
  }))
}

function answersOf(file: string, role: Role): SurveyFact {
  const rows: Record<string, string>[] = parse(text(`season-2021/${file}`), { columns: true })
  const answers = rows.flatMap(({ email: _, ...given }) =>
    Object.entries(given).map(([question, value]) => ({ question, values: value.split(';').map((it) => it.trim()) })),
  )
  return { survey: 'end', role, answered: rows.length, answers }
}

function resultsOf(program: Program) {
  return countResults(program, {
    season: program.key,
    asOf: '2021-10-07',
    pairs: pairsOf(program),
    departments: rowsOf('directory-2022.csv').map((row) => ({
      personId: row('email'),
      department: row('department') || null,
    })),
    attendance: season('attendance.csv').flatMap((row) => {
      const event = program.events.find((it) => it.key === row('event'))
      const happenedOn = event && dayOfSession(event, row('session'))
      return happenedOn ? [{ event: row('event'), session: row('session'), personId: row('email'), happenedOn }] : []
    }),
    meetings: season('meetings.csv').map((row) => ({
      menteeId: row('mentee_email'),
      mentorId: null,
      heldOn: row('held_on'),
      confirmedBy: row('confirmed_by') as Confirmation,
      deniedOn: null,
    })),
    surveys: [answersOf('survey-end-mentors.csv', 'mentor'), answersOf('survey-end-mentees.csv', 'mentee')],
  })
}

describe.skipIf(absent)('the season of 2021 (skipped where ../shared/data is absent)', () => {
  const expected = absent ? null : JSON.parse(text('season-2021/expected.json'))

  it('83 applications stand, one was replaced', () => {
    const { rows, inForce } = applicationsOf(readSeasonProgram())
    expect(inForce).toHaveLength(expected.applications.accepted_as_applications)
    expect(rows.length - inForce.length).toBe(expected.applications.superseded)
    expect(inForce.filter((it) => it.late).map((it) => it.person_id)).toEqual([expected.applications.late_mentor])
  })

  it('each requirement turns away as many as it did', () => {
    const causes = reviewed(readSeasonProgram()).flatMap((it) => it.failed.map((kind) => `${it.role}:${kind}`))
    const counts = Object.fromEntries(causes.map((cause) => [cause, causes.filter((it) => it === cause).length]))
    expect(counts).toEqual(expected.applications.ineligible)
  })

  it('32 mentors are eligible in time, 38 mentee applications, three by people who are both', () => {
    const all = reviewed(readSeasonProgram())
    const pool = (role: Role) => all.filter((it) => it.role === role && it.outcome === 'pool').map((it) => it.person_id)
    expect(pool('mentor')).toHaveLength(expected.shortage.eligible_mentors_on_time)
    expect(pool('mentee')).toHaveLength(expected.shortage.eligible_mentee_applications)
    const duals = pool('mentor').filter((it) => pool('mentee').includes(it))
    expect(duals.sort()).toEqual(expected.shortage.dual_applicants_kept_as_mentors_only)
    expect(seekersOf(all).slice(32)).toEqual(expected.waiting_list_in_order)
  })

  it('participation, attendance and cadence are what was published', () => {
    const { participation, attendance, cadence } = resultsOf(readSeasonProgram())
    const { participants, pairs, mentee_departments, mentor_departments } = expected.final
    expect(participation).toMatchObject({
      people: participants,
      pairs,
      menteeDepartments: mentee_departments,
      mentorDepartments: mentor_departments,
    })
    for (const [key, figures] of Object.entries(expected.attendance))
      expect(attendance.find((it) => it.event === key)).toMatchObject(figures as object)
    expect(attendance.find((it) => it.event === 'mid-program')?.sessions).toEqual([0, 0, 3])
    expect(cadence).toMatchObject({
      pairsEveryWindow: 28,
      pairs: 33,
      percent: 84.85,
      target: 95,
      windowsMet: 185,
      windowsDue: 198,
    })
  })

  it('the end surveys show the published percentages', () => {
    const { surveys } = resultsOf(readSeasonProgram())
    const percents = (role: Role, key: string) => {
      const options = surveys.find((it) => it.role === role)?.questions.find((it) => it.key === key)?.options ?? []
      return Object.fromEntries(options.map((it) => [it.option, it.percent]))
    }
    const { mentors, mentees } = expected.survey_end
    expect(surveys.map((it) => [it.invited, it.answers])).toEqual([
      [33, mentors.answers],
      [33, mentees.answers],
    ])
    expect(percents('mentor', 'skills')).toEqual(mentors.skills_percent)
    expect(percents('mentee', 'skills')).toEqual(mentees.skills_percent)
    expect(percents('mentor', 'had_time_and_support').yes).toBe(mentors.had_time_and_support_percent)
    expect(percents('mentor', 'mentee_was_good_fit').yes).toBe(mentors.mentee_was_good_fit_percent)
    expect(percents('mentee', 'will_keep_meeting').yes).toBe(mentees.will_keep_meeting_percent)
  })
})
