import type { CallerName } from '../make/everybody.ts'
import { COORDINATORS, NOBODY, OF_ANY_SEASON, OF_THE_OTHER_SEASON, OF_THE_SEASON } from './matrix-callers.ts'

/** A draft that changes the first season, one of a season that is not there yet, and one that nobody has made. */
function ofADraft(way: string): Readonly<Record<string, readonly CallerName[]>> {
  return { [`${way} #1`]: OF_THE_SEASON, [`${way} #2`]: COORDINATORS, [`${way} #3`]: NOBODY }
}

/** Who gets in where programs are made; written and reviewed by hand, as the rest of the table. */
export const DESIGN_PAGES: Readonly<Record<string, readonly CallerName[]>> = {
  'GET /desk/design #1': OF_ANY_SEASON,
  // A season that is not there yet is the organisation's, not that of another season's coordinator.
  'GET /desk/design/start #1': COORDINATORS,
  'POST /desk/design/start #1': COORDINATORS,
  'POST /desk/design/change #1': OF_THE_OTHER_SEASON,
  'GET /desk/design/versions #1': OF_THE_SEASON,
  'GET /desk/design/versions #2': OF_THE_OTHER_SEASON,
  'GET /desk/design/versions/:id #1': OF_THE_SEASON,
  ...ofADraft('GET /desk/design/drafts/:id'),
  ...ofADraft('POST /desk/design/drafts/:id'),
  ...ofADraft('POST /desk/design/drafts/:id/together'),
  ...ofADraft('POST /desk/design/drafts/:id/bring-back'),
  ...ofADraft('POST /desk/design/drafts/:id/aside'),
  ...ofADraft('POST /desk/design/drafts/:id/take-up'),
  ...ofADraft('GET /desk/design/drafts/:id/check'),
  ...ofADraft('GET /desk/design/drafts/:id/dry-run'),
  ...ofADraft('GET /desk/design/drafts/:id/page'),
  ...ofADraft('GET /desk/design/drafts/:id/surveys'),
  ...ofADraft('POST /desk/design/drafts/:id/surveys'),
  ...ofADraft('GET /desk/design/drafts/:id/bank'),
  ...ofADraft('POST /desk/design/drafts/:id/bank'),
  ...ofADraft('GET /desk/design/drafts/:id/surveys/:survey'),
  ...ofADraft('GET /desk/design/drafts/:id/surveys/:survey/shown'),
  ...ofADraft('GET /desk/design/drafts/:id/surveys/:survey/try'),
  ...ofADraft('POST /desk/design/drafts/:id/surveys/:survey/try'),
  ...ofADraft('GET /desk/design/drafts/:id/differences'),
  ...ofADraft('POST /desk/design/drafts/:id/publish'),
  ...ofADraft('GET /desk/design/drafts/:id/saves'),
  ...ofADraft('GET /desk/design/drafts/:id/saves/:number'),
}
