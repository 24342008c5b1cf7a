import { addDays } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { longDay } from '../../../texts/en/days.ts'

/** What is sent for "I do not remember the day". */
export const NO_DAY = ''

/** The days of a window to choose from, the latest first. */
export function daysOf(firstDay: Day, lastDay: Day): readonly { readonly value: string; readonly text: string }[] {
  const days: { value: string; text: string }[] = [{ value: NO_DAY, text: 'I do not remember the day' }]
  for (let day = lastDay; day >= firstDay; day = addDays(day, -1)) days.push({ value: day, text: longDay(day) })
  return days
}
