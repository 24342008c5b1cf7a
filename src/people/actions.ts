import type { ImportReport } from '../model/report.ts'
import { type Context, permit, within } from '../runtime/context.ts'
import { newId } from '../runtime/new-id.ts'
import { refreshStatistics } from '../store/organisations.ts'
import { peopleOn, saveDirectory, savePeople } from '../store/people.ts'
import { type PersonInput, planDirectory } from './rules.ts'

/** Takes a directory: who is new is added, who changed is changed from the day on. */
export async function importPeople(ctx: Context, input: { rows: readonly PersonInput[] }): Promise<ImportReport> {
  const report = await within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.importPeople')
    const day = ctx.on ?? ctx.today
    const plan = planDirectory(input.rows, await peopleOn(tx, ctx.organisationId, day), newId)
    const recordedAt = ctx.clock.now()
    await savePeople(tx, ctx.organisationId, plan.people, recordedAt)
    const entries = plan.entries.map((entry) => ({
      ...entry.record,
      id: newId(),
      from_on: entry.isFirst ? BEGINNING_OF_RECORD : day,
    }))
    await saveDirectory(tx, ctx.organisationId, entries, recordedAt)
    return plan.report
  })
  await refreshStatistics(ctx.db)
  return report
}

/** A person's first directory row holds from the beginning of record (PRODUCT.md, figures). */
const BEGINNING_OF_RECORD = '0001-01-01'
