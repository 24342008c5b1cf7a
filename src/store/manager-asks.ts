import { sql } from 'kysely'
import type { Role } from '../model/role.ts'
import { changed, type Database, firstOf } from './database.ts'
import { entryOn } from './people.ts'

export type ManagerAnswer = 'confirmed' | 'talk-first'
export type ManagerAsk = {
  readonly id: string
  readonly manager: string
  readonly askedAt: string
  readonly untilAt: string
  readonly answer: ManagerAnswer | null
}

/** Whom the directory has as somebody's manager on the day, where they are here. */
export function managerOf(tx: Database, organisationId: string, personId: string, day: string) {
  return firstOf<{ id: string; name: string }>(
    tx,
    sql`select m.id, m.name from person p ${entryOn(day)} join person m on m.organisation_id = p.organisation_id and m.id = d.manager_id
      where p.organisation_id = ${organisationId} and p.id = ${personId} and m.id <> p.id and m.erased_at is null
        and (m.left_on is null or m.left_on > ${day}::date)`,
  )
}

export function managerAskOf(tx: Database, organisationId: string, seasonId: string, personId: string) {
  return firstOf<ManagerAsk>(
    tx,
    sql`select a.id, m.name as manager, to_json(a.asked_at) #>> '{}' as "askedAt", to_json(a.until_at) #>> '{}' as "untilAt", a.answer from manager_ask a
        join person m on m.organisation_id = a.organisation_id and m.id = a.manager_id
      where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.person_id = ${personId}`,
  )
}

/**
 * Keeps that a manager is asked; asking twice is asking once. The id, also where it is asked anew after its time or after a talk;
 * null where it is asked or confirmed already.
 */
export async function addManagerAsk(
  tx: Database,
  organisationId: string,
  it: {
    readonly id: string
    readonly seasonId: string
    readonly personId: string
    readonly managerId: string
    readonly hash: string | null
    readonly at: string
    readonly untilAt: string
  },
): Promise<string | null> {
  const kept = await firstOf<{ id: string }>(
    tx,
    sql`insert into manager_ask (organisation_id, id, season_id, person_id, manager_id, asked_at, until_at, hash)
      values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.managerId}, ${it.at}::timestamptz,
        ${it.untilAt}::timestamptz, ${it.hash})
      on conflict on constraint manager_ask_one_each do update set manager_id = excluded.manager_id, asked_at = excluded.asked_at,
          until_at = excluded.until_at, hash = excluded.hash, answer = null, answered_at = null
        where manager_ask.answer = 'talk-first' or (manager_ask.answer is null and manager_ask.until_at <= excluded.asked_at)
      returning id`,
  )
  return kept?.id ?? null
}

/** Gives it the hash of the secret that leaves with its letter; no where it is answered, over, or the manager has left. */
export async function armManagerAsk(
  tx: Database,
  organisationId: string,
  id: string,
  it: { readonly hash: string; readonly now: string; readonly today: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update manager_ask a set hash = ${it.hash} from person p
      where a.organisation_id = ${organisationId} and a.id = ${id} and a.answer is null and a.until_at > ${it.now}::timestamptz
        and p.organisation_id = a.organisation_id and p.id = a.manager_id and p.erased_at is null
        and (p.left_on is null or p.left_on > ${it.today}::date)`,
  )
  return done > 0
}

export type AskedOfManager = {
  readonly id: string
  readonly seasonId: string
  readonly personId: string
  readonly name: string
  readonly answer: ManagerAnswer | null
  /** The roles they apply for now; none where they took it back. */
  readonly roles: readonly Role[]
}

/** What a link asks a manager, answered or not; none where it is over or the manager has left. Reading it answers nothing. */
export function managerAskByHash(tx: Database, organisationId: string, hash: string, now: string, today: string) {
  return firstOf<AskedOfManager>(
    tx,
    sql`select a.id, a.season_id as "seasonId", a.person_id as "personId", p.name, a.answer,
        coalesce((select json_agg(distinct x.role) from application x where x.organisation_id = a.organisation_id
          and x.season_id = a.season_id and x.person_id = a.person_id and x.superseded_by is null), '[]'::json) as roles
      from manager_ask a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
        join person m on m.organisation_id = a.organisation_id and m.id = a.manager_id
      where a.organisation_id = ${organisationId} and a.hash = ${hash} and a.until_at > ${now}::timestamptz
        and p.erased_at is null and m.erased_at is null and (m.left_on is null or m.left_on > ${today}::date)`,
  )
}

/** Keeps what the manager pressed, once: of two presses the first stands. */
export async function answerManagerAsk(
  tx: Database,
  organisationId: string,
  id: string,
  it: { readonly answer: ManagerAnswer; readonly at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update manager_ask set answer = ${it.answer}, answered_at = ${it.at}::timestamptz
      where organisation_id = ${organisationId} and id = ${id} and answer is null`,
  )
  return done > 0
}
