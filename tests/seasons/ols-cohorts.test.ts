import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { planMatch } from '../../src/matching/plan-match.ts'
import type { Mentee, Mentor, PairIds, Policy } from '../../src/matching/problem.ts'
import { verify } from '../../src/matching/verify.ts'
import { pairWorth } from '../../src/matching/worth.ts'
import { OLS } from '../make/match-sheets.ts'

type Row = Readonly<Record<string, string>>
const COHORTS = ['ols-1', 'ols-2', 'ols-3', 'ols-4', 'ols-5']
const NOBODY_FIRST = { score: null, appliedAt: '2021-01-01T00:00:00.000Z' }
const POLICY: Policy = {
  otherDivision: false,
  reportingLineDistance: 0,
  blocks: [],
  forbidden: [],
  pinned: [],
  past: [],
  worth: { similarWords: true },
  seed: 1,
  shortage: { by: 'count' },
}
/** After so many rounds of keeping a mentor from the same project twice the search would be stuck. */
const MOST_ROUNDS = 40

const listOf = (text: string | undefined) => (text ?? '').split('|').filter((it) => it !== '')
const placeOf = (project: string, at: number) => `${project}#${at}`
const projectOf = (place: string) => place.replace(/#\d+$/, '')
const keyOf = (it: PairIds) => `${it.mentorId} ${projectOf(it.menteeId)}`

/** A cohort as it was: each project is as many mentees as it had mentors, each mentor has as many places as they had projects. */
function cohortOf(cohort: string) {
  const rows = (name: string): Row[] => parse(readFileSync(join(OLS, name)), { columns: true })
  const people = new Map(rows('people.csv').map((it) => [it.person_id, it]))
  const projects = rows('projects.csv').filter((it) => it.cohort === cohort && it.mentor_ids !== '')
  const human = projects.flatMap((it) =>
    listOf(it.mentor_ids).map((mentorId, at) => ({ mentorId, menteeId: placeOf(it.project_id ?? '', at) })),
  )
  const common = { division: null, lineAbove: [], priority: NOBODY_FIRST }
  const mentees: readonly Mentee[] = projects.flatMap((it) =>
    listOf(it.mentor_ids).map((_, at) => ({
      ...common,
      id: placeOf(it.project_id ?? '', at),
      topics: listOf(it.keywords),
    })),
  )
  const loads = Map.groupBy(human, (it) => it.mentorId)
  const mentors: readonly Mentor[] = [...loads].map(([id, of]) => ({
    ...common,
    id,
    topics: listOf(people.get(id)?.expertise),
    minimum: 0,
    maximum: of.length,
  }))
  return { mentees, mentors, human }
}

/** No mentor has the same project twice: such a pair is forbidden, unless people really had it, and the match runs again. */
function matchOnce(problem: { mentees: readonly Mentee[]; mentors: readonly Mentor[] }, human: readonly PairIds[]) {
  const real = new Set(human.map((it) => `${it.mentorId} ${it.menteeId}`))
  let policy = POLICY
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const answer = planMatch(problem, policy)
    const seen = new Set<string>()
    const twice = answer.pairs.filter((it) => seen.size === seen.add(keyOf(it)).size)
    const more = answer.pairs.filter(
      (it) => twice.some((other) => keyOf(other) === keyOf(it)) && !real.has(`${it.mentorId} ${it.menteeId}`),
    )
    if (twice.length === 0) return { answer, policy }
    policy = {
      ...policy,
      forbidden: [...policy.forbidden, ...more.map(({ mentorId, menteeId }) => ({ mentorId, menteeId }))],
    }
  }
  throw new Error('a mentor keeps getting the same project twice')
}

describe.skipIf(!existsSync(OLS))(
  'the five cohorts of Open Life Science (skipped where ../shared/data is absent)',
  () => {
    it.each(COHORTS)(
      '%s: every project is covered, by a certificate, and worth no less than people made it',
      (cohort) => {
        const { mentees, mentors, human } = cohortOf(cohort)
        const { answer, policy } = matchOnce({ mentees, mentors }, human)
        expect(answer.waitingList).toEqual([])
        expect(answer.pairs).toHaveLength(human.length)
        for (const mentor of mentors)
          expect(answer.pairs.filter((it) => it.mentorId === mentor.id).length).toBeLessThanOrEqual(mentor.maximum)
        const byId = <T extends { id: string }>(all: readonly T[], id: string) => all.find((it) => it.id === id) as T
        const worthOf = (it: PairIds) => pairWorth(byId(mentors, it.mentorId), byId(mentees, it.menteeId), policy).worth
        const made = human.reduce((sum, it) => sum + worthOf(it), 0)
        expect(answer.totals.worth).toBeGreaterThanOrEqual(made)
        if (!answer.certificate) throw new Error('a proven run has a certificate')
        expect(verify({ mentors, mentees }, policy, answer.certificate)).toEqual([])
      },
    )
  },
)
