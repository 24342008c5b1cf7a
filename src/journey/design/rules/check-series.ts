import type { Program } from '../../../model/program.ts'
import { RESPONDENTS } from '../../../model/respondent.ts'
import { type Fault, fault } from './fault.ts'

/** A series says something where two of its surveys ask a role the same question. */
export function checkSeries(program: Program): Fault[] {
  const inSeries = Object.entries(program.surveys).filter(([, it]) => it.series)
  return [...Map.groupBy(inSeries, ([, it]) => it.series ?? '')].flatMap(([series, surveys]) => {
    const [first] = surveys
    const asked = surveys.flatMap(([, it]) =>
      RESPONDENTS.flatMap((role) => (it.questions[role] ?? []).map(({ key, kind }) => `${role} ${kind} ${key}`)),
    )
    if (!first || new Set(asked).size < asked.length) return []
    return [
      fault(
        ['surveys', first[0], 'series'],
        'series-of-one',
        surveys.length === 1
          ? `only the survey ${first[0]} is in the series ${series}, so there is nothing to compare it with`
          : `the surveys of the series ${series} have no question in common`,
        'Give a second survey the same series and ask the same question in both, with the same key and kind.',
      ),
    ]
  })
}
