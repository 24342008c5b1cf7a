import { sql } from 'kysely'
import { asRecords, changed, type Database, rowsOf } from './database.ts'

/** A pair that coordinators asked to keep or to leave out, with who asked. `changeId` holds together what was done in one step. */
export type MatchRule = {
  readonly id: string
  readonly changeId: string
  readonly kind: 'pinned' | 'forbidden'
  readonly mentorId: string
  readonly menteeId: string
  readonly setBy: string
  readonly setByName: string
  readonly setOn: string
}

/** The rules in force, the latest first. */
export function rulesOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<MatchRule>(
    tx,
    sql`select r.id, r.change_id as "changeId", r.kind, r.mentor_id as "mentorId", r.mentee_id as "menteeId", r.set_by as "setBy",
        p.name as "setByName", r.set_on::text as "setOn"
      from match_rule r join person p on p.organisation_id = r.organisation_id and p.id = r.set_by
      where r.organisation_id = ${organisationId} and r.season_id = ${seasonId} and r.lifted_at is null
      order by r.set_at desc, r.id limit 5000`,
  )
}

export type NewRule = { id: string; kind: MatchRule['kind']; mentor_id: string; mentee_id: string }

export async function addRules(
  tx: Database,
  organisationId: string,
  seasonId: string,
  rules: readonly NewRule[],
  of: { readonly changeId: string; readonly by: string; readonly on: string; readonly at: string },
): Promise<void> {
  await sql`insert into match_rule (organisation_id, season_id, change_id, id, kind, mentor_id, mentee_id, set_by, set_on, set_at)
    select ${organisationId}::uuid, ${seasonId}::uuid, ${of.changeId}::uuid, r.id, r.kind, r.mentor_id, r.mentee_id, ${of.by}::uuid,
      ${of.on}::date, ${of.at}::timestamptz
    from jsonb_to_recordset(${asRecords(rules)}) as r(id uuid, kind text, mentor_id uuid, mentee_id uuid)`.execute(tx)
}

/** Lifts what was set in one step; says how many rules were still in force. */
export function liftRules(
  tx: Database,
  organisationId: string,
  seasonId: string,
  it: { readonly changeId: string; readonly by: string; readonly at: string },
): Promise<number> {
  return changed(
    tx,
    sql`update match_rule set lifted_by = ${it.by}, lifted_at = ${it.at}::timestamptz
      where organisation_id = ${organisationId} and season_id = ${seasonId} and change_id = ${it.changeId} and lifted_at is null`,
  )
}
