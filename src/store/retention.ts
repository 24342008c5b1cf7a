import { type RawBuilder, sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'
import { FIELDS } from './fields/all.ts'

export type SeasonKept = {
  readonly id: string
  readonly zone: string
  readonly endsOn: string
  readonly announcedOn: string
  readonly daysAfterSelection: number
  readonly loadedOn: string
  readonly lastReleasedOn: string | null
  readonly recordedOn: Readonly<Record<string, string>>
}

/** Each season with the days from which retention counts; `actions` are those that record rows without a time of their own. */
export function seasonsKept(tx: Database, organisationId: string, actions: readonly string[]) {
  return rowsOf<SeasonKept>(
    tx,
    sql`select s.id, s.program ->> 'zone' as zone, s.program ->> 'endsOn' as "endsOn", s.program #>> '{announcement,on}' as "announcedOn",
        coalesce((s.program #>> '{retention,scoresDaysAfterSelection}')::int, 30) as "daysAfterSelection",
        to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD') as "loadedOn",
        (select max(d.released_on)::text from decision d
          join application a on a.organisation_id = d.organisation_id and a.id = d.application_id
          where d.organisation_id = s.organisation_id and a.season_id = s.id) as "lastReleasedOn",
        coalesce((select jsonb_object_agg(u.action, u.day) from (
          select t.action, to_char(max(t.recorded_at) at time zone 'UTC', 'YYYY-MM-DD') as day from audit t
          where t.organisation_id = s.organisation_id and t.season_id = s.id and t.outcome = 'done'
            and t.action = any(${actions as string[]}::text[]) group by t.action) u), '{}'::jsonb) as "recordedOn"
      from season s where s.organisation_id = ${organisationId}`,
  )
}

/** What a step of the plan takes away; days are the first on which a row may have been recorded to stay. */
export type Step = {
  readonly table: string
  readonly columns: readonly string[] | null
} & (
  | {
      readonly by: 'season'
      readonly seasons: readonly string[]
      readonly unlessPlaced: boolean
      readonly before: string
    }
  | { readonly by: 'recorded' | 'settled' | 'expired'; readonly before: string }
)

/** Does one step, and says how many rows it touched. A row on which others hang waits for them. */
export function takeStep(tx: Database, organisationId: string | null, step: Step): Promise<number> {
  const { table, columns } = step
  const ours =
    organisationId === null ? sql`true` : sql`${sql.ref(`${table}.organisation_id`)} = ${organisationId}::uuid`
  const due = dueBy(organisationId, step)
  if (!columns)
    return changed(tx, sql`delete from ${sql.table(table)} where ${ours} and ${due} and ${childless(table)}`)
  const sets = columns.map((column) => sql`${sql.id(column)} = ${nothingIn(table, column)}`)
  const stands = columns.map(
    (column) => sql`${sql.ref(`${table}.${column}`)} is distinct from ${nothingIn(table, column)}`,
  )
  return changed(
    tx,
    sql`update ${sql.table(table)} set ${sql.join(sets)} where ${ours} and ${due} and (${sql.join(stands, sql` or `)})`,
  )
}

const NOBODY = JSON.stringify({
  ...{ pairs: [], unmatched: [], waitingList: [], reserve: [], mentorOnly: [], refusedPins: [] },
  ...{ certificate: null, certificateOfFillBack: null, asked: null },
})

function nothingIn(table: string, column: string): RawBuilder<unknown> {
  const blank = FIELDS[table]?.fields[column]?.blank
  // An answer of the match keeps its shape: how many places and mentees there were, and nobody.
  if (blank === 'their-entries') return sql`${sql.ref(`${table}.${column}`)} || ${NOBODY}::jsonb`
  return blank === 'empty' ? sql`''` : sql`null`
}

function dueBy(organisationId: string | null, step: Step): RawBuilder<unknown> {
  const { table } = step
  const entry = FIELDS[table]
  switch (step.by) {
    case 'season': {
      const placed = sql`exists (select 1 from pair p where p.organisation_id = ${sql.ref(`${table}.organisation_id`)}
        and p.season_id = ${sql.ref(`${table}.season_id`)} and ${sql.ref(`${table}.person_id`)} in (p.mentor_id, p.mentee_id))`
      const seasons = inSeasons(table, organisationId, step.seasons)
      return sql`${seasons} and ${madeBefore(table, organisationId, step.before)} and ${step.unlessPlaced ? sql`not ${placed}` : sql`true`}`
    }
    case 'recorded':
      return madeBefore(table, organisationId, step.before)
    case 'expired':
      return sql`${sql.ref(`${table}.${entry?.expiresAt ?? ''}`)} < ${startOf(step.before)}`
    case 'settled':
      return sql`${madeBefore(table, organisationId, step.before)} and ${sql.ref(`${table}.state`)} not in ('draft', 'released', 'kept')
        and coalesce(sent_at < ${startOf(step.before)}, true) and coalesce(released_on < ${step.before}::date, true)`
  }
}

function inSeasons(table: string, organisationId: string | null, seasons: readonly string[]): RawBuilder<unknown> {
  const by = FIELDS[table]?.season
  if (by === 'season_id') return sql`${sql.ref(`${table}.season_id`)} = any(${seasons as string[]}::uuid[])`
  if (!by) throw new Error(`${table} has no season`)
  return sql`${sql.ref(`${table}.${by.by}`)} in (select id from ${sql.table(by.through)}
    where ${sql.ref(`${by.through}.organisation_id`)} = ${organisationId}::uuid and ${inSeasons(by.through, organisationId, seasons)})`
}

/** When a row was recorded, by its own time or by that of the row it hangs on; one without any is held by its action's day. */
function madeBefore(table: string, organisationId: string | null, day: string): RawBuilder<unknown> {
  const { madeAt, through } = FIELDS[table] ?? {}
  if (madeAt) return sql`${sql.ref(`${table}.${madeAt}`)} < ${startOf(day)}`
  if (!through) return sql`true`
  return sql`${sql.ref(`${table}.${through.by}`)} in (select id from ${sql.table(through.table)}
    where ${sql.ref(`${through.table}.organisation_id`)} = ${organisationId}::uuid and ${madeBefore(through.table, organisationId, day)})`
}

function startOf(day: string): RawBuilder<unknown> {
  return sql`${`${day}T00:00:00Z`}::timestamptz`
}

function childless(table: string): RawBuilder<unknown> {
  const children = Object.entries(FIELDS).filter(([, it]) => it.through?.table === table)
  const each = children.map(
    ([child, it]) => sql`not exists (select 1 from ${sql.table(child)}
      where ${sql.ref(`${child}.organisation_id`)} = ${sql.ref(`${table}.organisation_id`)}
        and ${sql.ref(`${child}.${it.through?.by ?? ''}`)} = ${sql.ref(`${table}.id`)})`,
  )
  return each.length > 0 ? sql.join(each, sql` and `) : sql`true`
}

/** How many rows of each table, or of each column as `table.column`, were taken away. */
export type Deleted = Readonly<Record<string, number>>
export type RetentionRun = {
  readonly id: string
  readonly onDay: string
  readonly ranAt: string
  readonly deleted: Deleted
}

/** The day of the first run, and whether there was one on this day. */
export async function runsSoFar(tx: Database, organisationId: string, day: string) {
  const found = await firstOf<{ firstOn: string | null; ranToday: boolean }>(
    tx,
    sql`select min(on_day)::text as "firstOn", coalesce(bool_or(on_day = ${day}::date), false) as "ranToday"
      from retention_run where organisation_id = ${organisationId}`,
  )
  return found ?? { firstOn: null, ranToday: false }
}

/** Writes the run of a day down, once: of two at the same time the first stands. */
export async function addRetentionRun(tx: Database, organisationId: string, it: RetentionRun): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into retention_run (organisation_id, id, on_day, ran_at, deleted)
      values (${organisationId}, ${it.id}, ${it.onDay}::date, ${it.ranAt}::timestamptz, ${JSON.stringify(it.deleted)}::jsonb)
      on conflict on constraint retention_run_once_a_day do nothing`,
  )
  return done > 0
}

/** Runs that took something away, or all of them, newest first. */
export function retentionRuns(
  tx: Database,
  organisationId: string,
  it: { readonly all: boolean },
  limit: number,
  offset: number,
) {
  const some = it.all ? sql`` : sql`and deleted <> '{}'::jsonb`
  return rowsOf<RetentionRun & { readonly found: number }>(
    tx,
    sql`select id, on_day::text as "onDay", to_json(ran_at) #>> '{}' as "ranAt", deleted, count(*) over ()::int as found
      from retention_run where organisation_id = ${organisationId} ${some} order by on_day desc limit ${limit} offset ${offset}`,
  )
}
