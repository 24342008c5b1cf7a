import { dayIn } from '../../../calendar/days.ts'
import { RESPONDENTS, type Respondent } from '../../../model/respondent.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { newUntimedId } from '../../../runtime/new-id.ts'
import { shuffled } from '../../../runtime/shuffle.ts'
import { addAnswers } from '../../../store/answers.ts'
import type { Tx } from '../../../store/database.ts'
import { lockSeason } from '../../../store/seasons.ts'
import {
  addClosing,
  type Closing,
  finishClosing,
  surveysWithSealed,
  type TakenAnswers,
  takeSealed,
  unfinishedClosings,
} from '../../../store/sent-answers.ts'
import type { Entered } from '../rules/answering.ts'
import { isClosed } from '../rules.ts'
import { intakeOf, SENT, type SurveyKey } from './find-survey.ts'

type Laid = { readonly question: string; readonly values: readonly string[] }

/**
 * Closes every survey whose last day is over: what was sent is opened once, mixed, and laid down in one go without person, time or
 * order; what was sealed is deleted, and then the key that opened it is destroyed. It may be stopped anywhere and run again.
 */
export async function closeSurveys(ctx: Context): Promise<{ closed: number }> {
  const waiting = await within(ctx, (tx) => surveysWithSealed(tx, ctx.organisationId))
  let closed = 0
  for (const { seasonId, program, survey } of waiting) {
    const today = dayIn(ctx.clock.now(), program.zone)
    // A survey that is no longer in the file closes with its season.
    if (!isClosed(program.surveys[survey] ?? { closes: program.endsOn }, today)) continue
    try {
      await within(ctx, (tx) => closeSurvey(ctx, tx, { seasonId, survey }, today))
      closed += 1
    } catch (error) {
      // One survey that cannot be opened must not hold up letters, or another survey.
      console.error(`The survey "${survey}" could not be closed; its answers stay sealed. ${String(error)}`)
    }
  }
  for (const it of await within(ctx, (tx) => unfinishedClosings(tx, ctx.organisationId))) await destroyIntake(ctx, it)
  return { closed }
}

async function closeSurvey(ctx: Context, tx: Tx, key: SurveyKey, closedOn: string): Promise<void> {
  await lockSeason(tx, ctx.organisationId, key.seasonId)
  await permit(ctx, tx, 'survey.closeSurveys', { seasonId: key.seasonId })
  const taken = await takeSealed(tx, ctx.organisationId, key.seasonId, key.survey)
  const laid: Record<Respondent, Laid[]> = { mentor: [], mentee: [], supervisor: [], leaver: [] }
  for (const [role, answers] of await openAll(ctx, key, taken))
    for (const [question, values] of Object.entries(answers)) laid[role].push({ question, values })
  for (const role of RESPONDENTS) {
    const rows = shuffled(laid[role]).map((it) => ({ ...it, id: newUntimedId() }))
    await addAnswers(tx, ctx.organisationId, key.seasonId, key.survey, role, rows)
  }
  await addClosing(tx, ctx.organisationId, { ...key, intakeId: intakeOf(ctx, key).id, closedOn })
}

async function openAll(ctx: Context, key: SurveyKey, taken: readonly TakenAnswers[]) {
  try {
    const sealed = taken.map(({ id, sealed }) => ({ place: SENT(id), sealed }))
    const texts = await ctx.keyring.openAll(intakeOf(ctx, key), sealed)
    return taken.map(({ role }, at) => [role, JSON.parse(texts[at] ?? '{}') as Entered] as const)
  } catch (error) {
    // After a restore of older data: the key is gone for good, and so is what it sealed.
    if (error instanceof NotFound) return []
    throw error
  }
}

async function destroyIntake(ctx: Context, closing: Closing): Promise<void> {
  const owner = { organisationId: ctx.organisationId, kind: 'survey', id: closing.intakeId } as const
  await ctx.keyring.destroy(owner, ctx.machineClock.now())
  await within(ctx, (tx) => finishClosing(tx, ctx.organisationId, closing))
}
