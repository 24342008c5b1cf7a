import { sql } from 'kysely'
import { type Database, rowsOf } from './database.ts'

export type AuditLine = {
  readonly organisationId: string
  readonly id: string
  readonly action: string
  readonly actorKind: string
  readonly actorPersonId: string | null
  readonly via: string
  readonly seasonId: string | null
  readonly about: string | null
  readonly onDay: string
  readonly recordedAt: string
}

export async function addAudit(tx: Database, line: AuditLine): Promise<void> {
  await sql`insert into audit (organisation_id, id, action, actor_kind, actor_person_id, via, season_id, about, on_day, recorded_at)
    values (${line.organisationId}, ${line.id}, ${line.action}, ${line.actorKind}, ${line.actorPersonId}, ${line.via},
      ${line.seasonId}, ${line.about}, ${line.onDay}::date, ${line.recordedAt}::timestamptz)`.execute(tx)
}

export function auditLines(tx: Database, organisationId: string, limit: number) {
  return rowsOf<{ action: string; actor_kind: string; actor_person_id: string | null; on_day: string }>(
    tx,
    sql`select action, actor_kind, actor_person_id, on_day::text from audit
      where organisation_id = ${organisationId} order by recorded_at desc, id desc limit ${limit}`,
  )
}
