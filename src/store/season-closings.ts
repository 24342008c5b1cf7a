import { sql } from 'kysely'
import type { Role } from '../model/role.ts'
import { changed, type Database, firstOf } from './database.ts'

export type SeasonClosing = { readonly closedOn: string; readonly by: string }

/** The closing of a season that stands; undefined while it is open. */
export function closingThatStands(tx: Database, organisationId: string, seasonId: string) {
  return firstOf<SeasonClosing>(
    tx,
    sql`select c.closed_on::text as "closedOn", p.name as by from season_closing c
      join person p on p.organisation_id = c.organisation_id and p.id = c.closed_by
      where c.organisation_id = ${organisationId} and c.season_id = ${seasonId} and c.undone_at is null`,
  )
}

export type ClosingCounts = {
  readonly closing: SeasonClosing | null
  /** Completions of both roles. */
  readonly completed: number
  /** How many asked to hear when a call for a role opens next. */
  readonly interested: Readonly<Record<Role, number>>
}

/** What the page of a closing counts beside its desk, in one query. */
export async function closingCounts(tx: Database, organisationId: string, seasonId: string): Promise<ClosingCounts> {
  const here = sql`organisation_id = ${organisationId} and season_id = ${seasonId}`
  const asked = (role: Role) =>
    sql`(select count(*)::int from call_interest where organisation_id = ${organisationId} and role = ${role})`
  const closing = sql`(select jsonb_build_object('closedOn', c.closed_on, 'by', p.name) from season_closing c
    join person p on p.organisation_id = c.organisation_id and p.id = c.closed_by
    where c.organisation_id = ${organisationId} and c.season_id = ${seasonId} and c.undone_at is null)`
  const found = await firstOf<{ closing: SeasonClosing | null; completed: number; mentor: number; mentee: number }>(
    tx,
    sql`select ${closing} as closing, (select count(*)::int from completion where ${here}) as completed,
      ${asked('mentor')} as mentor, ${asked('mentee')} as mentee`,
  )
  const { closing: stands = null, completed = 0, mentor = 0, mentee = 0 } = found ?? {}
  return { closing: stands, completed, interested: { mentor, mentee } }
}

/** Adds a closing; of two at the same time the first stands. */
export async function addClosing(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly seasonId: string; readonly on: string; readonly by: string; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into season_closing (organisation_id, id, season_id, closed_on, closed_by, closed_at)
      values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.on}::date, ${it.by}, ${it.at}::timestamptz)
      on conflict (organisation_id, season_id) where undone_at is null do nothing`,
  )
  return done > 0
}

/** Takes the closing back that stands. */
export async function undoClosing(
  tx: Database,
  organisationId: string,
  it: { readonly seasonId: string; readonly on: string; readonly by: string; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update season_closing set undone_on = ${it.on}::date, undone_by = ${it.by}, undone_at = ${it.at}::timestamptz
      where organisation_id = ${organisationId} and season_id = ${it.seasonId} and undone_at is null`,
  )
  return done > 0
}
