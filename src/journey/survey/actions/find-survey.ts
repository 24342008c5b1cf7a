import { dayIn } from '../../../calendar/days.ts'
import { RESPONDENTS, type Respondent } from '../../../model/respondent.ts'
import type { Question, Survey } from '../../../model/surveys.ts'
import { type Context, permit } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import type { KeyOwner, Place } from '../../../runtime/keyring.ts'
import { hashOf } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { pairsOfPerson } from '../../../store/participants.ts'
import type { Season } from '../../../store/seasons.ts'
import { supervisedBy } from '../../../store/supervisor-agreements.ts'
import type { OwnSurvey } from '../../../store/survey-drafts.ts'
import { type Around, planAsked } from '../rules/respondents.ts'

export type SurveyNamed = { readonly season: string; readonly survey: string; readonly role?: Respondent }
export type SurveyFound = {
  readonly season: Season
  readonly survey: Survey
  readonly own: OwnSurvey
  readonly questions: readonly Question[]
  /** Everything as which the person is invited to it: a dual answers once in each role. */
  readonly roles: readonly Respondent[]
  readonly today: string
}

/** A survey the person who acts is invited to, in the role they name or their only one: to everybody else it is not there. */
export async function findSurvey(ctx: Context, tx: Tx, action: string, named: SurveyNamed): Promise<SurveyFound> {
  const personId = selfOf(ctx)
  const season = await findSeason(ctx, tx, named.season)
  const survey = season.program.surveys[named.survey]
  const roles = survey ? await askedAs(ctx, tx, season, named.survey, personId) : []
  const role = named.role ?? roles[0]
  const isInvited = role !== undefined && roles.includes(role)
  await permit(ctx, tx, action, { seasonId: season.id, people: isInvited ? [personId] : [] })
  if (!survey || !isInvited) throw new NotFound('There is no such survey.')
  const own: OwnSurvey = { seasonId: season.id, survey: named.survey, role, personId }
  const today = dayIn(ctx.clock.now(), season.program.zone)
  return { season, survey, own, questions: survey.questions[role] ?? [], roles, today }
}

/** Everything as which a survey asks somebody: by their own pairs, and by those whose people agreed that they are asked. */
async function askedAs(ctx: Context, tx: Tx, season: Season, survey: string, me: string) {
  const subject = { organisationId: ctx.organisationId, personId: me, shownOn: ctx.today }
  const own: Around = { pairs: (await pairsOfPerson(tx, subject, season.id)).map(asPairFact) }
  const asksSupervisors = (season.program.surveys[survey]?.questions.supervisor ?? []).length > 0
  const supervised = asksSupervisors ? await supervisedBy(tx, ctx.organisationId, season.id, me) : own
  return RESPONDENTS.filter((it) =>
    planAsked(season.program, survey, it, it === 'supervisor' ? supervised : own).has(me),
  )
}

export type SurveyKey = Pick<OwnSurvey, 'seasonId' | 'survey'>

/** The key of a survey's intake: one for each survey of a season, named by what it is of. */
export function intakeOf(ctx: Pick<Context, 'organisationId'>, { seasonId, survey }: SurveyKey): KeyOwner {
  return keyNamed(ctx, `survey intake ${seasonId} ${survey}`)
}

/** The key of a series of surveys in a season: it makes the tokens by which an answer finds the earlier one of the same person. */
export function seriesKeyOf(ctx: Pick<Context, 'organisationId'>, seasonId: string, series: string): KeyOwner {
  return keyNamed(ctx, `survey series ${seasonId} ${series}`)
}

function keyNamed(ctx: Pick<Context, 'organisationId'>, name: string): KeyOwner {
  const hex = hashOf(name)
  // A UUID of version 8: made of what it names.
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return { organisationId: ctx.organisationId, kind: 'survey', id }
}

export const DRAFT = (id: string): Place => ({ table: 'survey_draft', column: 'sealed', row: id })
export const SENT = (id: string): Place => ({ table: 'survey_sent', column: 'sealed', row: id })
