import { dayIn } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound, Refused } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { managerOf } from '../../../store/manager-asks.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { pairsOfPerson } from '../../../store/participants.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { agreementOf, type OwnAgreement, removeAgreement, saveAgreement } from '../../../store/supervisor-agreements.ts'
import { planSupervised } from '../rules/respondents.ts'

type Named = { readonly season: string; readonly survey: string }
export type SupervisorChoice = {
  readonly season: string
  readonly seasonName: string
  readonly key: string
  readonly name: string
  readonly opens: Day
  readonly closes: Day
  /** Whom the directory has as one's manager today; null where it names nobody who is here. */
  readonly manager: string | null
  /** Whom one agreed to; null where one did not. */
  readonly agreedTo: string | null
  /** Whether the two are not the same person any more. */
  readonly hasChanged: boolean
  /** What is asked, word by word. */
  readonly questions: readonly string[]
  /** Whether it can still be chosen: until the day the survey opens. */
  readonly isOpen: boolean
}

/** What one chose about one’s supervisor and a survey, and what it would mean. */
export async function seeSupervisorChoice(ctx: Context, input: Named): Promise<SupervisorChoice> {
  return within(ctx, async (tx) => {
    const { season, survey, own, isOpen } = await findChoice(ctx, tx, input)
    const manager = await managerOf(tx, ctx.organisationId, own.personId, ctx.today)
    const agreed = await agreementOf(tx, ctx.organisationId, own)
    return {
      season: season.key,
      seasonName: season.program.name,
      key: own.survey,
      name: survey.name,
      opens: survey.opens,
      closes: survey.closes,
      manager: manager?.name ?? null,
      agreedTo: agreed?.name ?? null,
      hasChanged: agreed !== undefined && manager !== undefined && agreed.id !== manager.id,
      questions: (survey.questions.supervisor ?? []).map((it) => it.text),
      isOpen,
    }
  })
}

/** Agrees that one’s supervisor is asked by a survey, or takes it back; either until the survey opens. */
export async function chooseSupervisor(ctx: Context, input: Named & { readonly agrees: boolean }): Promise<void> {
  await within(ctx, async (tx) => {
    const { season, survey, own, isOpen } = await findChoice(ctx, tx, input)
    await lockSeason(tx, ctx.organisationId, season.id)
    if (!isOpen)
      throw new Refused('survey-has-opened', {}, 'The survey has opened, so this cannot be changed any more.')
    if (!input.agrees) return removeAgreement(tx, ctx.organisationId, own)
    const manager = await managerOf(tx, ctx.organisationId, own.personId, ctx.today)
    if (!manager)
      throw new Refused('no-manager', {}, 'The directory names no manager of yours, so nobody can be asked.')
    await saveAgreement(tx, ctx.organisationId, { ...own, supervisorId: manager.id, closesOn: survey.closes })
  })
}

async function findChoice(ctx: Context, tx: Tx, named: Named) {
  const personId = selfOf(ctx)
  const season = await findSeason(ctx, tx, named.season)
  const survey = season.program.surveys[named.survey]
  const subject = { organisationId: ctx.organisationId, personId, shownOn: ctx.today }
  const pairs = survey ? (await pairsOfPerson(tx, subject, season.id)).map(asPairFact) : []
  const isTheirs = survey !== undefined && planSupervised(survey, pairs).has(personId)
  await permit(ctx, tx, 'survey.chooseSupervisor', { seasonId: season.id, people: isTheirs ? [personId] : [] })
  if (!isTheirs) throw new NotFound('There is no such survey.')
  const own: OwnAgreement = { seasonId: season.id, survey: named.survey, personId }
  return { season, survey, own, isOpen: dayIn(ctx.clock.now(), season.program.zone) < survey.opens }
}
