import { type RawBuilder, sql } from 'kysely'
import type { KeptAnswer } from '../model/match-run.ts'
import { type Database, firstOf, rowsOf } from './database.ts'

export type MatchRun = {
  readonly id: string
  readonly number: number
  readonly inputHash: string
  readonly seed: number
  readonly answer: KeptAnswer
  readonly happenedOn: string
  /** Who made it; null in runs of before. */
  readonly madeBy: string | null
  readonly publishedOn: string | null
  readonly publishedBy: string | null
}

function runRows(condition: RawBuilder<unknown>): RawBuilder<MatchRun> {
  return sql`select r.id, r.number, r.input_hash as "inputHash", r.seed, r.answer, r.happened_on::text as "happenedOn", m.name as "madeBy",
      r.published_on::text as "publishedOn", p.name as "publishedBy"
    from match_run r
    left join person m on m.organisation_id = r.organisation_id and m.id = r.made_by
    left join person p on p.organisation_id = r.organisation_id and p.id = r.published_by
    where ${condition} order by r.number desc limit 1`
}

/** The latest run of a season. */
export function latestRun(tx: Database, organisationId: string, seasonId: string) {
  return firstOf(tx, runRows(sql`r.organisation_id = ${organisationId} and r.season_id = ${seasonId}`))
}

export function runByNumber(tx: Database, organisationId: string, seasonId: string, number: number) {
  return firstOf(
    tx,
    runRows(sql`r.organisation_id = ${organisationId} and r.season_id = ${seasonId} and r.number = ${number}`),
  )
}

/** What stands from the first publication on: its answer, without pairs and reasons. */
export type FirstPublished = Pick<KeptAnswer, 'shortage' | 'places' | 'mentees' | 'mentorOnly'>

export function firstPublished(tx: Database, organisationId: string, seasonId: string) {
  return firstOf<FirstPublished>(
    tx,
    sql`select (answer ->> 'shortage')::boolean as shortage, (answer ->> 'places')::int as places, (answer ->> 'mentees')::int as mentees,
        answer -> 'mentorOnly' as "mentorOnly"
      from match_run where organisation_id = ${organisationId} and season_id = ${seasonId} and published_on is not null
      order by number limit 1`,
  )
}

/** A run in a list: counts alone. Worths are 0 to 10,000; null without a pair. */
export type RunHead = Pick<MatchRun, 'id' | 'number' | 'happenedOn' | 'madeBy' | 'publishedOn' | 'publishedBy'> & {
  readonly pairs: number
  readonly waiting: number
  readonly reserve: number
  readonly worth: number | null
  readonly worst: number | null
  readonly pinned: number
  readonly forbidden: number
  readonly stands: boolean | null
  readonly found: number
}

/** The runs of a season, the latest first. */
export function runHeads(tx: Database, organisationId: string, seasonId: string, limit: number, offset: number) {
  return rowsOf<RunHead>(
    tx,
    sql`select r.id, r.number, r.happened_on::text as "happenedOn", m.name as "madeBy", r.published_on::text as "publishedOn",
        p.name as "publishedBy", jsonb_array_length(r.answer -> 'pairs') as pairs, jsonb_array_length(r.answer -> 'waitingList') as waiting,
        jsonb_array_length(r.answer -> 'reserve') as reserve,
        (select sum((it ->> 'worth')::int)::int from jsonb_array_elements(r.answer -> 'pairs') it) as worth,
        (select min((it ->> 'worth')::int) from jsonb_array_elements(r.answer -> 'pairs') it) as worst,
        coalesce(jsonb_array_length(r.answer #> '{asked,pinned}'), 0) as pinned,
        coalesce(jsonb_array_length(r.answer #> '{asked,forbidden}'), 0) as forbidden,
        (r.answer ->> 'stands')::boolean as stands, count(*) over ()::int as found
      from match_run r
      left join person m on m.organisation_id = r.organisation_id and m.id = r.made_by
      left join person p on p.organisation_id = r.organisation_id and p.id = r.published_by
      where r.organisation_id = ${organisationId} and r.season_id = ${seasonId} order by r.number desc limit ${limit} offset ${offset}`,
  )
}

export async function addRun(
  tx: Database,
  organisationId: string,
  seasonId: string,
  run: Omit<MatchRun, 'publishedOn' | 'publishedBy'> & { readonly recordedAt: string },
): Promise<void> {
  await sql`insert into match_run (organisation_id, season_id, id, number, input_hash, seed, answer, happened_on, made_by, recorded_at)
    values (${organisationId}, ${seasonId}, ${run.id}, ${run.number}, ${run.inputHash}, ${run.seed}, ${JSON.stringify(run.answer)}::jsonb,
      ${run.happenedOn}::date, ${run.madeBy}, ${run.recordedAt}::timestamptz)`.execute(tx)
}

/** Fixes a run; `by` is nobody where the product's own rehearsal did it. */
export async function markPublished(
  tx: Database,
  organisationId: string,
  runId: string,
  it: { readonly on: string; readonly by: string | null },
): Promise<void> {
  await sql`update match_run set published_on = ${it.on}::date, published_by = ${it.by}
    where organisation_id = ${organisationId} and id = ${runId}`.execute(tx)
}
