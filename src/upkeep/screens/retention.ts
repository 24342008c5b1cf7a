import { type Context, permit, within } from '../../runtime/context.ts'
import { FIELDS } from '../../store/fields/all.ts'
import { type Deleted, retentionRuns } from '../../store/retention.ts'

export const RUNS_PER_PAGE = 50

export type RetentionLine = {
  readonly holds: string
  /** The columns that were emptied; none where whole rows went. */
  readonly columns: readonly string[]
  readonly rows: number
}
export type RetentionReport = {
  readonly found: number
  readonly runs: readonly { readonly id: string; readonly onDay: string; readonly deleted: readonly RetentionLine[] }[]
}

/** What was deleted on which day because it was kept long enough, as counts; days on which nothing was are left out unless asked for. */
export async function retentionReport(ctx: Context, input: { page: number; all: boolean }): Promise<RetentionReport> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'upkeep.seeRetention')
    const offset = (input.page - 1) * RUNS_PER_PAGE
    const rows = await retentionRuns(tx, ctx.organisationId, { all: input.all }, RUNS_PER_PAGE, offset)
    return {
      found: rows[0]?.found ?? 0,
      runs: rows.map(({ id, onDay, deleted }) => ({ id, onDay, deleted: linesOf(deleted) })),
    }
  })
}

function linesOf(deleted: Deleted): readonly RetentionLine[] {
  return Object.entries(deleted).map(([name, rows]) => {
    const [table = '', columns] = name.split('.')
    return { holds: FIELDS[table]?.holds ?? table, columns: columns ? columns.split(',') : [], rows }
  })
}
