import { CLOSED_TOTALS, field, INNER_KEY, KEY, ORGANISATION_ROW, type TableEntries, YEAR_AFTER } from './field.ts'

const OWN_AND_COORDINATOR = ['subject', 'coordinator'] as const
const SURVEY_ACTIONS = ['survey.importAnswers', 'survey.sendAnswers', 'survey.closeSurveys'] as const

export const factFields: TableEntries = {
  training_record: {
    holds: 'Who completed which course, and when',
    why: 'The program asks for it before or early in the season',
    subjects: ['person_id'],
    season: 'season_id',
    madeAt: 'recorded_at',
    retention: YEAR_AFTER,
    erasure: CLOSED_TOTALS,
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      person_id: KEY,
      course: field('S3', OWN_AND_COORDINATOR),
      happened_on: field('S3', OWN_AND_COORDINATOR),
      recorded_at: KEY,
    },
  },
  attendance: {
    holds: 'Who came to which session of an event',
    why: 'Attendance is one of the measures',
    subjects: ['person_id'],
    season: 'season_id',
    madeAt: 'recorded_at',
    retention: YEAR_AFTER,
    erasure: CLOSED_TOTALS,
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      person_id: KEY,
      event: field('S3', OWN_AND_COORDINATOR),
      session: field('S3', OWN_AND_COORDINATOR),
      happened_on: field('S3', OWN_AND_COORDINATOR),
      recorded_at: KEY,
    },
  },
  survey_answered: {
    holds: 'Who has answered a survey, and nothing of what they said',
    why: 'Reminders stop',
    subjects: ['person_id'],
    season: 'season_id',
    recordedBy: SURVEY_ACTIONS,
    retention: [{ days: 90, from: 'season-end' }],
    erasure: CLOSED_TOTALS,
    fields: {
      organisation_id: INNER_KEY,
      season_id: KEY,
      survey: field('S3', ['subject']),
      role: field('S3', ['subject']),
      person_id: KEY,
    },
  },
  survey_answer: {
    holds: 'Answers, without a person, a time or an order',
    why: 'Figures are counted from them, above thresholds nobody can lower',
    subjects: [],
    season: 'season_id',
    recordedBy: SURVEY_ACTIONS,
    retention: [{ days: 90, from: 'season-end' }],
    erasure: { keep: 'nobody is attached to it, so nobody’s can be found' },
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      survey: INNER_KEY,
      role: INNER_KEY,
      question: INNER_KEY,
      values: field('S4', [], { sinks: [] }),
    },
  },
}
