import { dayIn } from '../../calendar/days.ts'
import { RESPONDENTS, type Respondent } from '../../model/respondent.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { selfOf } from '../../runtime/self.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import { pairsOfPerson, seasonsOfPerson } from '../../store/participants.ts'
import { surveysTouched } from '../../store/survey-drafts.ts'
import { countMinutes, decideStanding } from './rules/answering.ts'
import { planAsked } from './rules/respondents.ts'

export type SurveyDue = {
  readonly season: string
  readonly seasonName: string
  readonly survey: string
  readonly name: string
  readonly role: Respondent
  readonly closesOn: string
  readonly minutes: number
  readonly isBegun: boolean
  readonly path: string
}

/** The surveys that are open to the person who asks by their own pairs and that they have not answered, what closes first before the rest. */
export async function surveysDue(ctx: Context): Promise<readonly SurveyDue[]> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'survey.readSurvey', { people: [me] })
    const seasons = await seasonsOfPerson(tx, ctx.organisationId, me)
    const pairs = await pairsOfPerson(tx, { organisationId: ctx.organisationId, personId: me, shownOn: ctx.today })
    const touched = await surveysTouched(tx, ctx.organisationId, me)
    const due = seasons.flatMap(({ id, key, program }) => {
      const own = pairs.filter((pair) => pair.seasonId === id).map(asPairFact)
      const today = dayIn(ctx.clock.now(), program.zone)
      return Object.entries(program.surveys).flatMap(([survey, it]) =>
        RESPONDENTS.flatMap((role) => {
          const questions = it.questions[role] ?? []
          const mine = touched.filter((one) => one.seasonId === id && one.survey === survey && one.role === role)
          const hasSent = mine.some((one) => one.sent)
          if (questions.length === 0 || decideStanding(it, hasSent, today) !== 'open') return []
          if (!planAsked(program, survey, role, { pairs: own }).has(me)) return []
          const path = `/seasons/${key}/surveys/${survey}?role=${role}`
          const said = { season: key, seasonName: program.name, survey, name: it.name, role, closesOn: it.closes }
          return [{ ...said, minutes: countMinutes(questions), isBegun: mine.length > 0, path }]
        }),
      )
    })
    return due.sort((a, b) => (a.closesOn < b.closesOn ? -1 : 1))
  })
}
