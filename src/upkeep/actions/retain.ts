import { dayIn } from '../../calendar/days.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { asOwner } from '../../runtime/installation.ts'
import { newId } from '../../runtime/new-id.ts'
import { asProgram, type House } from '../../runtime/open-context.ts'
import { forgetAudit } from '../../store/audit-seals.ts'
import type { Database } from '../../store/database.ts'
import { erasuresOf } from '../../store/erasure-ledger.ts'
import { emptyLettersNamingErased } from '../../store/erasures.ts'
import { FIELDS } from '../../store/fields/all.ts'
import { addRetentionRun, type Deleted, runsSoFar, seasonsKept, takeStep } from '../../store/retention.ts'
import { childrenFirst } from '../../store/whose.ts'
import { type Kept, planRetention, type Step, type Today } from '../rules/retention.ts'

/** The audit goes as a whole and from its beginning, so that what stays still verifies. */
const CHAINED = ['audit', 'audit_subject', 'audit_seal']
/** Tables to which an action may only add, or which no organisation leads: their owner deletes. */
const OWNERS = ['retention_run', 'first_owner_link']

const KEPT: readonly Kept[] = childrenFirst(Object.keys(FIELDS)).map((table) => ({
  table,
  retention: FIELDS[table]?.retention ?? [],
  recordedBy: FIELDS[table]?.recordedBy,
}))
const ACTIONS = [...new Set(KEPT.flatMap((it) => it.recordedBy ?? []))]

/** Deletes what has been kept long enough, once a day: a second run of the same day finds nothing to do. */
export async function retainDue(house: House): Promise<boolean> {
  const ctx = asProgram(house, `retention ${house.today}`)
  const { firstOn, ranToday } = await runsSoFar(ctx.db, ctx.organisationId, ctx.today)
  if (ranToday) return false
  // The demo's people were recorded on days that its clock says have passed; nobody has seen them before today.
  const floor = house.organisation.kind === 'demo' ? (firstOn ?? ctx.today) : null
  const at = { today: ctx.today, machineToday: dayIn(ctx.machineClock.now(), 'Etc/UTC'), floor }
  const owned = KEPT.filter((it) => OWNERS.includes(it.table) || it.table === 'audit')
  const gone = await asOwner(house, (owner) => retainAsOwner(owner, ctx, planRetention(owned, [], at)))
  return retain(ctx, at, gone)
}

async function retain(ctx: Context, at: Today, gone: Deleted): Promise<boolean> {
  const done = await within(ctx, async (tx) => {
    await permit(ctx, tx, 'upkeep.retain')
    const found = await seasonsKept(tx, ctx.organisationId, ACTIONS)
    const seasons = found.map((it) => ({ ...it, today: dayIn(ctx.clock.now(), it.zone) }))
    const steps = planRetention(
      KEPT.filter((it) => !OWNERS.includes(it.table) && !CHAINED.includes(it.table)),
      seasons,
      at,
    )
    const deleted = await takeSteps(steps, (step) => takeStep(tx, ctx.organisationId, step))
    const run = { id: newId(), onDay: ctx.today, ranAt: ctx.machineClock.now(), deleted: { ...gone, ...deleted } }
    return addRetentionRun(tx, ctx.organisationId, run)
  })
  await finishErasures(ctx)
  return done
}

function retainAsOwner(owner: Database, ctx: Context, steps: readonly Step[]): Promise<Deleted> {
  return takeSteps(steps, (step) => {
    if (step.table === 'audit') return forgetAudit(owner, ctx.organisationId, step.before)
    return takeStep(owner, step.table === 'first_owner_link' ? null : ctx.organisationId, step)
  })
}

async function takeSteps(steps: readonly Step[], take: (step: Step) => Promise<number>): Promise<Deleted> {
  const deleted: Record<string, number> = {}
  for (const step of steps) {
    const rows = await take(step)
    // That there was one at all is for named people only.
    if (rows === 0 || FIELDS[step.table]?.uncounted) continue
    const name = step.columns ? `${step.table}.${step.columns.join(',')}` : step.table
    deleted[name] = (deleted[name] ?? 0) + rows
  }
  return deleted
}

/** What an erasure could not do at once is finished here: letters that still waited, and keys where it was cut off before them. */
async function finishErasures(ctx: Context): Promise<void> {
  const ledger = await within(ctx, async (tx) => {
    await emptyLettersNamingErased(tx, ctx.organisationId)
    return erasuresOf(tx, ctx.organisationId)
  })
  for (const { personId, erasedAt } of ledger)
    await ctx.keyring.destroy({ organisationId: ctx.organisationId, kind: 'person', id: personId }, erasedAt)
}
