import { addDays, daysBetween } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'
import { ROLES } from '../../model/role.ts'
import type { DeskFacts, DeskLine } from './desk-line.ts'

/** An event's times can still be moved three weeks before it; questions to its panel are read the week before. */
export const DAYS_BEFORE_EVENT = 21
const DAYS_FOR_QUESTIONS = 7
/** A survey below its target is looked at in its last five days: reminders have gone out by then. */
const DAYS_BEFORE_CLOSE = 5
/** What becomes of the program is decided within two weeks of the season's end, while it is fresh. */
const DAYS_FOR_DECISION = 14

/** Days in which a season that can be closed is closed. */
const DAYS_FOR_CLOSING = 30

/** Events that leave people without an hour or have questions waiting, surveys below their target, and the decision after the end. */
export function linesOfDates({ today, seats, questions, surveys, closing }: DeskFacts): readonly DeskLine[] {
  return [
    ...seats.flatMap((it) => seatsLine(it, today)),
    ...questions.flatMap((it) => questionsLine(it, today)),
    ...surveys.flatMap((it) => surveyLine(it, today)),
    ...decisionLine(closing, today),
    ...closingLine(closing, today),
  ]
}

function decisionLine({ endsOn: endedOn, isDecided }: DeskFacts['closing'], today: Day): readonly DeskLine[] {
  if (isDecided || today <= endedOn) return []
  const dueOn = addDays(endedOn, DAYS_FOR_DECISION)
  return [
    { kind: 'season-decision', key: 'season-decision', subject: 'selection', endedOn, dueOn, since: null, people: [] },
  ]
}

/** Nothing is lost by waiting: it comes after everything that costs something. */
function closingLine({ endsOn: endedOn, closableOn }: DeskFacts['closing'], today: Day): readonly DeskLine[] {
  if (today < closableOn) return []
  const dueOn = addDays(closableOn, DAYS_FOR_CLOSING)
  return [
    { kind: 'season-closing', key: 'season-closing', subject: 'selection', endedOn, dueOn, since: null, people: [] },
  ]
}

function seatsLine(it: DeskFacts['seats'][number], today: Day): readonly DeskLine[] {
  const ahead = daysBetween(today, it.firstDay)
  if (it.without.length === 0 || ahead < 0 || ahead > DAYS_BEFORE_EVENT) return []
  const { event, roster } = it
  const without = it.without.length
  const key = `seats ${event.key} ${it.firstDay}`
  const dueOn = addDays(it.firstDay, -DAYS_FOR_QUESTIONS)
  return [{ kind: 'seats', key, subject: 'events', event, without, roster, dueOn, since: null, people: [] }]
}

function questionsLine(it: DeskFacts['questions'][number], today: Day): readonly DeskLine[] {
  const ahead = daysBetween(today, it.firstDay)
  if (it.waiting === 0 || ahead < 0 || ahead > DAYS_FOR_QUESTIONS) return []
  const { event, waiting, firstDay } = it
  const key = `questions ${event.key} ${firstDay}`
  return [{ kind: 'questions', key, subject: 'events', event, waiting, dueOn: firstDay, since: null, people: [] }]
}

/** Supervisors and those whose pair ended early are few and were asked once: no line counts them, and nobody writes to them again. */
function surveyLine({ opens, closes, ...it }: DeskFacts['surveys'][number], today: Day): readonly DeskLine[] {
  const left = daysBetween(today, closes)
  const isNear = opens <= today && left >= 0 && left <= DAYS_BEFORE_CLOSE
  if (!isNear || !ROLES.some((role) => role === it.role) || it.answered * 100 >= it.invited * it.targetPercent)
    return []
  const key = `survey ${it.survey} ${it.role}`
  return [{ kind: 'survey', key, subject: 'surveys', ...it, dueOn: closes, since: null, people: [] }]
}
