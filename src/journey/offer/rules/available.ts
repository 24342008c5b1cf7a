import type { Available } from '../../../calendar/shared-times.ts'
import { usualHours } from '../../../calendar/working-hours.ts'
import type { Day } from '../../../model/day.ts'

/** When somebody may be met, from their directory row; its gaps are the usual hours in the season's zone. PRODUCT.md, person. */
export function asAvailable(
  row: {
    readonly zone: string | null
    readonly from: string | null
    readonly until: string | null
    readonly weekdays: readonly number[] | null
    readonly holidays: readonly Day[]
  },
  seasonZone: string,
): Available {
  const usual = usualHours(row.zone ?? seasonZone)
  const hours = {
    zone: usual.zone,
    from: row.from ?? usual.from,
    until: row.until ?? usual.until,
    weekdays: row.weekdays ?? usual.weekdays,
  }
  return { hours, holidays: new Set(row.holidays) }
}
