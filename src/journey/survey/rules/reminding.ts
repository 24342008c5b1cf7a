import { addDays } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { PairFact } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { ROLES, type Role } from '../../../model/role.ts'
import { planInvited } from '../rules.ts'

/** Calendar days before the close from which the second letter is due. */
export const DAYS_BEFORE_CLOSE = 3

export type ReminderKind = 'survey-opens' | 'survey-closes'
export type Reminder = {
  readonly kind: ReminderKind
  readonly survey: string
  readonly role: Role
  readonly personId: string
}
export type Reminding = {
  readonly surveys: Program['surveys']
  readonly pairs: readonly PairFact[]
  /** Whether somebody has answered. */
  readonly hasAnswered: (survey: string, role: Role, personId: string) => boolean
  /** Whether this letter was written before. */
  readonly wasTold: (reminder: Reminder) => boolean
  /** Whether somebody can be written to: they are here and were not erased. */
  readonly isHere: (personId: string) => boolean
  readonly today: Day
  /** What was due before the season was loaded is never done. PRODUCT.md, figures. */
  readonly loadedOn: Day
}

/**
 * Who is to be reminded today: one letter once a survey is open, one in its last days, none after an answer, and at most one on a
 * day. A survey whose last days begin with its opening has the first alone. PRODUCT.md, survey: reminders stop when answered.
 */
export function planReminders(it: Reminding): readonly Reminder[] {
  return Object.entries(it.surveys).flatMap(([survey, { opens, closes, questions }]) => {
    const kind = dueKind(opens, closes, it.today)
    if (!kind || dueFrom(kind, opens, closes) < it.loadedOn) return []
    return ROLES.flatMap((role) => {
      if (!questions[role]?.length) return []
      return [...planInvited({ opens, closes }, role, it.pairs)]
        .map((personId) => ({ kind, survey, role, personId }))
        .filter((one) => it.isHere(one.personId) && !it.hasAnswered(survey, role, one.personId) && !it.wasTold(one))
    })
  })
}

function dueKind(opens: Day, closes: Day, today: Day): ReminderKind | null {
  if (today < opens || closes < today) return null
  return dueFrom('survey-closes', opens, closes) > opens && today >= dueFrom('survey-closes', opens, closes)
    ? 'survey-closes'
    : 'survey-opens'
}

function dueFrom(kind: ReminderKind, opens: Day, closes: Day): Day {
  return kind === 'survey-opens' ? opens : addDays(closes, -DAYS_BEFORE_CLOSE)
}
