import { addDays } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { Program } from '../../../model/program.ts'
import type { Respondent } from '../../../model/respondent.ts'
import { type Around, planAsked, planLeavers, respondentsOf } from './respondents.ts'

/** Calendar days before the close from which the second letter is due. */
export const DAYS_BEFORE_CLOSE = 3

export type ReminderKind = 'survey-opens' | 'survey-closes'
export type Reminder = {
  readonly kind: ReminderKind
  readonly survey: string
  readonly role: Respondent
  readonly personId: string
}
export type Reminding = Around & {
  readonly program: Pick<Program, 'surveys' | 'meetings'>
  /** Whether somebody has answered. */
  readonly hasAnswered: (survey: string, role: Respondent, personId: string) => boolean
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
  return Object.entries(it.program.surveys)
    .flatMap(([key, survey]) => respondentsOf(survey).flatMap((role) => dueTo(it, key, role)))
    .filter((one) => it.isHere(one.personId) && !it.hasAnswered(one.survey, one.role, one.personId) && !it.wasTold(one))
}

function dueTo(it: Reminding, survey: string, role: Respondent): readonly Reminder[] {
  const { opens, closes } = it.program.surveys[survey] ?? { opens: '9999', closes: '' }
  const kind = dueKind(opens, closes, it.today)
  if (!kind) return []
  if (role === 'leaver') return dueToLeavers(it, survey, opens)
  if (dueFrom(kind, opens, closes) < it.loadedOn) return []
  return [...planAsked(it.program, survey, role, it)].map((personId) => ({ kind, survey, role, personId }))
}

/** Whoever left is asked once, from the day after, and never reminded. */
function dueToLeavers({ program, pairs, today, loadedOn }: Reminding, survey: string, opens: Day): readonly Reminder[] {
  return [...planLeavers(program, survey, pairs)].flatMap(([personId, leftOn]): Reminder[] => {
    const from = opens > leftOn ? opens : addDays(leftOn, 1)
    return from <= today && from >= loadedOn ? [{ kind: 'survey-opens', survey, role: 'leaver', personId }] : []
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
