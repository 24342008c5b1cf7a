import { addDays, dayIn } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'

/** Days before everyone hears by which it is decided, and reviews are in: decisions read them. */
export const DAYS_TO_DECIDE = 4
/** Days before that day from which whoever has something open is reminded, once. */
const DAYS_BEFORE_DUE = 3

/** The day by which reviews of a season are due. */
export function reviewsDueOn({ announcement }: Pick<Program, 'announcement'>): Day {
  return addDays(announcement.on, -DAYS_TO_DECIDE)
}

/** An application that somebody is to review and has not yet. `givenAt` is an instant. */
export type OpenReview = { readonly reviewerId: string; readonly givenAt: string }

/** How many reviews each of these people has open; those with none are not in it. */
export function countOpen(open: readonly OpenReview[], people: readonly string[]): ReadonlyMap<string, number> {
  const counts = people.map((id) => [id, open.filter((it) => it.reviewerId === id).length] as const)
  return new Map(counts.filter(([, many]) => many > 0))
}

/** Whether today is one of the last days before the reviews of a season are due. */
export function isReminderTime(program: Pick<Program, 'announcement'>, today: Day): boolean {
  const dueOn = reviewsDueOn(program)
  return today >= addDays(dueOn, -DAYS_BEFORE_DUE) && today <= dueOn
}

/**
 * Whom to remind today: in the last days before the reviews are due, once each, whoever has something open that they have had since
 * before these days. Issue 6, reviewers: at most one letter after the one that gave it out.
 */
export function planReviewReminders(
  open: readonly OpenReview[],
  it: {
    readonly program: Pick<Program, 'announcement' | 'zone'>
    readonly today: Day
    readonly told: readonly string[]
  },
): ReadonlyMap<string, number> {
  if (!isReminderTime(it.program, it.today)) return new Map()
  const from = addDays(reviewsDueOn(it.program), -DAYS_BEFORE_DUE)
  const long = open.filter((one) => dayIn(one.givenAt, it.program.zone) < from && !it.told.includes(one.reviewerId))
  return countOpen(open, [...new Set(long.map((one) => one.reviewerId))])
}
