import type { CallerName } from '../make/everybody.ts'
import { NOBODY, OF_ANY_SEASON, OF_THE_OTHER_SEASON, OF_THE_SEASON } from './matrix-callers.ts'

/** Who gets in where applications are read, reviewed and decided: coordinators of the season, and reviewers to what they were given. */
export const REVIEWING: Readonly<Record<string, readonly CallerName[]>> = {
  'GET /desk/funnel #1': OF_ANY_SEASON,
  'GET /desk/applications #1': OF_ANY_SEASON,
  'GET /desk/applications.csv #1': OF_ANY_SEASON,
  'GET /desk/applications/find #1': OF_ANY_SEASON,
  'GET /desk/applications/:id #1': OF_THE_SEASON,
  'POST /desk/applications/:id/notes #1': OF_THE_SEASON,
  // Tried on what is not there.
  'POST /desk/applications/:id/notes/drop #1': NOBODY,
  'GET /desk/reviewing #1': OF_THE_SEASON,
  'GET /desk/reviewing #2': OF_THE_OTHER_SEASON,
  'POST /desk/reviewing #1': OF_THE_SEASON,
  'POST /desk/reviewing/back #1': OF_THE_SEASON,
  // The reviewer to whom this one was given; a coordinator is none by that hat.
  'GET /reviews #1': ['reviewer'],
  'GET /reviews/:id #1': ['reviewer'],
  'POST /reviews/:id #1': ['reviewer'],
  'POST /reviews/:id/excuse #1': ['reviewer'],
  'GET /desk/waiting-list #1': OF_ANY_SEASON,
  'POST /desk/applications/filters #1': OF_THE_SEASON,
  'POST /desk/applications/preview #1': OF_THE_SEASON,
  'POST /desk/applications/decide #1': OF_THE_SEASON,
  // Tried on what is not there.
  'POST /desk/applications/filters/forget #1': NOBODY,
  'POST /desk/applications/undo #1': NOBODY,
}
