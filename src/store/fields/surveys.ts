import { field, INNER_KEY, KEY, ORGANISATION_ROW, type TableEntries } from './field.ts'

const NOBODY = { keep: 'nobody is attached to it, so nobody’s can be found' } as const
const AFTER_SEASON = [{ days: 90, from: 'season-end' }] as const
const LAID_DOWN = ['survey.importAnswers', 'survey.closeSurveys'] as const
/** Read only to be counted, above thresholds nobody can lower. */
const ANSWER = field('S4', [], { sinks: [] })

/** What is laid down of surveys beside the answers themselves: for change from one to the next, and for groups. */
export const surveyFields: TableEntries = {
  survey_paired: {
    holds:
      'Answers that wait for the last survey of their series, under a token that only the key of the series makes again',
    why: 'Change from the first to the last survey is counted; then tokens and key are gone',
    subjects: [],
    season: 'season_id',
    recordedBy: LAID_DOWN,
    retention: AFTER_SEASON,
    erasure: NOBODY,
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      series: INNER_KEY,
      survey: INNER_KEY,
      role: INNER_KEY,
      question: INNER_KEY,
      token: ANSWER,
      values: ANSWER,
    },
  },
  survey_change: {
    holds: 'What was answered first and last in a series, without a person or a token',
    why: 'Change is counted from it, above thresholds nobody can lower',
    subjects: [],
    season: 'season_id',
    recordedBy: LAID_DOWN,
    retention: AFTER_SEASON,
    erasure: NOBODY,
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      series: INNER_KEY,
      role: INNER_KEY,
      question: INNER_KEY,
      option: INNER_KEY,
      before: ANSWER,
      after: ANSWER,
    },
  },
  survey_series_end: {
    holds: 'Which series of surveys are over, and whether the key of their tokens is destroyed',
    why: 'An end that was cut off is finished, and nothing is set against one another afterwards',
    subjects: [],
    season: 'season_id',
    madeAt: 'closed_on',
    retention: AFTER_SEASON,
    erasure: { keep: 'it names nobody' },
    fields: {
      organisation_id: KEY,
      season_id: KEY,
      series: KEY,
      key_id: KEY,
      closed_on: KEY,
      key_destroyed: KEY,
    },
  },
  survey_breakdown: {
    holds:
      'Answers in the groups of a breakdown that was declared before the survey opened, where the groups are large enough',
    why: 'Figures of divisions, departments or teams are counted from it',
    subjects: [],
    season: 'season_id',
    recordedBy: LAID_DOWN,
    retention: AFTER_SEASON,
    erasure: NOBODY,
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      survey: INNER_KEY,
      role: INNER_KEY,
      by_what: INNER_KEY,
      group_name: INNER_KEY,
      question: INNER_KEY,
      option: INNER_KEY,
      value: ANSWER,
    },
  },
}
