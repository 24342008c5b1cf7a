import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'
import { RESPONDENTS, type Respondent } from '../../../model/respondent.ts'
import type { Question, Survey } from '../../../model/surveys.ts'
import { isClosed } from '../rules.ts'

/** A question that a role is asked in the first and in the last survey of a series. */
export type PairedQuestion = {
  readonly series: string
  readonly role: Respondent
  readonly question: Question
  readonly first: string
  readonly last: string
}

const HIGHEST_RECOMMENDATION = 10
const HIGHEST_SHARE = 100

/** The ends of the scale on which a question is compared, shares from 0 to 100; null where it is not. */
export function scaleOf(question: Question): { readonly from: number; readonly to: number } | null {
  switch (question.kind) {
    case 'agreement':
      return { from: 1, to: question.points }
    case 'recommend':
      return { from: 0, to: HIGHEST_RECOMMENDATION }
    case 'percent':
    case 'yes-no':
    case 'skills':
      return { from: 0, to: HIGHEST_SHARE }
    default:
      return null
  }
}

/** The surveys that share a series, in the order in which they open. */
export function surveysOfSeries(surveys: Program['surveys'], series: string): readonly (readonly [string, Survey])[] {
  return Object.entries(surveys)
    .filter(([, it]) => it.series === series)
    .sort(([a, one], [b, two]) => compare(one.opens, two.opens) || compare(one.closes, two.closes) || compare(a, b))
}

export function seriesOf(surveys: Program['surveys']): readonly string[] {
  return [...new Set(Object.values(surveys).flatMap(({ series }) => (series ? [series] : [])))].sort()
}

/** Every question that is compared: the same key, kind and scale in the first and the last survey of a series that ask it. */
export function planPairing(surveys: Program['surveys']): readonly PairedQuestion[] {
  return seriesOf(surveys).flatMap((series) => {
    const inOrder = surveysOfSeries(surveys, series)
    return RESPONDENTS.flatMap((role) => {
      const asked = inOrder.flatMap(([survey, { questions }]) =>
        (questions[role] ?? []).map((question) => ({ survey, question })),
      )
      return [...Map.groupBy(asked, (it) => it.question.key).values()].flatMap((same): PairedQuestion[] => {
        const [first, last] = [same[0], same.at(-1)]
        if (!first || !last || first.survey === last.survey || !isSame(first.question, last.question)) return []
        return [{ series, role, question: last.question, first: first.survey, last: last.survey }]
      })
    })
  })
}

/** Those that are compared by what one survey asks. */
export function pairedIn(surveys: Program['surveys'], survey: string): readonly PairedQuestion[] {
  return planPairing(surveys).filter((it) => it.first === survey || it.last === survey)
}

/** Whether the last day of every survey of a series has passed: its change appears then, at once. */
export function isSeriesClosed(surveys: Program['surveys'], series: string, asOf: Day): boolean {
  const all = surveysOfSeries(surveys, series)
  return all.length > 0 && all.every(([, it]) => isClosed(it, asOf))
}

function isSame(one: Question, two: Question): boolean {
  return scaleOf(one) !== null && one.kind === two.kind && choices(one) === choices(two)
}

function choices(question: Question): string {
  if (question.kind === 'skills') return JSON.stringify([...new Set(question.options)].sort())
  return question.kind === 'agreement' ? String(question.points) : ''
}

function compare(one: string, two: string): number {
  return one < two ? -1 : Number(one > two)
}
