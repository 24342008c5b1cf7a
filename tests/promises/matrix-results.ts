import type { CallerName } from '../make/everybody.ts'
import { EVERYBODY, NOBODY, OF_THE_OTHER_SEASON, OF_THE_SEASON, ofASeason } from './matrix-callers.ts'

/** The figures of a season, in pages and files. */
export const RESULTS_PAGES: Readonly<Record<string, readonly CallerName[]>> = {
  // Everybody gets the counts, and whoever may more.
  'GET /seasons/:key/results/file #1': [...OF_THE_SEASON, 'owner'],
  'GET /seasons/:key/results/file #2': [...OF_THE_OTHER_SEASON, 'owner'],
  'GET /seasons/:key/results/file #3': NOBODY,
  'GET /seasons/:key/results/compare #1': [...OF_THE_SEASON, 'owner'],
  'GET /seasons/:key/results/compare #2': [...OF_THE_OTHER_SEASON, 'owner'],
  'GET /seasons/:key/results/compare #3': NOBODY,
  // Only of seasons whose results are public.
  'GET /seasons/:key/results/picture.svg #1': NOBODY,
  'GET /seasons/:key/results/picture.svg #2': NOBODY,
  'GET /seasons/:key/results/picture.svg #3': NOBODY,
  // None was kept.
  'GET /seasons/:key/results/editions/:number #1': NOBODY,
  'GET /seasons/:key/results/editions/:number #2': NOBODY,
  'GET /seasons/:key/results/editions/:number #3': NOBODY,
  ...ofASeason('POST /seasons/:key/results/freeze'),
  ...ofASeason('POST /seasons/:key/results/decide'),
  ...ofASeason('GET /seasons/:key/results/summaries/:survey'),
  ...ofASeason('POST /seasons/:key/results/summaries/:survey'),
  'GET /seasons/:key/results #1': EVERYBODY,
  'GET /seasons/:key/results #2': EVERYBODY,
  'GET /seasons/:key/results #3': NOBODY,
}
