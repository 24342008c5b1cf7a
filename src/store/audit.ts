import { sql } from 'kysely'
import { type Database, firstOf } from './database.ts'
import { seasonInWords } from './seasons.ts'

export type AuditLine = {
  readonly organisationId: string
  readonly id: string
  readonly action: string
  readonly actorKind: string
  readonly actorPersonId: string | null
  readonly via: string
  readonly seasonId: string | null
  readonly about: string | null
  readonly outcome: 'done' | 'refused'
  /** The hat worn, or that it was their own; null where it was refused. */
  readonly ground: string | null
  readonly onDay: string
  readonly recordedAt: string
}

/** The season of a line, where it is closed. */
export type SeasonClosed = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly closedOn: string
}

/** Adds a line, and says whether its season is closed: a page that looks needs no query of its own to know. */
export async function addAudit(tx: Database, line: AuditLine): Promise<SeasonClosed | null> {
  const added = await firstOf<{ closed: SeasonClosed | null }>(
    tx,
    sql`insert into audit (organisation_id, id, action, actor_kind, actor_person_id, via, season_id, about, outcome, ground,
      on_day, recorded_at)
    values (${line.organisationId}, ${line.id}, ${line.action}, ${line.actorKind}, ${line.actorPersonId}, ${line.via},
      ${line.seasonId}, ${line.about}, ${line.outcome}, ${line.ground}, ${line.onDay}::date,
      ${line.recordedAt}::timestamptz)
    returning (select jsonb_build_object('id', s.id, 'key', s.key, 'name', ${seasonInWords('s')},
      'closedOn', c.closed_on) from season_closing c
      join season s on s.organisation_id = c.organisation_id and s.id = c.season_id
      where c.organisation_id = audit.organisation_id and c.season_id = audit.season_id and c.undone_at is null) as closed`,
  )
  return added?.closed ?? null
}

/** Whose sensitive content a line's actor looked at. */
export async function addAuditSubjects(
  tx: Database,
  organisationId: string,
  auditId: string,
  people: readonly string[],
  contentClass: 'S3' | 'S4',
): Promise<void> {
  await sql`insert into audit_subject (organisation_id, audit_id, person_id, class)
    select ${organisationId}::uuid, ${auditId}::uuid, id, ${contentClass} from unnest(${people as string[]}::uuid[]) as t(id)
    on conflict do nothing`.execute(tx)
}
