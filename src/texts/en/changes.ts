const LOCKS: Readonly<Record<string, string>> = {
  'names-the-season': 'A season is found by its short name: addresses, sheets and letters that were sent use it.',
  'days-were-counted': 'People have applied by the days of this time zone.',
  'people-applied-by-it': 'People have answered it as it stands. A new question can be added beside it.',
  'people-were-told': 'People were told so, and rely on it.',
  'people-answered': 'Somebody has answered. Changed now, nobody could say what was answered.',
  'survey-is-open': 'The survey is open: people are answering it as it stands.',
  'survey-has-opened':
    'The survey has opened. How its figures are broken down or compared is declared before, so that people know it when they answer.',
  'people-came': 'Somebody came to it, and it is in the figures.',
  'people-signed-up': 'Somebody has signed up for it. Call it off instead, on the page of the event: they hear of it.',
  'people-completed-it': 'Somebody has completed it.',
  'day-has-passed': 'Its day has passed.',
  'windows-are-counted': 'Pairs’ windows are counted from it already.',
}
const WHO: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'mentors-applied': ['person who applied as mentor', 'people who applied as mentor'],
  'mentees-applied': ['person who applied as mentee', 'people who applied as mentee'],
  'in-pairs': ['person in a pair', 'people in pairs'],
  came: ['person who came', 'people who came'],
  completed: ['person who completed it', 'people who completed it'],
}

/** Why something cannot change any more. */
export function lockInWords(lock: string): string {
  return LOCKS[lock] ?? lock
}

/** "12 people in pairs, 3 people who came"; empty where nobody is touched. */
export function affectedInWords(affects: readonly { readonly who: string; readonly people: number }[]): string {
  return affects.map(({ who, people }) => `${people} ${WHO[who]?.[people === 1 ? 0 : 1] ?? who}`).join(', ')
}
