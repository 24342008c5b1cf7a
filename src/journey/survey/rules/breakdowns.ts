import type { Day } from '../../../model/day.ts'
import type { BreakdownFact, BreakdownResult } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { RESPONDENTS, type Respondent } from '../../../model/respondent.ts'
import type { BrokenDownBy, Question } from '../../../model/surveys.ts'
import { countedOf, isClosed, optionsOf, shownOf } from '../rules.ts'
import { pairedIn } from './pairing.ts'

type Named = {
  readonly survey: string
  readonly role: Respondent
  readonly by: BrokenDownBy
  readonly question: Question
}

/**
 * The questions of a survey that are broken down, in the order of the file. A question that is compared in a series is not: its
 * change and a group of it would be two bases whose people overlap, and nobody knows any more who is in both. Decision 0017.
 */
export function planBreakdowns(surveys: Program['surveys'], key: string): readonly Named[] {
  const survey = surveys[key]
  const paired = pairedIn(surveys, key)
  return RESPONDENTS.flatMap((role) =>
    countedOf(survey?.questions[role] ?? [])
      .filter((question) => !paired.some((it) => it.role === role && it.question.key === question.key))
      .flatMap((question) => (survey?.breakdowns ?? []).map((by) => ({ survey: key, role, by, question }))),
  )
}

/** Every closed survey in the groups that were declared before it opened, as they were laid down at its close. PRODUCT.md, results. */
export function countBreakdowns(
  surveys: Program['surveys'],
  facts: readonly BreakdownFact[],
  asOf: Day,
): readonly BreakdownResult[] {
  const laid = Map.groupBy(facts, (it) => wordOf(it.survey, it.role, it.by, it.question))
  return Object.entries(surveys)
    .filter(([, survey]) => isClosed(survey, asOf))
    .flatMap(([key]) => planBreakdowns(surveys, key))
    .map(({ survey, role, by, question }) => {
      const of = laid.get(wordOf(survey, role, by, question.key)) ?? []
      const groups = [...Map.groupBy(of, (it) => it.group)].sort(([a], [b]) => (a < b ? -1 : 1))
      const counted = groups.map(([group, rows]) => ({ group, ...countGroup(question, rows) }))
      return { survey, role, by, question: question.key, groups: counted }
    })
}

function wordOf(...steps: readonly string[]): string {
  return JSON.stringify(steps)
}

function countGroup(question: Question, rows: readonly BreakdownFact[]) {
  const parts = question.kind === 'skills' ? Map.groupBy(rows, (it) => it.option) : null
  const options = optionsOf(question).flatMap((option) => {
    const of = parts ? (parts.get(option) ?? []) : rows
    const people = of.filter((it) => it.value === (parts ? 'yes' : option)).length
    return of.length === 0 ? [] : [{ option, ...shownOf(question, people, of.length) }]
  })
  // Of each answer among several there are as many rows as people who answered.
  const base = parts ? Math.max(...[...parts.values()].map((it) => it.length)) : rows.length
  return { base, options }
}
