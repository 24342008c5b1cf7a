import { field, INNER_KEY, KEY, ORGANISATION_ROW, type TableEntries } from './field.ts'

const AFTER_SELECTION = [{ days: 30, from: 'selection' }] as const
const THROUGH = { table: 'shortlist', by: 'shortlist_id' } as const
const SEASON_THROUGH = { through: 'shortlist', by: 'shortlist_id' } as const

/** From whom mentees may choose, and what they chose. */
export const shortlistFields: TableEntries = {
  shortlist: {
    holds: 'When the shortlists of a season were made and sent, and by whom',
    why: 'Mentees choose from them by a day',
    subjects: [],
    season: 'season_id',
    madeAt: 'made_at',
    retention: AFTER_SELECTION,
    erasure: { keep: 'it is about no participant' },
    fields: {
      ...ORGANISATION_ROW,
      season_id: INNER_KEY,
      size: INNER_KEY,
      input_hash: INNER_KEY,
      made_by: INNER_KEY,
      made_on: INNER_KEY,
      made_at: INNER_KEY,
      sent_by: INNER_KEY,
      sent_on: INNER_KEY,
      sent_at: INNER_KEY,
    },
  },
  shortlist_entry: {
    holds: 'Which mentors a mentee may choose from',
    why: 'The mentee reads them, and the coordinators see that they are fair',
    subjects: ['mentee_id', 'mentor_id'],
    through: THROUGH,
    season: SEASON_THROUGH,
    retention: AFTER_SELECTION,
    erasure: 'delete',
    uncounted: true,
    notExported:
      'it is about two people together; one’s own list is on one’s page, and what one chose is in the export',
    fields: {
      ...ORGANISATION_ROW,
      shortlist_id: INNER_KEY,
      mentee_id: field('S3', ['coordinator'], { sinks: ['page', 'api'] }),
      mentor_id: field('S3', ['subject', 'coordinator'], { sinks: ['page', 'api'] }),
    },
  },
  mentor_choice: {
    holds: 'Which mentors somebody chose from their shortlist, in their order, sealed with their key',
    why: 'The match keeps to it where nobody loses a place by it; nobody reads it',
    subjects: ['mentee_id'],
    through: THROUGH,
    season: SEASON_THROUGH,
    madeAt: 'chosen_at',
    retention: AFTER_SELECTION,
    erasure: 'delete',
    uncounted: true,
    fields: {
      ...ORGANISATION_ROW,
      shortlist_id: KEY,
      mentee_id: KEY,
      sealed: field('S4', ['subject'], { sinks: ['page'], sealedFor: 'mentee_id' }),
      chosen_on: KEY,
      chosen_at: KEY,
    },
  },
}
