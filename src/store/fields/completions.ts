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

const DONE = field('S3', ['subject', 'coordinator'], { sinks: ['page', 'api', 'sheet'] })
const OWN = field('S3', ['subject'], { sinks: ['page'] })
const WHOSE = { ...ORGANISATION_ROW, season_id: KEY, person_id: KEY } as const

/** Who completed a season, and what they show of it. */
export const completionFields: TableEntries = {
  completion: {
    holds: 'Who has completed a season in which role, from when to when, and for how long they met',
    why: 'They may have a certificate of completion, and the season counts how many did',
    subjects: ['person_id'],
    season: 'season_id',
    madeAt: 'recorded_at',
    retention: YEAR_AFTER,
    erasure: CLOSED_TOTALS,
    fields: {
      ...WHOSE,
      role: DONE,
      from_on: DONE,
      until_on: DONE,
      minutes: DONE,
      done_on: KEY,
      ready_on: OWN,
      recorded_at: KEY,
    },
  },
  shown_certificate: {
    holds: 'Certificates of completion that people show others by a link, and what they chose to have on them',
    why: 'Whoever is shown one can see that it is true',
    subjects: ['person_id'],
    season: 'season_id',
    madeAt: 'made_at',
    retention: [{ forGood: 'until its holder takes it back' }],
    erasure: 'delete',
    fields: {
      ...WHOSE,
      role: OWN,
      lines: OWN,
      from_on: OWN,
      until_on: OWN,
      minutes: OWN,
      hash: SECRET,
      sealed: field('S4', ['subject'], { sinks: ['page'], sealedFor: 'person_id' }),
      made_on: KEY,
      made_at: INNER_KEY,
    },
  },
}
