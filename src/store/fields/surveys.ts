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
  survey_paraphrase: {
    holds: 'What people wrote to a survey, said again in other words',
    why: 'It is shown in the place of their own words, which are deleted when it is published',
    subjects: [],
    season: 'season_id',
    madeAt: 'changed_at',
    retention: [{ days: 365, from: 'season-end' }],
    erasure: { keep: 'it names nobody, and what it was made of is gone' },
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      survey: INNER_KEY,
      role: INNER_KEY,
      question: INNER_KEY,
      text: field('S2', ['coordinator', 'named-contact', 'public']),
      version: INNER_KEY,
      base: INNER_KEY,
      published_on: INNER_KEY,
      changed_at: INNER_KEY,
    },
  },
  quote: {
    holds: 'What somebody says of the program, signed as they choose',
    why: 'They offer it for the results page; changed it is published no more, withdrawn it is gone',
    subjects: ['person_id'],
    season: 'season_id',
    madeAt: 'changed_at',
    retention: [{ days: 365, from: 'season-end' }],
    erasure: 'delete',
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      person_id: KEY,
      role: KEY,
      text: field('S2', ['subject', 'coordinator', 'public']),
      signed: KEY,
      version: KEY,
      published_on: KEY,
      changed_at: KEY,
    },
  },
}
