import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PairFact, SurveyFact } from '../../model/figures.ts'
import type { Survey } from '../../model/surveys.ts'
import { countSurvey, planInvited } from './rules.ts'

const survey: Survey = {
  name: 'End',
  opens: '2021-09-20',
  closes: '2021-10-01',
  required: false,
  questions: {
    mentee: [
      { kind: 'skills', key: 'skills', text: 's', options: ['b', 'a', 'c'] },
      { kind: 'yes-no', key: 'again', text: 'a' },
      { kind: 'agreement', key: 'fit', text: 'f', points: 5 },
      { kind: 'percent', key: 'goal', text: 'g' },
      { kind: 'free-text', key: 'why', text: 'w' },
    ],
  },
}
type Answers = SurveyFact['answers']
const given = (question: string, ...values: string[]): Answers[number] => ({ question, values })
const counted = (answers: Answers) =>
  countSurvey('end', survey, { survey: 'end', role: 'mentee', answered: 20, answers }, 30)
const times = (n: number, answer: Answers[number]) => Array.from({ length: n }, () => answer)

describe('survey figures', () => {
  it('options are listed by people, then by name, with percent of those who answered that question', () => {
    const [skills] = counted([
      ...times(6, given('skills', 'c', 'a')),
      ...times(2, given('skills', 'b')),
      given('skills'),
    ]).questions
    expect(skills?.base).toBe(8)
    expect(skills?.options).toEqual([
      { option: 'a', people: 6, percent: 75 },
      { option: 'c', people: 6, percent: 75 },
      { option: 'b', people: 2, percent: 25 },
    ])
  })

  it.each([
    [5, 0],
    [4, 1],
  ])('a figure at an end of its scale, or one person from it, is a word: %i yes, %i no', (yes, no) => {
    const again = counted([...times(yes, given('again', 'yes')), ...times(no, given('again', 'no'))]).questions[1]
    expect(again?.options).toEqual([
      { option: 'yes', people: null, percent: null, shown: 'nearly all' },
      { option: 'no', people: null, percent: null, shown: 'nearly none' },
    ])
  })

  it('two people from an end of its scale a figure is shown', () => {
    const again = counted([...times(3, given('again', 'yes')), ...times(2, given('again', 'no'))]).questions[1]
    expect(again?.options).toEqual([
      { option: 'yes', people: 3, percent: 60 },
      { option: 'no', people: 2, percent: 40 },
    ])
  })

  it('the order of options tells no more than what is shown', () => {
    const [skills] = counted([...times(1, given('skills', 'b')), ...times(8, given('skills', 'c'))]).questions
    expect(skills?.options.map((it) => it.option)).toEqual(['c', 'a', 'b'])
  })

  it('how much of a goal is reached is counted in bands', () => {
    const values = ['0', '0', '1', '24', '25', '49', '50', '74', '75', '99', '100', '100']
    const goal = counted(values.map((it) => given('goal', it))).questions[3]
    expect(goal?.options.map((it) => [it.option, it.people])).toEqual([
      ['0', 2],
      ['1 to 24', 2],
      ['25 to 49', 2],
      ['50 to 74', 2],
      ['75 to 99', 2],
      ['100', 2],
    ])
  })

  it('free text never becomes a figure', () => {
    expect(counted(times(20, given('why', 'my secret'))).questions.map((it) => it.key)).not.toContain('why')
  })

  it('nothing below its threshold is shown: no count, no order, no value', () => {
    const answer = fc.oneof(
      fc.subarray(['a', 'b', 'c'], { minLength: 1 }).map((values) => given('skills', ...values)),
      fc.constantFrom('yes', 'no').map((value) => given('again', value)),
      fc.integer({ min: 1, max: 5 }).map((value) => given('fit', String(value))),
      fc.integer({ min: 0, max: 100 }).map((value) => given('goal', String(value))),
    )
    const empty = new Map(counted([]).questions.map((it) => [it.key, it.options]))
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (answers) => {
        for (const { key, base, options } of counted(answers).questions) {
          expect(base).toBe(answers.filter((it) => it.question === key).length)
          if (base < (key === 'again' ? 5 : 8)) expect(options).toEqual(empty.get(key))
          else for (const it of options) expect([0, 1, base - 1, base]).not.toContain(it.people)
        }
      }),
    )
    for (const options of empty.values())
      for (const it of options) expect(it).toMatchObject({ people: null, shown: 'too few' })
  })
})

const pair = (n: number, publishedOn: string, endedOn: string | null): PairFact => ({
  id: `p${n}`,
  mentorId: 'm',
  menteeId: `e${n}`,
  publishedOn,
  endedOn,
  pauses: [],
  excusedOn: [],
})

describe('who is invited', () => {
  it('people of the role in a pair on any day from opening to close, each once', () => {
    const pairs = [
      pair(1, '2021-06-29', null),
      pair(2, '2021-06-29', '2021-09-20'),
      pair(3, '2021-06-29', '2021-09-19'),
      pair(4, '2021-10-01', null),
      pair(5, '2021-10-02', null),
    ]
    expect([...planInvited(survey, 'mentee', pairs)]).toEqual(['e1', 'e2', 'e4'])
    expect([...planInvited(survey, 'mentor', pairs)]).toEqual(['m'])
  })
})
