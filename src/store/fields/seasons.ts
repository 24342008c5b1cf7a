import { field, INNER_KEY, KEY, ORGANISATION_ROW, SECRET, type TableEntries } from './field.ts'

const OPEN = field('S1', ['public'])
const ABOUT_NOBODY = { keep: 'it is about no person' } as const
const WITH_SEASON = [{ forGood: 'as long as the season is shown' }] as const

export const seasonFields: TableEntries = {
  season: {
    holds: 'Each season with the rules of its program file',
    why: 'Everything follows them',
    subjects: [],
    retention: WITH_SEASON,
    erasure: ABOUT_NOBODY,
    fields: { ...ORGANISATION_ROW, key: OPEN, program: OPEN, loaded_on: KEY, recorded_at: INNER_KEY },
  },
  season_version: {
    holds: 'Every version of each program file',
    why: 'One can see what was changed, and when',
    subjects: [],
    retention: WITH_SEASON,
    erasure: ABOUT_NOBODY,
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      file_text: field('S2', ['coordinator']),
      file_hash: INNER_KEY,
      loaded_on: KEY,
      recorded_at: INNER_KEY,
    },
  },
  column_mapping: {
    holds: 'The headers a coordinator mapped for a spreadsheet',
    why: 'They are mapped once',
    subjects: [],
    retention: WITH_SEASON,
    erasure: ABOUT_NOBODY,
    fields: {
      organisation_id: INNER_KEY,
      season_id: KEY,
      sheet: KEY,
      our_column: KEY,
      their_header: field('S2', ['coordinator']),
    },
  },
  results_link: {
    holds: 'The hash of each link that opens the results',
    why: 'Results are shown to whom the coordinator gives the link',
    subjects: [],
    retention: WITH_SEASON,
    erasure: ABOUT_NOBODY,
    fields: { ...ORGANISATION_ROW, season_id: KEY, hash: SECRET, created_at: INNER_KEY, revoked_at: INNER_KEY },
  },
  desk_mark: {
    holds: 'Which lines of their desk coordinators have done or put off',
    why: 'What is done stays off the desk, for every coordinator of the season',
    subjects: [],
    season: 'season_id',
    madeAt: 'marked_at',
    retention: [{ days: 90, from: 'season-end' }],
    erasure: { keep: 'it names ids alone, and goes after the season' },
    fields: {
      organisation_id: INNER_KEY,
      season_id: INNER_KEY,
      line_key: INNER_KEY,
      state: INNER_KEY,
      until_on: INNER_KEY,
      marked_by: INNER_KEY,
      marked_on: INNER_KEY,
      marked_at: INNER_KEY,
    },
  },
  saved_filter: {
    holds: 'Filters of a season’s applications that a coordinator keeps under a name',
    why: 'What is asked often is asked once',
    subjects: ['person_id'],
    season: 'season_id',
    madeAt: 'made_at',
    retention: [{ days: 90, from: 'season-end' }],
    erasure: 'delete',
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      person_id: KEY,
      name: field('S3', ['subject'], { sinks: ['page'] }),
      query: field('S3', ['subject'], { sinks: ['page'] }),
      made_at: KEY,
    },
  },
}
