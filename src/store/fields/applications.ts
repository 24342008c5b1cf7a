import { field, INNER_KEY, KEY, ORGANISATION_ROW, type TableEntries } from './field.ts'

const ANSWER = field('S3', ['subject', 'coordinator', 'reviewer'], { blank: 'null' })
/** A statement that tells something about the person: yes or no, for the coordinator. */
const STATEMENT = field('S4', ['subject', 'coordinator'], { blank: 'null' })
const THROUGH = { table: 'application', by: 'application_id' } as const
const SEASON_THROUGH = { through: 'application', by: 'application_id' } as const
const DAYS_AFTER_SELECTION = 30
const DAYS_AFTER_SEASON = 90
const YEAR_AFTER_SEASON = 365

export const applicationFields: TableEntries = {
  application: {
    holds: 'Each application with its answers',
    why: 'Places are given by what people say of themselves',
    subjects: ['person_id'],
    season: 'season_id',
    madeAt: 'recorded_at',
    retention: [
      { days: DAYS_AFTER_SEASON, from: 'season-end-unless-placed' },
      { days: YEAR_AFTER_SEASON, from: 'season-end' },
    ],
    erasure: 'blank',
    fields: {
      ...ORGANISATION_ROW,
      season_id: KEY,
      person_id: KEY,
      role: field('S3', ['subject', 'coordinator', 'reviewer', 'people-team'], { sinks: ['page', 'api', 'sheet'] }),
      submitted_at: KEY,
      submitted_on: KEY,
      late: KEY,
      commits: ANSWER,
      trainings: ANSWER,
      identity: STATEMENT,
      certificate: ANSWER,
      manager_informed: ANSWER,
      topics: field('S3', ['subject', 'coordinator', 'reviewer', 'partner'], { blank: 'no-topics' }),
      management_track: ANSWER,
      mentored_before: ANSWER,
      capacity: ANSWER,
      about: field('S3', ['subject', 'coordinator', 'reviewer', 'partner'], {
        sinks: ['page', 'api', 'letter'],
        blank: 'null',
      }),
      answers: ANSWER,
      asynchronous: ANSWER,
      superseded_by: KEY,
      // That it was taken back is one number with other causes for everybody else.
      withdrawn_at: field('S4', ['subject'], { sinks: ['page'] }),
      recorded_at: KEY,
    },
  },
  clearance: {
    holds: 'One bit for each application: cleared by the people team, or not; no reason',
    why: 'The program asks that nobody in it is on a formal plan, and nobody but the people team may know who is',
    subjects: [],
    through: THROUGH,
    season: SEASON_THROUGH,
    madeAt: 'recorded_at',
    retention: [{ days: DAYS_AFTER_SELECTION, from: 'selection' }],
    erasure: 'delete',
    shownOnce: 'announced',
    uncounted: true,
    fields: {
      organisation_id: INNER_KEY,
      application_id: KEY,
      cleared: field('S4', ['people-team', 'subject'], { sinks: ['page'] }),
      decided_on: INNER_KEY,
      decided_by: INNER_KEY,
      recorded_at: INNER_KEY,
    },
  },
  review: {
    holds: 'The scores each reviewer gave an application',
    why: 'Priority is their mean',
    subjects: [],
    through: THROUGH,
    season: SEASON_THROUGH,
    madeAt: 'recorded_at',
    retention: [{ days: DAYS_AFTER_SELECTION, from: 'selection' }],
    erasure: 'delete',
    shownOnce: 'announced',
    uncounted: true,
    fields: {
      ...ORGANISATION_ROW,
      application_id: KEY,
      reviewer_id: INNER_KEY,
      scores: field('S4', ['reviewer', 'subject']),
      happened_on: KEY,
      recorded_at: KEY,
    },
  },
  decision: {
    holds: 'What became of each application, and its priority',
    why: 'Seats are given in that order',
    subjects: [],
    through: THROUGH,
    season: SEASON_THROUGH,
    madeAt: 'recorded_at',
    retention: [
      { days: 0, from: 'season-end', columns: ['priority'] },
      { days: DAYS_AFTER_SEASON, from: 'season-end' },
    ],
    erasure: 'delete',
    shownOnce: 'announced',
    fields: {
      organisation_id: INNER_KEY,
      application_id: KEY,
      outcome: field('S3', ['subject', 'coordinator'], { sinks: ['page', 'api', 'sheet'] }),
      priority: field('S3', ['subject', 'coordinator'], { sinks: ['page', 'api', 'sheet'], blank: 'null' }),
      decided_on: KEY,
      released_on: KEY,
      recorded_at: KEY,
      step_id: INNER_KEY,
    },
  },
  decision_change: {
    holds: 'What coordinators decided by hand before everybody hears, and what stood before',
    why: 'A step can be undone, and two coordinators see what the other did',
    subjects: [],
    through: THROUGH,
    season: SEASON_THROUGH,
    madeAt: 'changed_at',
    retention: [{ days: DAYS_AFTER_SELECTION, from: 'selection' }],
    erasure: 'delete',
    notExported: 'steps on the way to the decision, which is exported',
    fields: {
      organisation_id: INNER_KEY,
      step_id: INNER_KEY,
      application_id: INNER_KEY,
      outcome_before: field('S3', ['coordinator']),
      step_before: INNER_KEY,
      outcome: field('S3', ['coordinator']),
      changed_by: INNER_KEY,
      changed_at: INNER_KEY,
      undone_at: INNER_KEY,
    },
  },
}
