/**
 * How far a value may travel. S1 the organisation, S2 the season's people, S3 who needs it, S4 named people only;
 * `secret` opens something (only hashes and sealed bytes are stored), `key` is an id, a date or a state of the record itself.
 */
export type FieldClass = 'S1' | 'S2' | 'S3' | 'S4' | 'secret' | 'key'

export type Reader =
  | 'public'
  | 'subject'
  | 'partner'
  /** Whoever applied to the season or is in a pair of it. */
  | 'participant'
  | 'coordinator'
  | 'reviewer'
  | 'people-team'
  | 'named-contact'
  | 'owner'
  | 'auditor'

/** The ways by which a value may leave the database, beside a backup, which holds everything. */
export type Sink = 'page' | 'api' | 'letter' | 'sheet'

export type FieldEntry = {
  readonly class: FieldClass
  readonly readers: readonly Reader[]
  readonly sinks: readonly Sink[]
  /** What an erasure puts in its place, in a row that stays too; without it the column stays as the row's `erasure` says. */
  readonly blank?: 'null' | 'empty' | 'placeholder' | 'no-topics' | 'their-entries'
  /** The column that names the person whose key opens it, where it is sealed for one person. */
  readonly sealedFor?: string
  /** The column that names the pair whose key opens it, where it is sealed for two people together. */
  readonly sealedForPair?: string
  /** The column that names the survey's intake whose key opens it, where that is not the person's own. */
  readonly sealedWith?: string
}

/** From when a row's days of retention count, always from the later of that and the day it was recorded. */
export type RetentionFrom =
  | 'season-end'
  | 'season-end-unless-placed'
  | 'selection'
  | 'recorded'
  | 'expired'
  /** A letter's last step: sent, filed, failed or withdrawn; one that may still leave is never touched. */
  | 'settled'

export type Retention =
  | { readonly days: number; readonly from: RetentionFrom; readonly columns?: readonly string[] }
  | { readonly forGood: string }

/** Where a row finds its season: by a column of its own, or through the row it hangs on. */
export type SeasonBy = 'season_id' | { readonly through: string; readonly by: string }

/** What is held in one table: whose it is, why, for how long, and what an erasure does to it. */
export type TableEntry = {
  readonly holds: string
  readonly why: string
  /** Columns that say whom the row is about; empty where it is about nobody, or hangs on a row that says so. */
  readonly subjects: readonly string[]
  /** The row this one hangs on: it says whose it is where there are no subjects, and when it was made where no column does. */
  readonly through?: { readonly table: string; readonly by: string }
  readonly season?: SeasonBy
  /** The instant, or day, the row was made. */
  readonly madeAt?: string
  /** The actions that record rows which carry no time of their own: they count as recorded when one was last done in their season. */
  readonly recordedBy?: readonly string[]
  /** The instant after which it is of no use any more. */
  readonly expiresAt?: string
  readonly retention: readonly Retention[]
  readonly erasure: 'delete' | 'blank' | { readonly keep: string }
  /** Not shown to its own subject before they have heard by letter, or before the season is over. */
  readonly shownOnce?: 'announced' | 'released'
  /** That there is a row is for named people only: it is in no count that anybody else sees. */
  readonly uncounted?: true
  /** Left out of a person's own export, and why. */
  readonly notExported?: string
  readonly fields: Readonly<Record<string, FieldEntry>>
}

export type TableEntries = Readonly<Record<string, TableEntry>>

/** An id, a date or a state: it says nothing by itself, and goes where its row goes. */
export const KEY: FieldEntry = { class: 'key', readers: ['subject'], sinks: ['page', 'api', 'sheet'] }
/** The same, where not even the subject is told: it would say something. */
export const INNER_KEY: FieldEntry = { class: 'key', readers: [], sinks: [] }
/** Opens something; stored only as a hash or sealed, and never shown. */
export const SECRET: FieldEntry = { class: 'secret', readers: [], sinks: [] }

/** Facts that figures count: they go a year after the season, and erasure leaves them without a name. */
export const YEAR_AFTER = [{ days: 365, from: 'season-end' }] as const
export const CLOSED_TOTALS = { keep: 'closed totals do not change; the names are gone' } as const

export const ORGANISATION_ROW = { organisation_id: INNER_KEY, id: KEY } as const

export function field(
  fieldClass: FieldClass,
  readers: readonly Reader[],
  more: Partial<Pick<FieldEntry, 'sinks' | 'blank' | 'sealedFor' | 'sealedForPair' | 'sealedWith'>> = {},
): FieldEntry {
  return { class: fieldClass, readers, ...more, sinks: more.sinks ?? ['page', 'api'] }
}
