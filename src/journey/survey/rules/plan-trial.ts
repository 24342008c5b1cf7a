import type { Respondent } from '../../../model/respondent.ts'
import type { Survey } from '../../../model/surveys.ts'
import type { SurveyForm } from '../shapes.ts'
import { countMinutes } from './answering.ts'
import { respondentsOf } from './respondents.ts'

/** A survey as somebody would have it before them on a day on which it is open, with nothing entered; null where it asks them nothing. Issue 7, preview and test run. */
export function planTrial(
  season: { readonly key: string; readonly name: string; readonly endsOn: string },
  key: string,
  survey: Survey,
  role: Respondent,
): SurveyForm | null {
  const questions = survey.questions[role] ?? []
  if (questions.length === 0) return null
  return {
    season: season.key,
    seasonName: season.name,
    seasonEndsOn: season.endsOn,
    key,
    role,
    roles: respondentsOf(survey).filter((it) => it === role),
    survey,
    questions,
    minutes: countMinutes(questions),
    standing: 'open',
    entered: {},
    keptAt: null,
  }
}
