import { endOfDay } from '../../../calendar/days.ts'
import type { Role } from '../../../model/role.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { newUntimedId } from '../../../runtime/new-id.ts'
import { shuffled } from '../../../runtime/shuffle.ts'
import { addAnswered, addAnswers, takeOutAnswers } from '../../../store/answers.ts'
import type { Tx } from '../../../store/database.ts'
import { lockPersonBy } from '../../../store/people.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { draftOf, hasAnswered, removeDraft, saveDraft } from '../../../store/survey-drafts.ts'
import {
  type AnswerFault,
  countMinutes,
  decideKeeping,
  decideSending,
  decideStanding,
  type Entered,
  readEntered,
} from '../rules/answering.ts'
import { findSurvey, intakeOf, placeOf, type SurveyFound, type SurveyNamed } from './find-survey.ts'

/** Rows of answers that are laid down anew with each new one: those of some hundred people. */
const MIXED_ROWS = 2_000

export type SurveyForm = {
  readonly season: string
  readonly seasonName: string
  readonly seasonEndsOn: string
  readonly key: string
  readonly role: Role
  readonly roles: readonly Role[]
  readonly survey: SurveyFound['survey']
  readonly questions: SurveyFound['questions']
  readonly minutes: number
  readonly standing: ReturnType<typeof decideStanding>
  readonly entered: Entered
  /** When the draft was kept last; null where there is none. */
  readonly keptAt: string | null
}

/** A survey as the person who answers it has it before them: where it stands for them, and what they have entered so far. */
export async function readSurvey(ctx: Context, input: SurveyNamed): Promise<SurveyForm> {
  return within(ctx, async (tx) => {
    const found = await findSurvey(ctx, tx, 'survey.readSurvey', input)
    const { season, survey, own, questions, roles, today } = found
    const standing = decideStanding(survey, await hasAnswered(tx, ctx.organisationId, own), today)
    const draft = standing === 'open' ? await draftOf(tx, ctx.organisationId, own) : undefined
    const text = draft ? await ctx.keyring.open(intakeOf(ctx, own), placeOf(draft.id), draft.sealed) : '{}'
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
export async function keepDraft(ctx: Context, input: SurveyNamed & { entered: Entered }): Promise<{ role: Role }> {
  return within(ctx, async (tx) => {
    const found = await findSurvey(ctx, tx, 'survey.keepDraft', input)
    const { season, survey, own, questions } = found
    const decided = decideKeeping(questions, readEntered(questions, input.entered))
    if (!decided.ok) throw unusable(found, decided.facts.faults)
    await lockPerson(ctx, tx, own.personId)
    await refuseUnlessOpen(ctx, tx, found)
    const id = newUntimedId()
    const intake = intakeOf(ctx, own)
    const sealed = await ctx.keyring.seal(intake, placeOf(id), JSON.stringify(decided.value))
    const untilAt = endOfDay(survey.closes, season.program.zone)
    const draft = { ...own, id, intakeId: intake.id, sealed, changedAt: ctx.clock.now(), untilAt }
    await saveDraft(tx, ctx.organisationId, draft)
    return { role: own.role }
  })
}

/**
 * Sends the answers: from then on they are rows among others without person, time or order, and the draft is gone. What lies
 * there already is laid down anew with them, so that the database’s own traces do not join them to whoever sent them.
 */
export async function sendAnswers(
  ctx: Context,
  input: SurveyNamed & { entered: Entered },
): Promise<{ role: Role; became: 'sent' | 'sent-before' }> {
  return within(ctx, async (tx) => {
    const found = await findSurvey(ctx, tx, 'survey.sendAnswers', input)
    const { season, own, questions } = found
    await lockSeason(tx, ctx.organisationId, season.id)
    await lockPerson(ctx, tx, own.personId)
    if (await hasAnswered(tx, ctx.organisationId, own)) return { role: own.role, became: 'sent-before' }
    await refuseUnlessOpen(ctx, tx, found)
    const decided = decideSending(questions, readEntered(questions, input.entered))
    if (!decided.ok) throw unusable(found, decided.facts.faults)
    const there = await takeOutAnswers(tx, ctx.organisationId, season.id, own.survey, own.role, MIXED_ROWS)
    const fresh = questions.map(({ key }) => ({ question: key, values: decided.value[key] ?? [] }))
    const answers = shuffled([...there, ...fresh]).map((it) => ({ ...it, id: newUntimedId() }))
    await removeDraft(tx, ctx.organisationId, own)
    await addAnswered(tx, ctx.organisationId, season.id, own.survey, own.role, [own.personId])
    await addAnswers(tx, ctx.organisationId, season.id, own.survey, own.role, answers)
    return { role: own.role, became: 'sent' }
  })
}

/** One after the other for each person: a draft that was on its way never comes after the answers. */
async function lockPerson(ctx: Context, tx: Tx, personId: string): Promise<void> {
  if (!(await lockPersonBy(tx, ctx.organisationId, { id: personId }))) throw new NotFound('There is no such person.')
}

async function refuseUnlessOpen(ctx: Context, tx: Tx, { survey, own, today }: SurveyFound): Promise<void> {
  const standing = decideStanding(survey, await hasAnswered(tx, ctx.organisationId, own), today)
  if (standing === 'open') return
  const says = {
    coming: 'This survey is not open yet.',
    answered: 'Your answers were sent already; nothing can be added to them.',
    closed: 'This survey has closed; nothing can be sent any more.',
  }
  throw new Refused('survey-not-open', { standing }, says[standing])
}

const SAYS: Readonly<Record<AnswerFault['code'], string>> = {
  'too-long': 'This is longer than an answer can be. Shorten it to 5,000 characters.',
  'not-an-option': 'Choose one of the answers shown.',
  'not-a-percentage': 'Enter a whole number from 0 to 100, or leave it empty.',
  'one-answer-only': 'Give one answer to this question.',
}

function unusable({ questions }: SurveyFound, faults: unknown): Invalid {
  const all = (faults ?? []) as readonly AnswerFault[]
  if (all.length > 0)
    return new Invalid('Some answers cannot be used as they are.', {
      fields: all.map(({ question, code }) => ({ place: question, message: SAYS[code] })),
    })
  const message = 'Answer at least one question; all others may be left out.'
  return new Invalid(message, { fields: [{ place: questions[0]?.key ?? '', message }] })
}
