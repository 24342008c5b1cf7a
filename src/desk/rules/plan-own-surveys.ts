import { planAsked, planSupervised } from '../../journey/survey/rules/respondents.ts'
import type { Day } from '../../model/day.ts'
import type { PairFact } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import type { Respondent } from '../../model/respondent.ts'
import type { ToDo } from './plan-next.ts'

/** A season with the reader's own pairs in it, running or over. */
export type OwnSeason = { readonly id: string; readonly program: Program; readonly pairs: readonly PairFact[] }
/** What is known of the reader beside their pairs: what they answered, whom they agreed to, and who agreed that they are asked. */
export type OwnSurveys = {
  readonly answered: readonly { readonly seasonId: string; readonly survey: string; readonly role: Respondent }[]
  readonly supervisors: readonly { readonly seasonId: string; readonly survey: string; readonly name: string }[]
  readonly supervises: readonly { readonly seasonId: string; readonly program: Program; readonly survey: string }[]
}
/** A survey to come that may ask one’s manager, with whom one agreed to. */
export type SupervisorLine = {
  readonly href: string
  readonly season: string
  readonly survey: string
  readonly opens: Day
  readonly agreedTo: string | null
}

const BY_PAIRS = ['mentor', 'mentee', 'leaver'] as const

/** Surveys that are open to somebody and not answered, whether or not a pair of theirs still runs: after the season, after an early end, and as a supervisor. Issue 7, instruments. */
export function planOwnSurveys(
  me: string,
  seasons: readonly OwnSeason[],
  known: OwnSurveys,
  today: Day,
): readonly ToDo[] {
  const open = (id: string, program: Program, survey: string, role: Respondent): ToDo[] => {
    const it = program.surveys[survey]
    const isAnswered = known.answered.some((one) => one.seasonId === id && one.survey === survey && one.role === role)
    if (!it?.questions[role]?.length || isAnswered || today < it.opens || it.closes < today) return []
    const href = `/seasons/${program.key}/surveys/${survey}?role=${role}`
    return [{ kind: 'survey', name: it.name, by: it.closes, season: program.name, href }]
  }
  return [
    ...seasons.flatMap(({ id, program, pairs }) =>
      Object.keys(program.surveys).flatMap((survey) =>
        BY_PAIRS.filter((role) => planAsked(program, survey, role, { pairs }).has(me)).flatMap((role) =>
          open(id, program, survey, role),
        ),
      ),
    ),
    ...known.supervises.flatMap(({ seasonId, program, survey }) => open(seasonId, program, survey, 'supervisor')),
  ]
}

/** Until a survey opens, whether it may ask one’s manager is one’s own choice. Issue 7, instruments. */
export function planSupervisorLines(
  me: string,
  seasons: readonly OwnSeason[],
  { supervisors }: OwnSurveys,
  today: Day,
): readonly SupervisorLine[] {
  return seasons.flatMap(({ id, program, pairs }) =>
    Object.entries(program.surveys)
      .filter(([, it]) => today < it.opens && planSupervised(it, pairs).has(me))
      .map(([survey, it]) => ({
        href: `/seasons/${program.key}/surveys/${survey}/supervisor`,
        season: program.name,
        survey: it.name,
        opens: it.opens,
        agreedTo: supervisors.find((one) => one.seasonId === id && one.survey === survey)?.name ?? null,
      })),
  )
}
