import type { Day } from '../model/day.ts'
import { addDays, daysBetween } from './days.ts'

/** One stretch in which a pair should meet: `index` from 0, both days inclusive, `everyDays` days long. */
export type Window = { readonly index: number; readonly firstDay: Day; readonly lastDay: Day }

/** The whole windows of `everyDays` days counted from the pair's first day, whose last day is on or before `until`. Policy: PRODUCT.md "Figures", Window. */
export function planWindows(plan: {
  readonly from: Day
  readonly until: Day
  readonly everyDays: number
}): readonly Window[] {
  const days = daysBetween(plan.from, plan.until) + 1
  const windows = Math.max(0, Math.floor(days / plan.everyDays))
  return Array.from({ length: windows }, (_, index) => windowAt(plan.from, plan.everyDays, index))
}

/** The window with an index from 0, whole, even beyond the season's end. Policy: PRODUCT.md "Figures", Window. */
export function windowAt(from: Day, everyDays: number, index: number): Window {
  const firstDay = addDays(from, index * everyDays)
  return { index, firstDay, lastDay: addDays(firstDay, everyDays - 1) }
}

/** The index from 0 of the window that contains a day, null before the first. Policy: PRODUCT.md "Figures", Window. */
export function windowIndexOf(from: Day, everyDays: number, day: Day): number | null {
  const days = daysBetween(from, day)
  return days < 0 ? null : Math.floor(days / everyDays)
}

/** Whether a window counts on the as-of day: its last day has passed and is on or before `until` and the pair's last day (null: not ended). Policy: PRODUCT.md "Figures", due. */
export function isWindowDue(
  window: Window,
  at: { readonly asOf: Day; readonly until: Day; readonly pairEndedOn: Day | null },
): boolean {
  const passed = window.lastDay < at.asOf
  return passed && window.lastDay <= at.until && (at.pairEndedOn === null || window.lastDay <= at.pairEndedOn)
}
