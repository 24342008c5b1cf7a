import type { PairFact, SupervisorFact } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { RESPONDENTS, type Respondent } from '../../../model/respondent.ts'
import { ROLES } from '../../../model/role.ts'
import type { Survey } from '../../../model/surveys.ts'
import { planInvited } from '../rules.ts'

/** What decides who is asked: the published pairs, and whose supervisors may be. */
export type Around = {
  readonly pairs: readonly PairFact[]
  readonly supervisors?: readonly SupervisorFact[] | undefined
}
type Asking = Pick<Program, 'surveys' | 'meetings'>

/** The kinds of respondents that a survey has questions for. */
export function respondentsOf(survey: Survey): readonly Respondent[] {
  return RESPONDENTS.filter((it) => (survey.questions[it] ?? []).length > 0)
}

/**
 * Everybody a survey asks as a mentor, mentee, supervisor or early leaver; nobody where it has no questions for them. Each kind is a
 * base of its own. PRODUCT.md, figures (invited); issue 7, instruments.
 */
export function planAsked(program: Asking, key: string, respondent: Respondent, around: Around): ReadonlySet<string> {
  const survey = program.surveys[key]
  if (!survey?.questions[respondent]?.length) return new Set()
  switch (respondent) {
    case 'mentor':
    case 'mentee':
      return planInvited(survey, respondent, around.pairs)
    case 'supervisor':
      return new Set(planAgreed(program, key, around).map((it) => it.supervisorId))
    case 'leaver':
      return new Set(planLeavers(program, key, around.pairs).keys())
  }
}

/** Who of those in a pair agreed that a survey asks their supervisor; a supervisor may stand in it several times and answers once. */
export function planAgreed(program: Asking, key: string, around: Around): readonly SupervisorFact[] {
  const survey = program.surveys[key]
  if (!survey) return []
  const asked = planSupervised(survey, around.pairs)
  return (around.supervisors ?? []).filter((it) => it.survey === key && asked.has(it.personId))
}

/** The people in pairs, of the roles whose supervisors a survey asks, if it has questions for them. */
export function planSupervised(survey: Survey, pairs: readonly PairFact[]): ReadonlySet<string> {
  if (!survey.questions.supervisor?.length) return new Set()
  const roles = ROLES.filter((role) => survey.supervisorsOf?.includes(role) ?? true)
  return new Set(roles.flatMap((role) => [...planInvited(survey, role, pairs)]))
}

/** Who left early by a survey's close and is asked by it, with the day their first pair ended: each person by one instrument only. */
export function planLeavers(
  { surveys, meetings }: Asking,
  key: string,
  pairs: readonly PairFact[],
): ReadonlyMap<string, string> {
  const instruments = Object.entries(surveys)
    .filter(([, it]) => (it.questions.leaver ?? []).length > 0)
    .sort(([a, one], [b, two]) => (one.closes < two.closes || (one.closes === two.closes && a < b) ? -1 : 1))
  const leftOn = new Map<string, string>()
  for (const { mentorId, menteeId, endedOn } of pairs) {
    if (endedOn === null || endedOn >= meetings.until) continue
    for (const id of [mentorId, menteeId]) if (endedOn < (leftOn.get(id) ?? '9999')) leftOn.set(id, endedOn)
  }
  return new Map([...leftOn].filter(([, day]) => instruments.find(([, it]) => it.closes >= day)?.[0] === key))
}
