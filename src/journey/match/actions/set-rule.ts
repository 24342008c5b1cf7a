import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { addRules, liftRules, rulesOf } from '../../../store/match-rules.ts'
import { latestRun } from '../../../store/match-runs.ts'
import { peopleOn } from '../../../store/people.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { readProblem } from '../read-problem.ts'
import { namesIn, readerOf } from './of-the-match.ts'
import { type AskedChange, planRule } from './price-rule.ts'
import { linesOf, lookAtRuns, type RuleLine } from './see-board.ts'

/** What was asked for, to be undone by its id. */
export type RuleSet = { readonly change: string; readonly pairs: number }

/**
 * Pins a pair, forbids it, or swaps two: every run from now on obeys. Whoever says what they saw does nothing if that has changed:
 * the price they were told is not the price any more.
 */
export async function setRule(
  ctx: Context,
  input: AskedChange & { readonly kind: 'pin' | 'forbid' | 'swap'; readonly seen?: string },
): Promise<RuleSet> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await lockSeason(tx, ctx.organisationId, season.id)
    const asked = await readProblem(ctx, tx, season)
    const last = await latestRun(tx, ctx.organisationId, season.id)
    const { rules } = await planRule(ctx, tx, season, asked, input, last?.answer ?? null, 'match.setRule')
    if (input.seen !== undefined && input.seen !== asked.inputHash) throw changedMeanwhile(asked.rules)
    const changeId = newId()
    const records = rules.map((it) => ({
      id: newId(),
      kind: it.kind,
      mentor_id: it.mentorId,
      mentee_id: it.menteeId,
    }))
    const of = { changeId, by: selfOf(ctx), on: ctx.on ?? ctx.today, at: ctx.clock.now() }
    await addRules(tx, ctx.organisationId, season.id, records, of)
    return { change: changeId, pairs: records.length }
  })
}

function changedMeanwhile(rules: readonly { readonly setByName: string; readonly setOn: string }[]): Refused {
  const [latest] = rules
  const by = latest ? ` The latest pin or forbidden pair is by ${latest.setByName}, on ${latest.setOn}.` : ''
  return new Refused(
    'match-changed-meanwhile',
    {},
    `What this was computed from has changed since you opened it.${by} Nothing was done; this is what it costs now.`,
  )
}

/** Undoes what was set in one step; a second time there is nothing to undo. */
export async function liftRule(ctx: Context, input: { season?: string; change: string }): Promise<RuleSet> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await lockSeason(tx, ctx.organisationId, season.id)
    const all = (await rulesOf(tx, ctx.organisationId, season.id)).filter((it) => it.changeId === input.change)
    const people = all.flatMap((it) => [it.mentorId, it.menteeId])
    await permit(ctx, tx, 'match.liftRule', { seasonId: season.id, people })
    if (all.length === 0) throw new NotFound('That was undone already, or was never there.')
    const by = { changeId: input.change, by: selfOf(ctx), at: ctx.clock.now() }
    return { change: input.change, pairs: await liftRules(tx, ctx.organisationId, season.id, by) }
  })
}

export type RulesInForce = { readonly season: string; readonly rules: readonly RuleLine[] }

/** What coordinators asked of the match and did not undo. */
export async function seeRules(ctx: Context, input: { season?: string }): Promise<RulesInForce> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await lookAtRuns(ctx, tx, season, 'match.seeRules')
    const rules = await rulesOf(tx, ctx.organisationId, season.id)
    const people = new Map((await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it]))
    const me = readerOf(ctx)
    const isOwn = (it: { mentorId: string; menteeId: string }) => it.mentorId === me || it.menteeId === me
    return { season: season.key, rules: linesOf(rules, namesIn(people), isOwn) }
  })
}
