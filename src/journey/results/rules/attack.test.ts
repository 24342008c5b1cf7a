import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../calendar/days.ts'
import type { SurveyFact, SurveyResult } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { ROLES } from '../../../model/role.ts'
import type { Question, Survey } from '../../../model/surveys.ts'
import { readProgram } from '../../design/load-program.ts'
import { countSurvey, GUARD, type Guard, SMALLEST_BASE } from '../../survey/rules.ts'
import { countResults } from '../rules.ts'
import { attack, type Certain } from './attack.ts'

const RUNS = process.env.DEPTH === 'full' ? 10_000 : 300
const loaded = readProgram(readFileSync('programs/women-2021.yaml', 'utf8'))
if (!loaded.ok) throw new Error('The program cannot be read.')
const PROGRAM = loaded.value

const QUESTIONS: readonly Question[] = [
  { kind: 'skills', key: 'skills', text: 's', options: ['asking', 'listening', 'saying no'] },
  { kind: 'yes-no', key: 'again', text: 'a' },
  { kind: 'agreement', key: 'fit', text: 'f', points: 3 },
  { kind: 'recommend', key: 'recommend', text: 'r' },
  { kind: 'percent', key: 'goal', text: 'g' },
  { kind: 'goal', key: 'became', text: 'b' },
]

type Answer = SurveyFact['answers'][number]
type Sheet = readonly Answer[]

/** What one person answers, leaning to the same as others: unanimous groups are what an attacker hopes for. */
const sheet: fc.Arbitrary<Sheet> = fc
  .tuple(
    fc.subarray(['asking', 'listening', 'saying no']),
    fc.constantFrom('yes', 'yes', 'yes', 'no', ''),
    fc.constantFrom('3', '3', '3', '2', '1', ''),
    fc.constantFrom('10', '10', '9', '0', ''),
    fc.oneof(fc.constantFrom('100', '100', ''), fc.integer({ min: 0, max: 100 }).map(String)),
    fc.constantFrom('reached', 'reached', 'reached', 'neared', 'not', ''),
  )
  .map(([skills, again, fit, recommend, goal, became]) => [
    { question: 'skills', values: skills },
    ...Object.entries({ again, fit, recommend, goal, became }).map(([question, value]) => ({
      question,
      values: value === '' ? [] : [value],
    })),
  ])
const survey = fc.record({
  closes: fc.integer({ min: 1, max: 90 }).map((days) => addDays(PROGRAM.startsOn, days)),
  mentor: fc.array(sheet, { maxLength: 14 }),
  mentee: fc.array(sheet, { maxLength: 14 }),
})
const season = fc.array(survey, { minLength: 1, maxLength: 3 })
type Drawn = typeof season extends fc.Arbitrary<infer T> ? T : never

function programOf(drawn: Drawn): Program {
  const surveys = drawn.map(({ closes }, at): [string, Survey] => {
    const questions = { mentor: [...QUESTIONS], mentee: [...QUESTIONS] }
    return [`s${at}`, { name: 's', opens: PROGRAM.startsOn, closes, required: false, questions }]
  })
  return { ...PROGRAM, surveys: Object.fromEntries(surveys) }
}

const factsOf = (drawn: Drawn, upTo = Number.POSITIVE_INFINITY): SurveyFact[] =>
  drawn.flatMap((it, at) =>
    ROLES.map((role) => {
      const sheets = it[role].slice(0, upTo)
      return { survey: `s${at}`, role, answered: sheets.length, answers: sheets.flat() }
    }),
  )

/** The pages of every day, as the product makes them. */
function everyDay(drawn: Drawn): readonly (readonly SurveyResult[])[] {
  const program = programOf(drawn)
  return Array.from({ length: 100 }, (_, days) => {
    const asOf = addDays(PROGRAM.startsOn, days)
    const empty = { pairs: [], departments: [], attendance: [], meetings: [] }
    return countResults(program, { season: program.key, asOf, ...empty, surveys: factsOf(drawn) }).surveys
  })
}

/** Pages as they would be with something switched off. */
function pagesWith(drawn: Drawn, guard: Guard, upTos: readonly number[]): readonly (readonly SurveyResult[])[] {
  const { surveys } = programOf(drawn)
  return upTos.map((upTo) =>
    factsOf(drawn, upTo).flatMap((fact) => {
      const survey = surveys[fact.survey]
      return survey ? [countSurvey(fact.survey, survey, fact, 20, guard)] : []
    }),
  )
}

const tried = (drawn: Drawn, pages: readonly (readonly SurveyResult[])[], guard?: Guard): readonly Certain[] =>
  attack([{ season: 'x', program: programOf(drawn), pages: pages.map((surveys) => ({ surveys })) }], guard).certain

describe('an attacker who reads every figure of every day, and knows how they are made', () => {
  it('makes no answer certain', () => {
    fc.assert(
      fc.property(season, (drawn) => {
        expect(tried(drawn, everyDay(drawn))).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  const NO_THRESHOLD: Guard = { ...GUARD, smallest: { percentage: 1, distribution: 1, freeText: 1 } }
  const NO_WORDS: Guard = { ...GUARD, atTheEnd: -1 }
  const WORDS_AT_THE_VERY_END: Guard = { ...GUARD, atTheEnd: 0 }
  it.each([
    ['a group of any size is shown', NO_THRESHOLD, [99]],
    ['a figure stands at the end of its scale', NO_WORDS, [99]],
    ['a word stands for everybody alone', WORDS_AT_THE_VERY_END, [99]],
    ['figures are shown while answers come in', GUARD, Array.from({ length: 15 }, (_, at) => at)],
    ['figures are shown again after some more were added', GUARD, [9, 12]],
  ])('would win where %s', (_, guard, upTos) => {
    let won = 0
    fc.assert(
      fc.property(season, (drawn) => {
        if (tried(drawn, pagesWith(drawn, guard, upTos), guard).length > 0) won++
      }),
      { numRuns: 100 },
    )
    expect(won).toBeGreaterThan(0)
  })

  it('is right about what it calls certain', () => {
    const guards = [NO_THRESHOLD, NO_WORDS, WORDS_AT_THE_VERY_END, GUARD]
    fc.assert(
      fc.property(season, fc.constantFrom(...guards), fc.integer({ min: 1, max: 14 }), (drawn, guard, first) => {
        for (const it of tried(drawn, pagesWith(drawn, guard, [first, 99]), guard)) {
          const sheets = drawn[Number(it.survey.slice(1))]?.[it.role as 'mentor'] ?? []
          const given = (some: readonly Sheet[]) =>
            some.flatMap((one) => one.filter((answer) => answer.question === it.question && answer.values.length > 0))
          const all = [given(sheets.slice(0, first)), given(sheets), given(sheets.slice(first))]
          const of = it.of === 'everybody who answered' ? all.slice(0, 2) : all.slice(2)
          const chose = (answer: Answer) =>
            it.question === 'goal' ? it.option === bandOf(Number(answer.values[0])) : answer.values.includes(it.option)
          expect(of.some((some) => some.length > 0 && some.every((answer) => chose(answer) === it.gave))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('thresholds are those that people are told', () => {
    expect(GUARD).toEqual({ smallest: SMALLEST_BASE, atTheEnd: 1, difference: 5, alike: 1 })
    expect(SMALLEST_BASE).toEqual({ percentage: 5, distribution: 8, freeText: 10 })
  })
})

function bandOf(percent: number): string {
  if (percent === 0 || percent === 100) return String(percent)
  if (percent < 25) return '1 to 24'
  if (percent < 50) return '25 to 49'
  return percent < 75 ? '50 to 74' : '75 to 99'
}
