import type { ImportReport } from '../../model/report.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { keepImport, watchRows } from '../../runtime/keep-import.ts'
import { type Holiday, holidaysOf, removeHolidays, saveHolidays } from '../../store/holidays.ts'
import { planHolidays } from '../rules/plan-holidays.ts'
import type { HolidayInput } from '../shapes/directory.ts'

/** Takes calendars of holidays. `whole` says that the file has all days of each calendar it names: others of them are removed. */
export async function importHolidays(
  ctx: Context,
  input: { rows: readonly HolidayInput[]; whole?: boolean },
): Promise<ImportReport> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.importHolidays')
    const calendars = [...new Set(input.rows.map((it) => it.calendar))]
    const known: readonly Holiday[] = await holidaysOf(tx, ctx.organisationId, calendars)
    const plan = planHolidays(input.rows, known, input.whole === true)
    const rowOf = new Map(input.rows.map((it) => [`${it.calendar} ${it.date}`, it.row]))
    const watch = await watchRows(
      ctx,
      tx,
      [...plan.saved, ...plan.removed].map(({ calendar, onDay }) => ({
        table: 'holiday',
        key: { calendar, on_day: onDay },
        personId: null,
        row: rowOf.get(`${calendar} ${onDay}`),
        says: [calendar, onDay],
      })),
    )
    await removeHolidays(tx, ctx.organisationId, plan.removed)
    await saveHolidays(tx, ctx.organisationId, plan.saved)
    await keepImport(ctx, tx, watch, { sheet: 'holidays', seasonId: null })
    return plan.report
  })
}
