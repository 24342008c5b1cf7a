import type { CallerName } from '../make/everybody.ts'
import { COORDINATORS, OF_ANY_SEASON, OF_THE_OTHER_SEASON, OF_THE_SEASON, PEOPLE_TEAM } from './matrix-callers.ts'

/** The form, an example and what comes back of a sheet, for whoever may import it: tried on each season, and taken for the first. */
function ofASheet(
  sheet: string,
  first: readonly CallerName[],
  second: readonly CallerName[],
): Readonly<Record<string, readonly CallerName[]>> {
  const at = `/imports/${sheet}`
  return {
    [`GET ${at} #1`]: first,
    [`GET ${at} #2`]: second,
    [`GET ${at}/example.csv #1`]: first,
    [`GET ${at}/example.csv #2`]: second,
    [`POST ${at} #1`]: first,
  }
}

export const IMPORT_PAGES: Readonly<Record<string, readonly CallerName[]>> = {
  // The people team, and neither owner nor coordinator.
  ...ofASheet('clearance', PEOPLE_TEAM, PEOPLE_TEAM),
  // Holidays are the organisation’s: a hat of one season brings none.
  ...ofASheet('holidays', [...COORDINATORS, 'owner'], [...COORDINATORS, 'owner']),
  ...ofASheet('applications', OF_THE_SEASON, OF_THE_OTHER_SEASON),
  ...ofASheet('reviews', OF_THE_SEASON, OF_THE_OTHER_SEASON),
  ...ofASheet('training', OF_THE_SEASON, OF_THE_OTHER_SEASON),
  ...ofASheet('attendance', OF_THE_SEASON, OF_THE_OTHER_SEASON),
  ...ofASheet('meetings', OF_THE_SEASON, OF_THE_OTHER_SEASON),
  ...ofASheet('survey', OF_THE_SEASON, OF_THE_OTHER_SEASON),
  // Everybody who may import something; each sees the imports of what they may.
  'GET /imports #1': [...OF_ANY_SEASON, 'people team', 'owner'],
  'GET /imports/past/:id #1': OF_THE_SEASON,
  'POST /imports/past/:id/undo #1': OF_THE_SEASON,
}
