import type { CallerName } from '../make/everybody.ts'
import { EVERYBODY, NOBODY, OF_ANY_SEASON, OF_THE_OTHER_SEASON, OF_THE_SEASON, WHO_APPLIED } from './matrix-callers.ts'

function ofItsCoordinator(way: string): Readonly<Record<string, readonly CallerName[]>> {
  return { [`${way} #1`]: OF_THE_SEASON, [`${way} #2`]: OF_THE_OTHER_SEASON }
}

/** Who gets in where a season comes to its end; written and reviewed by hand, as the rest of the table. */
export const CLOSING_PAGES: Readonly<Record<string, readonly CallerName[]>> = {
  ...ofItsCoordinator('GET /desk/completed'),
  ...ofItsCoordinator('GET /desk/completed.csv'),
  ...ofItsCoordinator('GET /desk/closing'),
  'POST /desk/closing/close #1': OF_THE_SEASON,
  'POST /desk/closing/open #1': OF_THE_SEASON,
  'GET /desk/earlier #1': OF_ANY_SEASON,
  // Everybody who was in a pair sees where they stand; the mentee of the pair alone has made a certificate.
  'GET /seasons/:key/certificate #1': WHO_APPLIED,
  'GET /seasons/:key/certificate #2': NOBODY,
  'GET /seasons/:key/certificate #3': NOBODY,
  // As a mentee, as the form says: whoever was a mentor only was none.
  'POST /seasons/:key/certificate #1': ['mentee of the pair', 'mentee of another pair', 'mentee of an ended pair'],
  'POST /seasons/:key/certificate #2': NOBODY,
  'POST /seasons/:key/certificate #3': NOBODY,
  'POST /seasons/:key/certificate/take-back #1': WHO_APPLIED,
  'POST /seasons/:key/certificate/take-back #2': NOBODY,
  'POST /seasons/:key/certificate/take-back #3': NOBODY,
  'GET /seasons/:key/certificate/:role #1': ['mentee of the pair'],
  'GET /seasons/:key/certificate/:role #2': NOBODY,
  'GET /seasons/:key/certificate/:role #3': NOBODY,
  // Whoever has its link sees what it shows.
  'GET /certificates/:code #1': EVERYBODY,
}
