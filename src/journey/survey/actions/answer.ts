import { endOfDay } from '../../../calendar/days.ts'
import type { Respondent } from '../../../model/respondent.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { newUntimedId } from '../../../runtime/new-id.ts'
import { addAnswered } from '../../../store/answers.ts'
import type { Tx } from '../../../store/database.ts'
import { lockPersonBy } from '../../../store/people.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { hasClosed, saveSentAnswers, sentAnswersOf, takeBackAnswers } from '../../../store/sent-answers.ts'
import { draftOf, hasAnswered, removeDraft, saveDraft } from '../../../store/survey-drafts.ts'
import { answerProblems } from '../messages/answer-problems.ts'
import { countMinutes, decideKeeping, decideSending, decideStanding, readEntered } from '../rules/answering.ts'
import type { Entered, Standing, SurveyForm } from '../shapes.ts'
import { DRAFT, findSurvey, intakeOf, SENT, type SurveyFound, type SurveyNamed } from './find-survey.ts'
import { asOneLength } from './one-length.ts'

/** With `again`, whoever has sent already changes what they sent; without it, what comes late changes nothing. */
type Given = SurveyNamed & { readonly entered: Entered; readonly again?: boolean }

/** A survey as the person who answers it has it before them: where it stands for them, and what they have entered so far. */
export async function readSurvey(ctx: Context, input: SurveyNamed): Promise<SurveyForm> {
  return within(ctx, async (tx) => {
    const found = await findSurvey(ctx, tx, 'survey.readSurvey', input)
    const { season, survey, own, questions, roles } = found
    const standing = await standingOf(ctx, tx, found)
    const draft = isOpen(standing) ? await draftOf(tx, ctx.organisationId, own) : undefined
    const sent = standing === 'sent' && !draft ? await sentAnswersOf(tx, ctx.organisationId, own) : undefined
    const intake = intakeOf(ctx, own)
    const text = draft
      ? await ctx.keyring.open(intake, DRAFT(draft.id), draft.sealed)
      : sent
        ? await ctx.keyring.open(intake, SENT(sent.id), sent.sealed)
        : '{}'
    return {
      season: season.key,
      seasonName: season.program.name,
      seasonEndsOn: season.program.endsOn,
      key: own.survey,
      role: own.role,
      roles,
      survey,
      questions,
      minutes: countMinutes(questions),
      standing,
      entered: readEntered(questions, JSON.parse(text)),
      keptAt: draft?.changedAt ?? null,
    }
  })
}

/** Keeps what was entered so far, sealed with the key of the survey's intake; it takes the place of what was kept before. */
export async function keepDraft(ctx: Context, input: Given): Promise<{ role: Respondent }> {
  return within(ctx, async (tx) => {
    const found = await findSurvey(ctx, tx, 'survey.keepDraft', input)
    const { season, survey, own, questions } = found
    const decided = decideKeeping(questions, readEntered(questions, input.entered))
    if (!decided.ok) throw unusable(found, decided.facts.faults)
    await lockPerson(ctx, tx, own.personId)
    refuseUnlessOpen(await standingOf(ctx, tx, found), input.again)
    const id = newUntimedId()
    const intake = intakeOf(ctx, own)
    const sealed = await ctx.keyring.seal(intake, DRAFT(id), asOneLength(questions, decided.value))
    const untilAt = endOfDay(survey.closes, season.program.zone)
    const draft = { ...own, id, intakeId: intake.id, sealed, changedAt: ctx.clock.now(), untilAt }
    await saveDraft(tx, ctx.organisationId, draft)
    return { role: own.role }
  })
}

/**
 * Sends the answers. Until the survey closes they lie sealed with the key of its intake, and whoever sent them may change them or
 * take them back; at the close they become rows among others (`closeSurveys`).
 */
export async function sendAnswers(
  ctx: Context,
  input: Given,
): Promise<{ role: Respondent; became: 'sent' | 'sent-before' | 'changed' }> {
  return within(ctx, async (tx) => {
    const found = await findSurvey(ctx, tx, 'survey.sendAnswers', input)
    const { season, own, questions } = found
    await lockSeason(tx, ctx.organisationId, season.id)
    await lockPerson(ctx, tx, own.personId)
    const standing = await standingOf(ctx, tx, found)
    if (standing === 'sent' && !input.again) return { role: own.role, became: 'sent-before' }
    refuseUnlessOpen(standing, input.again)
    const decided = decideSending(questions, readEntered(questions, input.entered))
    if (!decided.ok) throw unusable(found, decided.facts.faults)
    const id = newUntimedId()
    const intake = intakeOf(ctx, own)
    const sealed = await ctx.keyring.seal(intake, SENT(id), asOneLength(questions, decided.value))
    await removeDraft(tx, ctx.organisationId, own)
    await addAnswered(tx, ctx.organisationId, season.id, own.survey, own.role, [own.personId])
    await saveSentAnswers(tx, ctx.organisationId, { ...own, id, intakeId: intake.id, sealed })
    return { role: own.role, became: standing === 'sent' ? 'changed' : 'sent' }
  })
}

/** Takes back what one sent, as long as the survey is open: then it is as if nothing had been sent. */
export async function takeBack(ctx: Context, input: SurveyNamed): Promise<{ role: Respondent }> {
  return within(ctx, async (tx) => {
    const found = await findSurvey(ctx, tx, 'survey.takeBack', input)
    const { season, own } = found
    await lockSeason(tx, ctx.organisationId, season.id)
    await lockPerson(ctx, tx, own.personId)
    refuseUnlessOpen(await standingOf(ctx, tx, found), true)
    await takeBackAnswers(tx, ctx.organisationId, own)
    await removeDraft(tx, ctx.organisationId, own)
    return { role: own.role }
  })
}

/** One after the other for each person: a draft that was on its way never comes after the answers. */
async function lockPerson(ctx: Context, tx: Tx, personId: string): Promise<void> {
  if (!(await lockPersonBy(tx, ctx.organisationId, { id: personId }))) throw new NotFound('There is no such person.')
}

async function standingOf(ctx: Context, tx: Tx, { survey, own, today }: SurveyFound) {
  const closed = await hasClosed(tx, ctx.organisationId, own)
  return decideStanding(survey, await hasAnswered(tx, ctx.organisationId, own), today, closed)
}

function isOpen(standing: Standing): boolean {
  return standing === 'open' || standing === 'sent'
}

function refuseUnlessOpen(standing: Standing, again = false): void {
  if (standing === 'open' || (standing === 'sent' && again)) return
  const says = {
    coming: 'This survey is not open yet.',
    sent: 'Your answers were sent already. Choose to change them first.',
    answered: 'This survey has closed; your answers can no longer be changed or taken back.',
    closed: 'This survey has closed; nothing can be sent any more.',
  }
  throw new Refused('survey-not-open', { standing }, says[standing])
}

function unusable({ questions }: SurveyFound, facts: unknown): Invalid {
  const { message, fields } = answerProblems(questions, facts)
  return new Invalid(message, { fields })
}
