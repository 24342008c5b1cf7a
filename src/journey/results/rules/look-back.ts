import { addDays, daysBetween } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'
import { daysToLookBackFrom } from '../rules.ts'

/** Every day a slider goes over: `steps` steps from the first day of the meetings, a day each; the last one is always today. */
export type LookBack = {
  readonly from: Day
  readonly steps: number
  readonly today: Day
  /** From which step on which surveys have closed, by name; the first entry is at step 0. */
  readonly closed: readonly { readonly at: number; readonly surveys: readonly string[] }[]
}

/**
 * The days from the first of the meetings to the last on which something of the season appeared, and today after them, however much
 * later it is. Null before there is a day to go back to. PRODUCT.md, results: figures of any day.
 */
export function planLookBack(program: Program, today: Day): LookBack | null {
  const { from } = program.meetings
  if (from >= today) return null
  const before = daysToLookBackFrom(program, today).filter((it) => it < today)
  const until = program.endsOn >= today ? today : (before.at(-1) ?? today)
  const steps = daysBetween(from, until) + (until < today ? 1 : 0)
  const surveys = Object.values(program.surveys).sort((a, b) => (a.closes < b.closes ? -1 : 1))
  const dayAt = (step: number) => (step === steps ? today : addDays(from, step))
  const namesAt = (step: number) => surveys.filter((it) => it.closes < dayAt(step)).map((it) => it.name)
  const starts = surveys.map((it) => Math.max(0, daysBetween(from, addDays(it.closes, 1))))
  const at = [...new Set([0, ...starts.filter((it) => it < steps), steps])].sort((a, b) => a - b)
  return { from, steps, today, closed: at.map((it) => ({ at: it, surveys: namesAt(it) })) }
}

/** The step at which a day stands, or the last one before it. */
export function stepOf({ from, steps, today }: LookBack, day: Day): number {
  if (day >= today) return steps
  return Math.min(Math.max(0, daysBetween(from, day)), steps - 1)
}
