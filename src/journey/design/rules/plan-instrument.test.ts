import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RESPONDENTS } from '../../../model/respondent.ts'
import { survey as surveySchema } from '../../../model/surveys.ts'
import { readProgram } from '../load-program.ts'
import { readValue } from './edit-text.ts'
import { mergeSides } from './merge-sides.ts'
import { INSTRUMENTS } from './plan-instrument.ts'
import { QUESTION_BANK, questionsFor } from './question-bank.ts'
import { valueAt } from './value-at.ts'

const FILES = readdirSync('programs')
  .filter((it) => it.endsWith('.yaml'))
  .map((it) => [it, readFileSync(`programs/${it}`, 'utf8')] as const)
const [, GOOD] = FILES.find(([name]) => name === 'women-2021.yaml') ?? ['', '']

function press(base: string, step: string, entered: Readonly<Record<string, string>> = {}): string {
  const merged = mergeSides({ base, text: undefined, entered, step })
  if (!merged.ok) throw new Error(merged.message)
  return merged.text
}
/** Every line that was there still is, and in its order. */
function keeps(before: string, after: string): boolean {
  const lines = after.split('\n')
  let at = -1
  return before.split('\n').every((line) => {
    at = lines.indexOf(line, at + 1)
    return at >= 0
  })
}
const TO = 'f/surveys/mid/questions/mentee'
const addBank = (text: string, key: string, to = TO) => press(text, `bank ${to}`, { [to.replace('f/', 'bank/')]: key })
const surveysOf = (text: string) =>
  valueAt(readValue(text), ['surveys']) as Record<string, { questions: Record<string, { key: string }[]> }>

describe('an instrument added whole', () => {
  it.each(FILES)('all of them fit %s: it can be loaded as it is, and every line that was there stays', (_, text) => {
    const after = INSTRUMENTS.reduce(
      (now, it) => press(now, 'instrument f/surveys', { 'kind/surveys': it, 'new/surveys': `My ${it}` }),
      text,
    )
    const read = readProgram(after)
    expect(read.ok ? [] : read.faults.map((it) => it.message)).toEqual([])
    expect(Object.keys(surveysOf(after)).slice(-INSTRUMENTS.length)).toEqual(INSTRUMENTS.map((it) => `my-${it}`))
    expect(keeps(text, after)).toBe(true)
  })

  it('has a short name of its own, also where nobody gives it one and there is one of it', () => {
    const once = press(GOOD, 'instrument f/surveys', { 'kind/surveys': 'mid' })
    expect(Object.keys(surveysOf(once)).at(-1)).toBe('mid-2')
    expect(press(GOOD, 'instrument f/surveys', { 'kind/surveys': 'nonsense' })).toBe(GOOD)
    expect(press(GOOD, 'instrument f/events', { 'kind/events': 'mid' })).toBe(GOOD)
  })

  it('leaves days empty where the file does not say when people meet, so that they are filled in', () => {
    const faulty = GOOD.replace('from: 2021-07-08, until', 'from: soon, until')
    const made = surveysOf(press(faulty, 'instrument f/surveys', { 'kind/surveys': 'pre', 'new/surveys': 'new' }))
    expect(made.new).toMatchObject({ name: 'Before it begins', opens: '', closes: '' })
  })

  it('moves up and down among the others, and goes', () => {
    const names = (text: string) => Object.keys(surveysOf(text))
    const before = names(GOOD)
    const up = press(GOOD, 'up f/surveys/mid')
    expect(names(up)).toEqual(['mid', ...before.filter((it) => it !== 'mid')])
    expect(names(press(up, 'down f/surveys/mid'))).toEqual(before)
    expect(press(GOOD, `down f/surveys/${before.at(-1)}`)).toBe(GOOD)
    expect(press(GOOD, 'up f/surveys/none')).toBe(GOOD)
    expect(names(press(GOOD, 'remove f/surveys/mid'))).not.toContain('mid')
  })
})

describe('the question bank', () => {
  it('has each short name once, words of its own, and says what each question measures', () => {
    const keys = QUESTION_BANK.map((it) => it.question.key)
    expect(new Set(keys).size).toBe(keys.length)
    const texts = QUESTION_BANK.map((it) => it.question.text)
    expect(new Set(texts).size).toBe(texts.length)
    for (const { of, at, question } of QUESTION_BANK) {
      expect(question.about.length, question.key).toBeGreaterThan(3)
      expect([of.length, at.length].every((it) => it > 0)).toBe(true)
      const survey = { name: 'A', opens: '2026-01-01', closes: '2026-01-02', questions: { mentee: [question] } }
      expect(surveySchema.safeParse(survey).error).toBeUndefined()
    }
  })

  it('has something for everybody whom a survey can ask, what suits the instrument first', () => {
    for (const it of RESPONDENTS) expect(questionsFor(it, undefined).length, it).toBeGreaterThan(3)
    const [first] = questionsFor('mentee', 'pre')
    expect(first?.at).toContain('pre')
    expect(questionsFor('mentee', 'pre')).toHaveLength(questionsFor('mentee', undefined).length)
  })

  it('asks supervisors about the program: none of their questions names a person or their work', () => {
    for (const { question } of questionsFor('supervisor', undefined))
      expect(question.text).not.toMatch(/\b(employee|report|performance|they|he|she|mentee|mentor)\b/i)
  })

  it('adds a question after those that are there, under a name of its own, and touches no other line', () => {
    const once = addBank(GOOD, 'can-say')
    const twice = addBank(once, 'can-say')
    expect(
      surveysOf(twice)
        .mid?.questions.mentee?.slice(-2)
        .map((it) => it.key),
    ).toEqual(['can-say', 'can-say-2'])
    const gone = GOOD.split('\n').filter((line) => !twice.split('\n').includes(line))
    expect(gone.length).toBeLessThanOrEqual(1)
    expect(readProgram(twice).ok).toBe(true)
    const anew = addBank(GOOD, 'sooner', 'f/surveys/mid/questions/leaver')
    expect(surveysOf(anew).mid?.questions.leaver).toMatchObject([{ key: 'sooner' }])
    expect(addBank(GOOD, 'none')).toBe(GOOD)
    expect(press(GOOD, 'bank f/hosts', { 'bank/hosts': 'can-say' })).toBe(GOOD)
  })
})
