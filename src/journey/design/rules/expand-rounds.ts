import { addDays, daysBetween } from '../../../calendar/days.ts'
import type { Program } from '../../../model/program.ts'
import type { Survey } from '../../../model/surveys.ts'

/** Rounds of one check-in, at most: one a week for half a year. */
export const MOST_ROUNDS = 26

/**
 * A program in which every instrument that repeats stands once for each of its rounds: `pulse`, `pulse-2`, `pulse-3`. Each is a survey
 * of its own, with its own days, answers and figures; a program without repeats is as it was. Issue 7, instruments.
 */
export function expandRounds(program: Program): Program {
  const surveys = Object.entries(program.surveys).flatMap(([key, survey]) => roundsOf(program, key, survey))
  return { ...program, surveys: Object.fromEntries(surveys) }
}

/** The rounds of one instrument, in the order of their days. */
export function roundsOf(
  { meetings }: Pick<Program, 'meetings'>,
  key: string,
  { repeat, ...survey }: Survey,
): readonly (readonly [string, Survey])[] {
  if (!repeat) return [[key, survey]]
  const openings = repeat.opensOn
    ? [...new Set(repeat.opensOn)].sort().slice(0, MOST_ROUNDS - 1)
    : everySo(survey.opens, meetings.until, (repeat.everyWindows ?? 1) * meetings.everyDays)
  const { summary: _, ...again } = survey
  return [
    [key, survey],
    ...openings.map(
      (opens, at) =>
        [`${key}-${at + 2}`, { ...again, ...daysOf(survey, opens), name: `${survey.name} (${at + 2})` }] as const,
    ),
  ]
}

function daysOf(first: Survey, opens: string): Pick<Survey, 'opens' | 'closes' | 'shareOn'> {
  const later = daysBetween(first.opens, opens)
  const shareOn = first.shareOn && { shareOn: addDays(first.shareOn, later) }
  return { opens, closes: addDays(first.closes, later), ...shareOn }
}

function everySo(first: string, until: string, everyDays: number): readonly string[] {
  const openings: string[] = []
  for (
    let day = addDays(first, everyDays);
    day <= until && openings.length < MOST_ROUNDS - 1;
    day = addDays(day, everyDays)
  )
    openings.push(day)
  return openings
}
