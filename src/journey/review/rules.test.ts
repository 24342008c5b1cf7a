import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Requirement } from '../../model/program.ts'
import { type Applicant, countPriority, decideAdmission, decideEligibility, orderByPriority } from './rules.ts'

const requirements: Requirement[] = [
  { kind: 'tenure', months: 3, text: 't' },
  { kind: 'commitment', text: 't' },
  { kind: 'live-trainings', text: 't' },
  { kind: 'identity', text: 't' },
  { kind: 'standing', text: 't' },
  { kind: 'certificate', training: 'dib', text: 't' },
]
const answers = { commits: true, trainings: true, identity: true, certificate: true }
const applicant: Applicant = { submittedOn: '2021-06-10', startedOn: '2021-03-10', answers }
const failedBy = (change: Partial<Applicant>) => {
  const decided = decideEligibility(requirements, { ...applicant, ...change })
  return decided.ok ? [] : decided.facts.failed
}

describe('eligibility', () => {
  it.each([
    ['2021-03-10', '2021-06-10', []],
    ['2021-03-11', '2021-06-10', ['tenure']],
    ['2020-11-30', '2021-02-28', []],
    ['2020-12-01', '2021-02-28', ['tenure']],
    [null, '2021-06-10', ['tenure']],
  ])('who started on %s and applied on %s fails %j', (startedOn, submittedOn, failed) => {
    expect(failedBy({ startedOn, submittedOn })).toEqual(failed)
  })

  it('every unmet requirement is named, and standing never', () => {
    const none = { commits: false, trainings: null, identity: null, certificate: false }
    expect(failedBy({ startedOn: null, answers: none })).toEqual([
      'tenure',
      'commitment',
      'live-trainings',
      'identity',
      'certificate',
    ])
  })

  it('a certificate may be promised, or already there', () => {
    const unpromised = { answers: { ...answers, certificate: false } }
    expect(failedBy(unpromised)).toEqual(['certificate'])
    expect(failedBy({ ...unpromised, hasEvidence: (training) => training === 'dib' })).toEqual([])
  })

  it('a role without requirements takes everybody', () => {
    expect(decideEligibility([], { ...applicant, startedOn: null }).ok).toBe(true)
  })
})

const criteria = ['track', 'performance', 'third']
const score = fc.integer({ min: 1, max: 5 })
const review = fc.record({ track: score, performance: score, third: score })

describe('priority', () => {
  it.each<[Record<string, number>[], number | null]>([
    [[], null],
    [[{}], null],
    [
      [
        { track: 5, performance: 3 },
        { track: 4, performance: 4 },
      ],
      4,
    ],
    [[{ track: 5 }, { track: 1, performance: 2 }], 3.25],
  ])('reviews %j make %s', (scores, priority) => {
    expect(
      countPriority(
        scores.map((it) => ({ reviewerId: 'r', scores: it })),
        criteria,
      ),
    ).toBe(priority)
  })

  it('the same reviews in any order make the same number, so ties are ties', () => {
    fc.assert(
      fc.property(fc.array(review, { minLength: 1, maxLength: 7 }), (scores) => {
        const reviews = scores.map((it) => ({ reviewerId: 'r', scores: it }))
        const priority = countPriority(reviews, criteria)
        expect(countPriority([...reviews].reverse(), [...criteria].reverse())).toBe(priority)
        const points = scores.reduce((sum, it) => sum + it.track + it.performance + it.third, 0)
        expect(priority).toBe(points / (3 * scores.length))
      }),
    )
  })

  it('higher comes first, unreviewed last, ties by the earlier instant, then by id', () => {
    const of = (id: string, priority: number | null, submittedAt = '2021-06-10T10:00:00Z') => ({
      id,
      priority,
      submittedAt,
    })
    const all = [of('z', null), of('b', 4), of('a', 4), of('c', 4, '2021-06-10T11:30:00+02:00'), of('d', 5)]
    expect(orderByPriority(all).map((it) => it.id)).toEqual(['d', 'c', 'a', 'b', 'z'])
  })
})

describe('admission', () => {
  it.each([
    [true, false, 'decline', 'pool'],
    [true, true, 'reserve', 'reserve'],
    [true, true, 'decline', 'declined'],
    [false, false, 'reserve', 'declined'],
    [false, true, 'reserve', 'declined'],
  ] as const)('eligible %s, late %s, where late means %s: %s', (eligible, late, callLate, outcome) => {
    expect(decideAdmission({ eligible, late, callLate })).toBe(outcome)
  })
})
