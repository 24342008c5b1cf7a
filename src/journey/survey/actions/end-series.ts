import { addDays, dayIn } from '../../../calendar/days.ts'
import type { Program } from '../../../model/program.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { newUntimedId } from '../../../runtime/new-id.ts'
import { shuffled } from '../../../runtime/shuffle.ts'
import type { Tx } from '../../../store/database.ts'
import {
  addChanges,
  addSeriesEnd,
  answersTo,
  finishSeries,
  type PairedAnswer,
  type SeriesEnd,
  seriesWithPaired,
  stillSealed,
  takePaired,
  unfinishedSeries,
} from '../../../store/paired-answers.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { answeredOf } from '../../../store/survey-drafts.ts'
import { decideChange } from '../rules/changes.ts'
import { isSeriesClosed, type PairedQuestion, planPairing, surveysOfSeries } from '../rules/pairing.ts'
import { seriesKeyOf } from './find-survey.ts'

/** How long a series waits for answers that are brought in from elsewhere, in days. */
const WAITS_DAYS = 30

type Waiting = { readonly seasonId: string; readonly program: Program; readonly series: string }

/**
 * Ends every series whose last survey has closed: answers of the same person are set against one another, the pairs that may be shown
 * are laid down as numbers without a token, all tokens are deleted, and then the key that made them is destroyed. It may be stopped
 * anywhere and run again.
 */
export async function endSeries(ctx: Context): Promise<{ ended: number }> {
  const waiting = await within(ctx, (tx) => seriesWithPaired(tx, ctx.organisationId))
  let ended = 0
  for (const it of waiting) {
    try {
      if (await within(ctx, (tx) => endOne(ctx, tx, it))) ended += 1
    } catch (error) {
      // One series that cannot be ended must not hold up letters, or another one.
      console.error(`The series "${it.series}" could not be ended; its answers stay unjoined. ${String(error)}`)
    }
  }
  for (const it of await within(ctx, (tx) => unfinishedSeries(tx, ctx.organisationId))) await destroyKey(ctx, it)
  return { ended }
}

async function endOne(ctx: Context, tx: Tx, it: Waiting): Promise<boolean> {
  const { seasonId, program, series } = it
  await lockSeason(tx, ctx.organisationId, seasonId)
  const today = dayIn(ctx.clock.now(), program.zone)
  if (!(await isOver(ctx, tx, it, today))) return false
  await permit(ctx, tx, 'survey.closeSurveys', { seasonId })
  const taken = await takePaired(tx, ctx.organisationId, seasonId, series)
  if (taken.length === 0) return false
  const changes = []
  for (const paired of planPairing(program.surveys).filter((one) => one.series === series))
    changes.push(...(await changesIn(ctx, tx, seasonId, paired, taken)))
  const rows = shuffled(changes).map((one) => ({ ...one, id: newUntimedId() }))
  await addChanges(tx, ctx.organisationId, seasonId, rows)
  const { id: keyId } = seriesKeyOf(ctx, seasonId, series)
  await addSeriesEnd(tx, ctx.organisationId, { seasonId, series, keyId, closedOn: today })
  return true
}

/** Nothing of it lies sealed, and everybody has answered who will: answers brought in from elsewhere may come some days later. */
async function isOver(ctx: Context, tx: Tx, { seasonId, program, series }: Waiting, today: string): Promise<boolean> {
  const { surveys } = program
  const own = surveysOfSeries(surveys, series)
  // A series that is no longer in the file ends with its season.
  if (own.length === 0) return program.endsOn < today
  if (!isSeriesClosed(surveys, series, today)) return false
  const sealed = await stillSealed(tx, ctx.organisationId, seasonId)
  if (sealed.some((it) => own.some(([key]) => key === it.survey))) return false
  const answered = new Set((await answeredOf(tx, ctx.organisationId, seasonId)).map((it) => `${it.survey} ${it.role}`))
  const isWhole = planPairing(surveys)
    .filter((it) => it.series === series)
    .every((it) => answered.has(`${it.first} ${it.role}`) && answered.has(`${it.last} ${it.role}`))
  const closesLast =
    own
      .map(([, it]) => it.closes)
      .sort()
      .at(-1) ?? today
  return isWhole || addDays(closesLast, WAITS_DAYS) < today
}

async function changesIn(
  ctx: Context,
  tx: Tx,
  seasonId: string,
  paired: PairedQuestion,
  taken: readonly PairedAnswer[],
) {
  const { series, role, first, last } = paired
  const question = paired.question.key
  const of = taken.filter((it) => it.role === role && it.question === question)
  const later = new Map(of.filter((it) => it.survey === last).map((it) => [it.token, it.values]))
  const pairs = of
    .filter((it) => it.survey === first && later.has(it.token))
    .map((it) => ({ before: it.values, after: later.get(it.token) ?? [] }))
  const all = {
    before: await answersTo(tx, ctx.organisationId, { seasonId, survey: first, role, question }),
    after: await answersTo(tx, ctx.organisationId, { seasonId, survey: last, role, question }),
  }
  return decideChange(paired, pairs, all).map((it) => ({ ...it, series, role, question }))
}

async function destroyKey(ctx: Context, it: SeriesEnd): Promise<void> {
  const owner = { organisationId: ctx.organisationId, kind: 'survey', id: it.keyId } as const
  await ctx.keyring.destroy(owner, ctx.machineClock.now())
  await within(ctx, (tx) => finishSeries(tx, ctx.organisationId, it))
}
