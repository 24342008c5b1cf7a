/** The tables that spreadsheets write to: what a row goes by, what a restored row gets back, and what a preview may show of it. */
export type WatchedTable = {
  readonly key: readonly string[]
  readonly columns: readonly string[]
  readonly shown: readonly string[]
}

const TO_PERSON = ['name', 'kind', 'employee_id', 'left_on'] as const
const OF_ENTRY = [
  'title',
  'division',
  'department',
  'team',
  'manager_id',
  'started_on',
  'time_zone',
  'expertise',
  'works_from',
  'works_until',
  'works_on',
  'holidays',
  'recorded_at',
] as const

/** In the order in which added rows can be taken out: what hangs on another row before it. */
export const WATCHED = {
  clearance: {
    key: ['application_id'],
    columns: ['cleared', 'decided_on', 'decided_by', 'recorded_at'],
    shown: ['cleared'],
  },
  review: { key: ['application_id', 'reviewer_id'], columns: ['scores'], shown: [] },
  application: { key: ['id'], columns: ['superseded_by'], shown: [] },
  training_record: { key: ['season_id', 'person_id', 'course'], columns: ['happened_on'], shown: [] },
  attendance: { key: ['season_id', 'person_id', 'event', 'session'], columns: ['happened_on'], shown: [] },
  meeting: {
    key: ['season_id', 'mentee_id', 'mentor_id', 'happened_on'],
    columns: ['minutes', 'confirmed_by', 'denied_on', 'from_answers', 'said_on'],
    shown: ['minutes', 'confirmed_by'],
  },
  holiday: { key: ['calendar', 'on_day'], columns: ['name'], shown: ['name'] },
  directory_entry: { key: ['person_id', 'from_on'], columns: OF_ENTRY, shown: [] },
  person: { key: ['id'], columns: TO_PERSON, shown: [] },
} as const satisfies Readonly<Record<string, WatchedTable>>

export type WatchedName = keyof typeof WATCHED
export const WATCHED_NAMES = Object.keys(WATCHED) as readonly WatchedName[]
