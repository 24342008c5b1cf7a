import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question } from '../../../model/surveys.ts'
import { choicesOf, countMinutes, decideKeeping, decideSending, decideStanding, readEntered } from './answering.ts'

const QUESTIONS: readonly Question[] = [
  { kind: 'skills', key: 'skills', text: 'Which?', options: ['asking', 'listening', 'saying no'] },
  { kind: 'yes-no', key: 'again', text: 'Again?' },
  { kind: 'agreement', key: 'fit', text: 'It fits.', points: 5 },
  { kind: 'recommend', key: 'recommend', text: 'Would you?' },
  { kind: 'percent', key: 'goal', text: 'How far?' },
  { kind: 'free-text', key: 'words', text: 'What else?' },
]
const survey = { opens: '2026-03-02', closes: '2026-03-06' }

describe('where a survey stands for one person', () => {
  it.each([
    ['2026-03-01', false, 'coming'],
    ['2026-03-01', true, 'coming'],
    ['2026-03-02', false, 'open'],
    ['2026-03-06', false, 'open'],
    ['2026-03-06', true, 'sent'],
    ['2026-03-07', false, 'closed'],
    ['2026-03-07', true, 'answered'],
  ] as const)('on %s, answered %s: %s', (today, answered, standing) => {
    expect(decideStanding(survey, answered, today)).toBe(standing)
  })

  it('what was closed stays closed on every day, whatever the file says', () => {
    for (const today of ['2026-03-01', '2026-03-04', '2026-03-07'])
      for (const answered of [false, true])
        expect(decideStanding(survey, answered, today, true)).toBe(answered ? 'answered' : 'closed')
  })
})

describe('what can be sent', () => {
  const sent = (given: Readonly<Record<string, readonly string[]>>) =>
    decideSending(QUESTIONS, readEntered(QUESTIONS, given))

  it('holds every question of the program, the unanswered as empty lists, and no other', () => {
    const answers = sent({
      again: ['yes'],
      words: [' two\r\nlines '],
      unknown: ['x'],
      skills: ['asking', 'asking', ''],
    })
    expect(answers).toEqual({
      ok: true,
      value: { skills: ['asking'], again: ['yes'], fit: [], recommend: [], goal: [], words: ['two\nlines'] },
    })
  })

  it.each([
    ['skills', ['flying'], 'not-an-option'],
    ['again', ['perhaps'], 'not-an-option'],
    ['again', ['yes', 'no'], 'one-answer-only'],
    ['fit', ['6'], 'not-an-option'],
    ['fit', ['0'], 'not-an-option'],
    ['recommend', ['11'], 'not-an-option'],
    ['goal', ['101'], 'not-a-percentage'],
    ['goal', ['half'], 'not-a-percentage'],
    ['goal', ['-1'], 'not-a-percentage'],
    ['words', ['x'.repeat(5001)], 'too-long'],
  ])('%s with %j is %s', (question, values, code) => {
    expect(sent({ [question]: values })).toMatchObject({ ok: false, facts: { faults: [{ question, code }] } })
  })

  it('is at least one answer', () => {
    expect(sent({ again: [''] })).toMatchObject({ ok: false, code: 'nothing-answered' })
  })

  it('is whatever fits its question: any choice of the program, and any percentage', () => {
    const pick = (question: Question) =>
      question.kind === 'percent'
        ? fc.integer({ min: 0, max: 100 }).map(String)
        : fc.constantFrom(...(choicesOf(question) ?? ['w']))
    fc.assert(
      fc.property(fc.tuple(...QUESTIONS.map(pick)), (values) => {
        const given = Object.fromEntries(QUESTIONS.map(({ key }, at) => [key, [values[at] ?? '']]))
        expect(sent(given)).toEqual({ ok: true, value: given })
      }),
    )
  })

  it('whatever is entered, reading it twice is reading it once, and keeping it never changes it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('skills', 'words', 'x'), fc.array(fc.string())), (given) => {
        const once = readEntered(QUESTIONS, given)
        expect(readEntered(QUESTIONS, once)).toEqual(once)
        expect(decideKeeping(QUESTIONS, once)).toEqual({ ok: true, value: once })
      }),
    )
  })
})

it('a draft keeps what could not be sent, but nothing longer than an answer', () => {
  expect(decideKeeping(QUESTIONS, readEntered(QUESTIONS, { goal: ['half'] })).ok).toBe(true)
  expect(decideKeeping(QUESTIONS, readEntered(QUESTIONS, { words: ['x'.repeat(5001)] }))).toMatchObject({
    code: 'answers-not-usable',
  })
})

it('a survey takes longer with each question, and a minute at least', () => {
  expect(countMinutes([])).toBe(1)
  expect(countMinutes(QUESTIONS)).toBe(3)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...QUESTIONS)), fc.constantFrom(...QUESTIONS), (some, one) => {
      expect(countMinutes([...some, one])).toBeGreaterThanOrEqual(countMinutes(some))
    }),
  )
})
