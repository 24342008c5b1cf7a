import type { CallerName } from '../make/everybody.ts'
import { CONTACTS, INVITED, NOBODY, OF_THE_OTHER_SEASON, OF_THE_SEASON, ofASeason } from './matrix-callers.ts'

/** Half-way is closed: whoever was invited reads so, and everybody else finds nothing. */
function ofASurvey(way: string): Readonly<Record<string, readonly CallerName[]>> {
  return { [`${way} #1`]: INVITED, [`${way} #2`]: NOBODY, [`${way} #3`]: NOBODY }
}

/** Whoever is in a pair of the season may be quoted, and nobody else. */
function ofAQuote(way: string): Readonly<Record<string, readonly CallerName[]>> {
  return { [`${way} #1`]: INVITED, [`${way} #2`]: NOBODY, [`${way} #3`]: NOBODY }
}

/** Who gets in where surveys are answered; written and reviewed by hand, as the rest of the table. */
export const SURVEY_PAGES: Readonly<Record<string, readonly CallerName[]>> = {
  ...ofASurvey('GET /seasons/:key/surveys/:survey'),
  ...ofASurvey('POST /seasons/:key/surveys/:survey/draft'),
  ...ofASurvey('POST /seasons/:key/surveys/:survey'),
  ...ofASurvey('GET /seasons/:key/surveys/:survey/supervisor'),
  ...ofASurvey('POST /seasons/:key/surveys/:survey/supervisor'),
  ...ofASurvey('POST /seasons/:key/surveys/:survey/back'),
  ...ofAQuote('GET /seasons/:key/quote'),
  ...ofAQuote('POST /seasons/:key/quote'),
  ...ofAQuote('POST /seasons/:key/quote/withdraw'),
  // The named contact is one of the first season; what they read there the program says, question by question.
  'GET /seasons/:key/words #1': [...OF_THE_SEASON, ...CONTACTS],
  'GET /seasons/:key/words #2': OF_THE_OTHER_SEASON,
  'GET /seasons/:key/words #3': NOBODY,
  // Its words are for the coordinator; the other season asks for none.
  'POST /seasons/:key/words #1': OF_THE_SEASON,
  'POST /seasons/:key/words #2': NOBODY,
  'POST /seasons/:key/words #3': NOBODY,
  ...ofASeason('POST /seasons/:key/words/quote'),
}
