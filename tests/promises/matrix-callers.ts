import { CALLERS, type CallerName } from '../make/everybody.ts'

export const EVERYBODY: readonly CallerName[] = CALLERS
export const NOBODY: readonly CallerName[] = []
/** Who has a sign-in that is good; a token is no sign-in, and a leaver's is over. */
const NOT_SIGNED_IN: readonly CallerName[] = [
  'anybody',
  'leaver',
  'token of a coordinator',
  'token of a colleague',
  'token of another organisation',
  'directory service',
]
export const SIGNED_IN = CALLERS.filter((it) => !NOT_SIGNED_IN.includes(it))
export const ALL_BUT_THE_MENTOR = SIGNED_IN.filter((it) => it !== 'mentor of the pair')
export const COORDINATORS: readonly CallerName[] = ['coordinator', 'coordinator in another pair', 'lent coordinator']
export const OF_THE_SEASON: readonly CallerName[] = [...COORDINATORS, 'coordinator of the season']
export const OF_THE_OTHER_SEASON: readonly CallerName[] = [...COORDINATORS, 'coordinator of another season']
export const OF_ANY_SEASON: readonly CallerName[] = [...OF_THE_SEASON, 'coordinator of another season']
export const WATCHING: readonly CallerName[] = ['auditor', 'owner']
export const PEOPLE_TEAM: readonly CallerName[] = ['people team']
export const OWNER: readonly CallerName[] = ['owner']
export const THE_PAIR: readonly CallerName[] = ['mentee of the pair', 'mentor of the pair']
/** The mentor of that pair is not among the callers. */
export const ANOTHER_PAIR: readonly CallerName[] = ['mentee of another pair']
export const CONTACTS: readonly CallerName[] = ['named contact', 'deputy']
export const TOKEN: readonly CallerName[] = ['token of a coordinator']
export const WHO_APPLIED: readonly CallerName[] = [
  ...THE_PAIR,
  'mentee of another pair',
  'mentee of an ended pair',
  'coordinator in another pair',
]
export const OTHERS_OF_THE_SEASON: readonly CallerName[] = [
  'coordinator',
  'lent coordinator',
  'coordinator of the season',
]
/** In a published pair while the survey half-way was open; the pair that ended did so later. */
export const INVITED: readonly CallerName[] = [...WHO_APPLIED]
/** Hats that their wearer may lend. The coordinator's hat that it is tried on is lent by its own wearer only. */
export const LENDS: readonly CallerName[] = ['coordinator']

/** The two of the pair in theirs, whoever is in another in that one, and nobody in one that is not there. */
export function ofAPair(way: string): Readonly<Record<string, readonly CallerName[]>> {
  return { [`${way} #1`]: THE_PAIR, [`${way} #2`]: ANOTHER_PAIR, [`${way} #3`]: NOBODY }
}

/** Both pairs are of the first season. */
export function ofItsCoordinators(way: string): Readonly<Record<string, readonly CallerName[]>> {
  return { [`${way} #1`]: OF_THE_SEASON, [`${way} #2`]: OF_THE_SEASON, [`${way} #3`]: NOBODY }
}

/** What is of a season, for its coordinators. */
export function ofASeason(way: string): Readonly<Record<string, readonly CallerName[]>> {
  return { [`${way} #1`]: OF_THE_SEASON, [`${way} #2`]: OF_THE_OTHER_SEASON, [`${way} #3`]: NOBODY }
}
