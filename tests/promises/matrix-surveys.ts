import type { CallerName } from '../make/everybody.ts'
import { INVITED, NOBODY } from './matrix-callers.ts'

/** Half-way is closed: whoever was invited reads so, and everybody else finds nothing. */
function ofASurvey(way: string): Readonly<Record<string, readonly CallerName[]>> {
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
}
