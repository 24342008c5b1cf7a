import { type RawBuilder, sql } from 'kysely'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'

export type PairRecord = {
  id: string
  mentor_id: string
  mentee_id: string
  run_id: string
  worth: number
  reason: string
}

export async function addPairs(
  tx: Database,
  organisationId: string,
  seasonId: string,
  pairs: readonly PairRecord[],
  on: string,
  recordedAt: string,
): Promise<void> {
  await sql`insert into pair (organisation_id, season_id, id, mentor_id, mentee_id, run_id, worth, reason, published_on, recorded_at)
    select ${organisationId}::uuid, ${seasonId}::uuid, r.id, r.mentor_id, r.mentee_id, r.run_id, r.worth, r.reason, ${on}::date, ${recordedAt}::timestamptz
    from jsonb_to_recordset(${asRecords(pairs)}) as r(id uuid, mentor_id uuid, mentee_id uuid, run_id uuid, worth integer, reason text)`.execute(
    tx,
  )
}

export type PairRow = {
  readonly id: string
  readonly mentorId: string
  readonly menteeId: string
  readonly publishedOn: string
  readonly worth: number
  readonly reason: string
  readonly changes: readonly {
    readonly kind: 'ended' | 'paused' | 'excused'
    readonly from: string
    readonly until: string | null
  }[]
}

export function pairsOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf(tx, pairRows(organisationId, seasonId))
}

/** Who was paired with whom in any other season of the organisation, ended or not: for the match alone. */
export function pairsElsewhere(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<{ mentorId: string; menteeId: string }>(
    tx,
    sql`select distinct mentor_id as "mentorId", mentee_id as "menteeId" from pair
      where organisation_id = ${organisationId} and season_id <> ${seasonId} order by 1, 2`,
  )
}

export function pairRows(organisationId: string, seasonId: string): RawBuilder<PairRow> {
  return pairRowsWhere(sql`p.organisation_id = ${organisationId} and p.season_id = ${seasonId}`)
}

export function pairRowById(tx: Database, organisationId: string, id: string) {
  return firstOf(tx, pairRowsWhere(sql`p.organisation_id = ${organisationId} and p.id = ${id}`))
}

/** Pairs, as `p`, of which something is true. */
export function pairRowsWhere(condition: RawBuilder<unknown>): RawBuilder<PairRow> {
  return sql`select p.id, p.mentor_id as "mentorId", p.mentee_id as "menteeId", p.published_on::text as "publishedOn", p.worth, p.reason,
        coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'from', c.from_on, 'until', c.until_on) order by c.from_on)
          from pair_change c where c.organisation_id = p.organisation_id and c.pair_id = p.id), '[]'::jsonb) as changes
      from pair p where ${condition} order by p.published_on, p.id`
}

export function pairOfMentee(
  tx: Database,
  organisationId: string,
  seasonId: string,
  menteeId: string,
  mentorId: string | null,
) {
  const mentor = mentorId ? sql`and mentor_id = ${mentorId}` : sql``
  return rowsOf<{ id: string; mentorId: string; menteeId: string; publishedOn: string }>(
    tx,
    sql`select id, mentor_id as "mentorId", mentee_id as "menteeId", published_on::text as "publishedOn" from pair
      where organisation_id = ${organisationId} and season_id = ${seasonId} and mentee_id = ${menteeId} ${mentor} order by published_on limit 3`,
  )
}

export async function lockPair(tx: Database, organisationId: string, pairId: string): Promise<void> {
  await firstOf(tx, sql`select 1 from pair where organisation_id = ${organisationId} and id = ${pairId} for update`)
}

export async function addPairChange(
  tx: Database,
  organisationId: string,
  it: {
    id: string
    pairId: string
    kind: 'ended' | 'paused' | 'excused'
    from: string
    until: string | null
    by: string | null
    recordedAt: string
  },
): Promise<boolean> {
  const done =
    await sql`insert into pair_change (organisation_id, id, pair_id, kind, from_on, until_on, changed_by, recorded_at)
    values (${organisationId}, ${it.id}, ${it.pairId}, ${it.kind}, ${it.from}::date, ${it.until}::date, ${it.by}, ${it.recordedAt}::timestamptz)
    on conflict on constraint pair_change_once do nothing`.execute(tx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Ends the pauses that hold on a day with the day before; one that began that very day never was. */
export async function endPauses(tx: Database, organisationId: string, pairId: string, day: string): Promise<boolean> {
  const holds = sql`organisation_id = ${organisationId} and pair_id = ${pairId} and kind = 'paused'
    and (until_on is null or until_on >= ${day}::date)`
  const undone = await changed(tx, sql`delete from pair_change where ${holds} and from_on = ${day}::date`)
  const ended = await changed(
    tx,
    sql`update pair_change set until_on = ${day}::date - 1 where ${holds} and from_on < ${day}::date`,
  )
  return undone + ended > 0
}
