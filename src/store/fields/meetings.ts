import {
  CLOSED_TOTALS,
  field,
  INNER_KEY,
  KEY,
  ORGANISATION_ROW,
  SECRET,
  type TableEntries,
  YEAR_AFTER,
} from './field.ts'

const THE_TWO = ['subject', 'partner'] as const
const SEASON_THROUGH = { through: 'pair', by: 'pair_id' } as const

export const meetingFields: TableEntries = {
  meeting_view: {
    holds: 'What each of a pair says of a window: the days on which they met, or that they did not',
    why: 'Each side’s word is kept apart, and both together make the meeting that counts',
    subjects: ['person_id'],
    season: SEASON_THROUGH,
    madeAt: 'said_at',
    retention: YEAR_AFTER,
    erasure: CLOSED_TOTALS,
    fields: {
      ...ORGANISATION_ROW,
      pair_id: KEY,
      person_id: KEY,
      window_first_on: KEY,
      says: field('S3', THE_TWO),
      held_on: field('S3', THE_TWO),
      how: field('S3', THE_TWO),
      said_on: KEY,
      said_at: KEY,
    },
  },
  meeting_question: {
    holds: 'That somebody was asked whether they met, the hash of the link in that letter, and the answer',
    why: 'Nobody is asked twice, and the link answers once',
    subjects: ['person_id'],
    season: SEASON_THROUGH,
    madeAt: 'made_at',
    retention: YEAR_AFTER,
    erasure: 'delete',
    fields: {
      ...ORGANISATION_ROW,
      pair_id: KEY,
      person_id: KEY,
      window_first_on: KEY,
      window_last_on: KEY,
      planned_at: KEY,
      hash: SECRET,
      made_at: KEY,
      until_at: KEY,
      spent_at: KEY,
      answer: field('S3', ['subject']),
      answer_on: field('S3', ['subject']),
    },
  },
  reminders_off: {
    holds: 'Who wants no reminders to plan a meeting',
    why: 'They get none',
    subjects: ['person_id'],
    madeAt: 'off_at',
    retention: [{ forGood: 'the choice stands until it is changed' }],
    erasure: 'delete',
    fields: { organisation_id: INNER_KEY, person_id: KEY, off_at: KEY },
  },
}
