import { field, KEY, ORGANISATION_ROW, type TableEntries } from './field.ts'

const YEARS_OF_INTEREST = 2
const DAYS_OF_A_YEAR = 365
const SEALED = field('S4', ['subject'], { sinks: ['page'], sealedFor: 'person_id' })
const WHOSE = { season_id: KEY, person_id: KEY, role: field('S3', ['subject'], { sinks: ['page'] }) } as const

/** What somebody keeps before and beside their application, read by nobody but themself. */
export const applyFields: TableEntries = {
  application_draft: {
    holds: 'Applications that were begun and not sent, sealed with their person’s key',
    why: 'An application can be left and gone on with, on any device',
    subjects: ['person_id'],
    season: 'season_id',
    madeAt: 'changed_at',
    retention: [{ days: 30, from: 'selection' }],
    erasure: 'delete',
    uncounted: true,
    fields: { ...ORGANISATION_ROW, ...WHOSE, sealed: SEALED, version: KEY, made_at: KEY, changed_at: KEY },
  },
  match_wish: {
    holds: 'Whom somebody would like to be paired with, and whom not, sealed with their key',
    why: 'The match may take account of it; nobody reads it',
    subjects: ['person_id'],
    season: 'season_id',
    madeAt: 'made_at',
    retention: [{ days: 0, from: 'season-end' }],
    erasure: 'delete',
    uncounted: true,
    fields: { ...ORGANISATION_ROW, ...WHOSE, sealed: SEALED, made_at: KEY },
  },
  call_interest: {
    holds: 'That somebody wants to hear when the next call opens',
    why: 'They are written to once, and then it is deleted',
    subjects: ['person_id'],
    madeAt: 'asked_at',
    retention: [{ days: YEARS_OF_INTEREST * DAYS_OF_A_YEAR, from: 'recorded' }],
    erasure: 'delete',
    uncounted: true,
    fields: { ...ORGANISATION_ROW, person_id: KEY, role: WHOSE.role, asked_at: KEY },
  },
}
