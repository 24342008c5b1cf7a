import { RESPONDENTS, type Respondent } from '../../../model/respondent.ts'
import type { BrokenDownBy } from '../../../model/surveys.ts'
import type { Context } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { newUntimedId } from '../../../runtime/new-id.ts'
import { shuffled } from '../../../runtime/shuffle.ts'
import { addAnswers } from '../../../store/answers.ts'
import { addBrokenDown, groupsOn } from '../../../store/broken-down.ts'
import type { Tx } from '../../../store/database.ts'
import { addPaired, answersTo, endedSeries, type PairedAnswer } from '../../../store/paired-answers.ts'
import type { Season } from '../../../store/seasons.ts'
import { planBreakdowns } from '../rules/breakdowns.ts'
import { decideBreakdown } from '../rules/breaking-down.ts'
import { pairedIn } from '../rules/pairing.ts'
import type { Entered } from '../shapes.ts'
import { seriesKeyOf } from './find-survey.ts'

export type GivenBy = { readonly personId: string; readonly role: Respondent; readonly answers: Entered }
type Where = { readonly season: Pick<Season, 'id' | 'program'>; readonly survey: string }

/**
 * Lays answers down without person, time or order: each by itself; those of a series once more under a token; and, where this is all
 * there will ever be, the groups of a breakdown that may be shown. Rows of one kind are joined to no others.
 */
export async function layDown(
  ctx: Context,
  tx: Tx,
  where: Where,
  given: readonly GivenBy[],
  { isLast }: { isLast: boolean },
): Promise<void> {
  const { season, survey } = where
  if (isLast) await layDownGroups(ctx, tx, where, given)
  await layDownPaired(ctx, tx, where, given)
  for (const role of RESPONDENTS) {
    const laid = given
      .filter((it) => it.role === role)
      .flatMap(({ answers }) => Object.entries(answers).map(([question, values]) => ({ question, values })))
    await addAnswers(tx, ctx.organisationId, season.id, survey, role, mixed(laid))
  }
}

async function layDownGroups(ctx: Context, tx: Tx, { season, survey }: Where, given: readonly GivenBy[]) {
  const { surveys } = season.program
  const planned = planBreakdowns(surveys, survey)
  if (planned.length === 0 || given.length === 0) return
  const people = given.map((it) => it.personId)
  const known = await groupsOn(tx, ctx.organisationId, people, surveys[survey]?.closes ?? season.program.endsOn)
  const groups = new Map(known.map(({ personId, ...its }) => [personId, its]))
  const questions = Map.groupBy(planned, ({ role, question }) => `${role} ${question.key}`)
  for (const [first, ...more] of questions.values()) {
    if (!first) continue
    const { role, question } = first
    // What was brought in from elsewhere before is in no group: it stays with the rest.
    const before = await answersTo(tx, ctx.organisationId, {
      seasonId: season.id,
      survey,
      role,
      question: question.key,
    })
    const answers = [
      ...given
        .filter((it) => it.role === role)
        .map((it) => ({ values: it.answers[question.key] ?? [], groups: groups.get(it.personId) ?? {} })),
      ...before.map((values) => ({ values, groups: {} })),
    ]
    const by: readonly BrokenDownBy[] = [first, ...more].map((it) => it.by)
    const rows = decideBreakdown(question, by, answers).map((it) => ({ ...it, survey, role, question: question.key }))
    await addBrokenDown(tx, ctx.organisationId, season.id, mixed(rows))
  }
}

async function layDownPaired(ctx: Context, tx: Tx, { season, survey }: Where, given: readonly GivenBy[]) {
  const ended = await endedSeries(tx, ctx.organisationId, season.id)
  const waiting: Omit<PairedAnswer, 'id'>[] = []
  for (const { series, role, question } of pairedIn(season.program.surveys, survey)) {
    if (ended.has(series)) continue
    const of = given.flatMap((it) => {
      const values = it.answers[question.key] ?? []
      return it.role === role && values.length > 0 ? [{ personId: it.personId, values }] : []
    })
    const names = of.map((it) => `${role} ${question.key} ${it.personId}`)
    const tokens = await tokensOf(ctx, season.id, series, names)
    of.forEach(({ values }, at) => {
      const token = tokens[at]
      if (token) waiting.push({ series, survey, role, question: question.key, token, values })
    })
  }
  await addPaired(tx, ctx.organisationId, season.id, mixed(waiting))
}

async function tokensOf(ctx: Context, seasonId: string, series: string, names: readonly string[]) {
  try {
    return await ctx.keyring.codes(seriesKeyOf(ctx, seasonId, series), names)
  } catch (error) {
    // After a restore of older data: the key is gone for good, and with it what could be set against one another.
    if (error instanceof NotFound) return []
    throw error
  }
}

function mixed<T>(rows: readonly T[]): (T & { readonly id: string })[] {
  return shuffled(rows).map((it) => ({ ...it, id: newUntimedId() }))
}
