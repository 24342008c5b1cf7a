import type { Role } from '../../../model/role.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound, Refused } from '../../../runtime/errors.ts'
import { hashOf, newId } from '../../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import { reviewsOf } from '../../../store/applications.ts'
import type { Tx } from '../../../store/database.ts'
import {
  type ApplicationLine,
  applicationLines,
  lastChangeOf,
  mentorOnlyOf,
  saveByHand,
  stepOf,
  undoStep,
} from '../../../store/season-applications.ts'
import { lockSeason, type Season, seasonById } from '../../../store/seasons.ts'
import { planByHand, seenOf } from '../rules/plan-by-hand.ts'
import { keepReached } from '../rules/reached.ts'
import { type ApplicationsFilter, selectApplications } from '../rules/select-applications.ts'
import { countPriority } from '../rules.ts'

export type Outcome = 'pool' | 'reserve' | 'declined'
/** Which applications: some by id, all that a filter finds, or one by its person's address. */
export type Chosen =
  | { readonly ids: readonly string[] }
  | { readonly filter: ApplicationsFilter }
  | { readonly email: string; readonly role: Role }
export type ByHand = {
  readonly season: string | undefined
  readonly chosen: Chosen
  readonly outcome: Outcome
  /** What was seen of these decisions, as the preview gave it; null to decide whatever stands now. */
  readonly seen: string | null
}

/** What deciding them would change; nothing is changed. */
export async function previewByHand(ctx: Context, input: ByHand) {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { targets, plan } = await planned(ctx, tx, season, input)
    await permit(ctx, tx, 'review.decideByHand', { seasonId: season.id, people: targets.map((it) => it.personId) })
    const { program } = season
    return {
      season: season.key,
      name: `${program.name}, ${program.season}`,
      roles: [...new Set(targets.map((it) => it.role))],
      targets: targets.length,
      names: plan.changes.map((it) => targets.find((one) => one.id === it.id)?.name ?? ''),
      changes: plan.changes.length,
      same: plan.same,
      paired: plan.paired,
      heard: plan.heard,
      balance: plan.balance,
      seen: hashOf(seenOf(targets)),
    }
  })
}

export type DecidedByHand = { readonly step: string | null; readonly decided: number }

/** Admits, holds back or declines by a person's word; nobody hears of it before everybody does, and it can be undone. */
export async function decideByHand(ctx: Context, input: ByHand): Promise<DecidedByHand> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await lockSeason(tx, ctx.organisationId, season.id)
    const { all, targets, plan } = await planned(ctx, tx, season, input)
    await permit(ctx, tx, 'review.decideByHand', { seasonId: season.id, people: targets.map((it) => it.personId) })
    if (all.every((it) => it.outcome === null))
      throw new Refused('not-decided-yet', {}, 'Decide by the program’s rules first; then change single decisions.')
    if (input.seen !== null && input.seen !== hashOf(seenOf(targets))) throw await changedMeanwhile(ctx, tx, targets)
    if (plan.changes.length === 0) return { step: null, decided: 0 }
    const step = { id: newId(), by: me, on: ctx.on ?? ctx.today, at: ctx.clock.now() }
    const priority = await prioritiesOf(ctx, tx, season)
    const decisions = plan.changes.map((it) => ({
      applicationId: it.id,
      outcome: input.outcome,
      outcomeBefore: it.outcome,
      stepBefore: it.stepId,
      priority: priority(it),
    }))
    await saveByHand(tx, ctx.organisationId, step, decisions)
    return { step: step.id, decided: decisions.length }
  })
}

async function planned(ctx: Context, tx: Tx, season: Season, { chosen, outcome }: ByHand) {
  const lines = await applicationLines(tx, ctx.organisationId, season.id, ctx.on ?? ctx.today)
  const mentorOnly = await mentorOnlyOf(tx, ctx.organisationId, season.id)
  const all = keepReached(season.program, lines, { but: selfOf(ctx), mentorOnly })
  const wanted = new Set(idsOf(all, chosen))
  const targets = all.filter((it) => wanted.has(it.id))
  return { all, targets, plan: planByHand(all, wanted, outcome) }
}

function idsOf(all: ReturnType<typeof keepReached<ApplicationLine>>, chosen: Chosen): readonly string[] {
  if ('ids' in chosen) return chosen.ids
  if ('filter' in chosen) return selectApplications(all, chosen.filter).map((it) => it.id)
  const one = all.find((it) => it.email === chosen.email && it.role === chosen.role)
  if (!one) throw new NotFound(`No application of ${chosen.email} as ${chosen.role} has reached you.`)
  return [one.id]
}

async function changedMeanwhile(ctx: Context, tx: Tx, targets: readonly ApplicationLine[]): Promise<Refused> {
  const ids = targets.map((it) => it.id)
  const last = await lastChangeOf(tx, ctx.organisationId, ids)
  const who = last && !last.isUndone ? `, the latest by ${last.by},` : ''
  const says = `The decisions${who} have changed since you opened them. Nothing was decided: look at them again.`
  return new Refused('decisions-changed', last ? { by: last.by, at: last.at } : {}, says)
}

async function prioritiesOf(ctx: Context, tx: Tx, { id, program }: Season) {
  const given = Map.groupBy(await reviewsOf(tx, ctx.organisationId, id), (it) => it.application_id)
  return (it: Pick<ApplicationLine, 'id' | 'role'>) =>
    countPriority(
      given.get(it.id) ?? [],
      program.roles[it.role].considerations.filter((one) => one.source !== 'match').map((one) => one.key),
    )
}

/** Puts back what stood before a step; what was decided again since, or heard, stays. */
export async function undoByHand(ctx: Context, input: { step: string }): Promise<{ undone: number; of: number }> {
  return within(ctx, async (tx) => {
    const step = await stepOf(tx, ctx.organisationId, input.step)
    const season = step && (await seasonById(tx, ctx.organisationId, step.seasonId))
    if (!step || !season) {
      await permit(ctx, tx, 'review.undoByHand')
      throw new NotFound('There is no such step, or it was undone already.')
    }
    await permit(ctx, tx, 'review.undoByHand', { seasonId: season.id, people: step.people })
    await lockOpenSeason(ctx, tx, season.id)
    const undone = await undoStep(tx, ctx.organisationId, step.id, ctx.clock.now())
    return { undone, of: step.many }
  })
}
