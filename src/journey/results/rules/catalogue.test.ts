import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CareerFact, PairFact, SurveyFact } from '../../../model/figures.ts'
import type { Measure } from '../../../model/measures.ts'
import type { Program } from '../../../model/program.ts'
import { readProgram } from '../../design/load-program.ts'
import { countResults, type SeasonFacts } from '../rules.ts'

const read = readProgram(readFileSync('programs/women-2021.yaml', 'utf8'))
if (!read.ok) throw new Error('The program cannot be read.')
const BASE: Program = { ...read.value, events: [], surveys: {}, measures: [] }
const ENDS = BASE.endsOn

const pair = (number: number, more: Partial<PairFact> = {}): PairFact => ({
  id: String(number),
  mentorId: `mentor ${number}`,
  menteeId: `mentee ${number}`,
  publishedOn: '2021-06-29',
  endedOn: null,
  pauses: [],
  excusedOn: [],
  ...more,
})
const pairs = [1, 2, 3, 4].map((number) => pair(number))

function measured(
  measure: Omit<Measure, 'key' | 'text'>,
  given: Partial<SeasonFacts> & { program?: Partial<Program> } = {},
) {
  const { program = {}, ...facts } = given
  const rules = { ...BASE, ...program, measures: [{ key: 'm', text: 'M', ...measure }] }
  const none = { pairs, departments: [], attendance: [], meetings: [], surveys: [] }
  return countResults(rules, { season: 'a', asOf: '2021-08-15', ...none, ...facts }).measures
}

describe('answers as one figure', () => {
  const surveys = {
    end: {
      name: 'End',
      opens: '2021-07-01',
      closes: '2021-07-10',
      required: false,
      questions: {
        mentee: [
          { kind: 'agreement' as const, key: 'fit', text: 'F', points: 5 },
          { kind: 'recommend' as const, key: 'recommend', text: 'R' },
          { kind: 'skills' as const, key: 'skills', text: 'S', options: ['asking', 'listening'] },
        ],
      },
    },
  }
  const fact = (question: string, values: readonly string[]): SurveyFact => ({
    survey: 'end',
    role: 'mentee',
    answered: values.length,
    answers: values.map((value) => ({ question, values: [value] })),
  })
  const many = (value: string, times: number) => Array.from({ length: times }, () => value)

  it.each([
    [
      'all steps above the middle are shown',
      [...many('4', 5), ...many('5', 5), ...many('3', 5)],
      { counted: 10, base: 15 },
    ],
    [
      'one step is a word: only the fewest and the most are known',
      [...many('4', 5), '5', ...many('3', 9)],
      { counted: null, least: 5, most: 6 },
    ],
    ['too few answered', many('4', 7), { counted: null, shown: 'too few', base: 7 }],
  ])('agreement, when %s', (_, values, expected) => {
    const facts = { program: { surveys }, surveys: [fact('fit', values)] }
    expect(measured({ definition: 'agreement', targetPercent: 50 }, facts)).toMatchObject([expected])
  })

  it('never say more than the table they are made of: with a word in it there is no exact figure', () => {
    const facts = { program: { surveys }, surveys: [fact('recommend', [...many('9', 7), '10', ...many('2', 4)])] }
    const [figure] = measured({ definition: 'recommend', targetPercent: 60 }, facts)
    expect(figure).toMatchObject({ counted: null, percent: null, least: 7, most: 8, base: 12 })
    expect(figure?.forecast).toMatchObject({ state: 'open' })
  })

  it('a choice can be named; words that stand for it stay words', () => {
    const facts = { program: { surveys }, surveys: [fact('skills', [...many('asking', 9), 'listening'])] }
    expect(measured({ definition: 'skills', option: 'listening' }, facts)).toMatchObject([
      { of: ['end', 'mentee', 'skills', 'listening'], counted: null, shown: 'nearly none' },
    ])
    expect(measured({ definition: 'skills' }, facts)).toHaveLength(2)
  })

  it('before the close there is nothing, and no closed survey asks what none asks', () => {
    expect(measured({ definition: 'skills' }, { program: { surveys }, surveys: [], asOf: '2021-07-10' })).toMatchObject(
      [{ missing: 'not-published' }],
    )
    const facts = { program: { surveys }, surveys: [fact('fit', many('4', 9))] }
    expect(measured({ definition: 'goals' }, facts)).toMatchObject([{ missing: 'no-such-question' }])
    expect(measured({ definition: 'feedback' }, facts)).toMatchObject([{ of: ['end', 'mentee'], counted: 9, base: 4 }])
  })
})

describe('what became of people', () => {
  const career = (
    personId: string,
    rows: Partial<CareerFact['rows'][number]>[],
    leftOn: string | null = null,
  ): CareerFact => ({
    personId,
    leftOn,
    rows: rows.map((row) => ({ fromOn: '2020-01-01', title: 'Engineer', department: 'Sales', division: null, ...row })),
  })
  const people = pairs.flatMap(({ mentorId, menteeId }) => [career(mentorId, [{}]), career(menteeId, [{}])])
  const moved = [
    career('mentor 1', [{}, { fromOn: '2021-11-01', title: 'Lead', department: 'Legal' }]),
    career('mentor 2', [{}], '2021-12-01'),
    career('mentor 3', []),
    ...people.slice(3),
  ]
  const asked = (
    definition: Measure['definition'],
    asOf: string,
    careers: SeasonFacts['careers'],
    monthsAfter?: number,
  ) =>
    measured(monthsAfter === undefined ? { definition } : { definition, monthsAfter }, {
      asOf,
      ...(careers ? { careers } : {}),
    })[0]
  const known = { people: moved, newestOn: '2021-12-01' }

  it.each([
    ['staying', { counted: 6, base: 7, excluded: 1 }],
    ['promotion', { counted: 1, base: 6, excluded: 2 }],
    ['transfer', { counted: 1, base: 6, excluded: 2 }],
  ] as const)('%s counts those of whom the directory knows it', (definition, expected) => {
    expect(asked(definition, '2022-01-01', known)).toMatchObject(expected)
  })

  it.each([
    ['while the season runs', ENDS, known, undefined, { missing: 'not-yet' }],
    ['before the months have passed', '2022-01-01', known, 12, { missing: 'not-yet' }],
    [
      'where the directory is older than the end',
      '2022-01-01',
      { people, newestOn: ENDS },
      undefined,
      { missing: 'directory-is-older' },
    ],
    [
      'where it names no titles',
      '2022-01-01',
      {
        people: people.map((it) => ({ ...it, rows: it.rows.map((row) => ({ ...row, title: null })) })),
        newestOn: '2021-12-01',
      },
      undefined,
      { missing: 'directory-says-nothing' },
    ],
    [
      'of fewer than five people',
      '2022-01-01',
      { people: moved.slice(0, 4).concat(people.slice(4, 5)), newestOn: '2021-12-01' },
      undefined,
      { shown: 'too few', counted: null, base: 3 },
    ],
  ])('a new title is not said %s', (_, asOf, careers, months, expected) => {
    expect(asked('promotion', asOf, careers, months)).toMatchObject(expected)
  })
})

describe('what can still come', () => {
  it('a pair that ended early is lost to retention; the others may still end', () => {
    const some = [...pairs, pair(5, { endedOn: '2021-07-20' })]
    const [during] = measured({ definition: 'retention', targetPercent: 90 }, { pairs: some })
    expect(during).toMatchObject({ counted: 4, base: 5, standing: { reached: 0, missed: 1, open: 4 } })
    expect(during?.forecast).toMatchObject({ state: 'out-of-reach', most: 80 })
    const [after] = measured({ definition: 'retention', targetPercent: 80 }, { pairs: some, asOf: '2021-12-01' })
    expect(after?.forecast).toMatchObject({ state: 'reached', least: 80 })
  })

  it('completion is open for a pair as long as it has windows enough', () => {
    const completion = { meetings: 3, of: 5 }
    const at = (asOf: string) =>
      measured({ definition: 'completion', targetPercent: 50 }, { asOf, program: { completion } })[0]
    expect(at('2021-07-10')?.standing).toEqual({ reached: 0, missed: 0, open: 4 })
    expect(at('2021-12-01')?.standing).toEqual({ reached: 0, missed: 4, open: 0 })
    expect(measured({ definition: 'completion' }, { program: { completion: undefined } })).toMatchObject([
      { missing: 'not-in-the-program' },
    ])
  })

  it('training is open until its day, and people of ended pairs are left out', () => {
    const some = [...pairs, pair(5, { endedOn: '2021-07-20' })]
    const training = [
      {
        name: 'Course',
        required: true,
        roles: ['mentor' as const],
        dueOn: '2021-08-01',
        alternatives: [{ key: 'a', name: 'A' }],
      },
    ]
    const trained = [{ personId: 'mentor 1', course: 'a', happenedOn: '2021-07-30' }]
    const on = (asOf: string) =>
      measured({ definition: 'training', targetPercent: 100 }, { pairs: some, trained, asOf, program: { training } })[0]
    expect(on('2021-07-29')).toMatchObject({ counted: 0, base: 4, standing: { open: 4 } })
    expect(on('2021-08-01')).toMatchObject({ counted: 1, base: 4, standing: { reached: 1, open: 3 } })
    expect(on('2021-08-02')).toMatchObject({
      standing: { reached: 1, missed: 3, open: 0 },
      forecast: { state: 'out-of-reach' },
    })
  })
})
