import type { CallerName } from '../make/everybody.ts'
import { NOBODY, OF_THE_OTHER_SEASON, OF_THE_SEASON } from './matrix-callers.ts'

/** Whoever has a shortlist opens it and chooses, and nobody does for them; coordinators make, see and send those of their season. */
export const SHORTLISTS: Readonly<Record<string, readonly CallerName[]>> = {
  'GET /desk/match/shortlists #1': OF_THE_SEASON,
  'GET /desk/match/shortlists #2': OF_THE_OTHER_SEASON,
  'GET /desk/match/shortlists.csv #1': OF_THE_SEASON,
  'GET /desk/match/shortlists.csv #2': OF_THE_OTHER_SEASON,
  'POST /desk/match/shortlists #1': OF_THE_SEASON,
  'POST /desk/match/shortlists/send #1': OF_THE_SEASON,
  'GET /seasons/:key/shortlist #1': ['mentee of the pair'],
  'GET /seasons/:key/shortlist #2': NOBODY,
  'GET /seasons/:key/shortlist #3': NOBODY,
  'POST /seasons/:key/shortlist #1': ['mentee of the pair'],
  'POST /seasons/:key/shortlist #2': NOBODY,
  'POST /seasons/:key/shortlist #3': NOBODY,
}
