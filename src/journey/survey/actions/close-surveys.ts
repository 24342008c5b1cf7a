import { dayIn } from '../../../calendar/days.ts'
import type { Program } from '../../../model/program.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
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
import { isClosed } from '../rules.ts'
import type { Entered } from '../shapes.ts'
import { endSeries } from './end-series.ts'
import { intakeOf, SENT, type SurveyKey } from './find-survey.ts'
import { type GivenBy, layDown } from './lay-down.ts'

/**
 * Closes every survey whose last day is over: what was sent is opened once, mixed, and laid down in one go without person, time or
 * order; what was sealed is deleted, and then the key that opened it is destroyed. A series whose last survey has closed ends with
 * it. It may be stopped anywhere and run again.
 */
export async function closeSurveys(ctx: Context): Promise<{ closed: number }> {
  const waiting = await within(ctx, (tx) => surveysWithSealed(tx, ctx.organisationId))
  let closed = 0
  for (const { seasonId, program, survey } of waiting) {
    const today = dayIn(ctx.clock.now(), program.zone)
    // A survey that is no longer in the file closes with its season.
    if (!isClosed(program.surveys[survey] ?? { closes: program.endsOn }, today)) continue
    try {
      await within(ctx, (tx) => closeSurvey(ctx, tx, { seasonId, survey }, program, today))
      closed += 1
    } catch (error) {
      // One survey that cannot be opened must not hold up letters, or another survey.
      console.error(`The survey "${survey}" could not be closed; its answers stay sealed. ${String(error)}`)
    }
  }
  for (const it of await within(ctx, (tx) => unfinishedClosings(tx, ctx.organisationId))) await destroyIntake(ctx, it)
  await endSeries(ctx)
  return { closed }
}

async function closeSurvey(ctx: Context, tx: Tx, key: SurveyKey, program: Program, closedOn: string): Promise<void> {
  await lockSeason(tx, ctx.organisationId, key.seasonId)
  await permit(ctx, tx, 'survey.closeSurveys', { seasonId: key.seasonId })
  const taken = await takeSealed(tx, ctx.organisationId, key.seasonId, key.survey)
  const season = { id: key.seasonId, program }
  await layDown(ctx, tx, { season, survey: key.survey }, await openAll(ctx, key, taken), { isLast: true })
  await addClosing(tx, ctx.organisationId, { ...key, intakeId: intakeOf(ctx, key).id, closedOn })
}

async function openAll(ctx: Context, key: SurveyKey, taken: readonly TakenAnswers[]): Promise<readonly GivenBy[]> {
  try {
    const sealed = taken.map(({ id, sealed }) => ({ place: SENT(id), sealed }))
    const texts = await ctx.keyring.openAll(intakeOf(ctx, key), sealed)
    return taken.map(({ role, personId }, at) => ({
      role,
      personId,
      answers: JSON.parse(texts[at] ?? '{}') as Entered,
    }))
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
