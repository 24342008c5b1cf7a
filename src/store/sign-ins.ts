import { sql } from 'kysely'
import { IDLE_HOURS, LONGEST_DAYS } from '../model/sign-in.ts'
import type { Worn } from '../permissions/decide.ts'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

export type SignInFound = {
  readonly id: string
  readonly personId: string
  readonly seenAt: string
  readonly stepped: boolean
  readonly hats: readonly Worn[]
  /** An application that is open to them now, by two people's consent. */
  readonly glass: { readonly id: string; readonly untilAt: string } | null
}

/** A sign-in that is still good, with the hats its person wears today; who has left has none. One query for each request. */
export function signInByHash(tx: Database, organisationId: string, hash: string, now: string, today: string) {
  return firstOf<SignInFound>(
    tx,
    sql`select s.id, s.person_id as "personId", to_json(s.seen_at) #>> '{}' as "seenAt", s.stepped_at is not null as stepped,
        coalesce((select jsonb_agg(jsonb_build_object('hat', h.hat, 'seasonId', h.season_id)) from hat h
          where h.organisation_id = s.organisation_id and h.person_id = s.person_id
            and h.from_on <= ${today}::date and (h.until_on is null or h.until_on >= ${today}::date)), '[]'::jsonb) as hats,
        (select jsonb_build_object('id', g.id, 'untilAt', g.until_at) from glass g
          where g.organisation_id = s.organisation_id and g.owner_id = s.person_id and g.ended_at is null
            and g.until_at > ${now}::timestamptz order by g.until_at desc limit 1) as glass
      from sign_in s join person p on p.organisation_id = s.organisation_id and p.id = s.person_id
      where s.organisation_id = ${organisationId} and s.hash = ${hash} and s.ended_at is null
        and s.until_at > ${now}::timestamptz and s.seen_at > ${now}::timestamptz - make_interval(hours => ${IDLE_HOURS})
        and p.erased_at is null and (p.left_on is null or p.left_on > ${today}::date)`,
  )
}

export async function markSeen(tx: Database, organisationId: string, id: string, at: string): Promise<void> {
  await sql`update sign_in set seen_at = ${at}::timestamptz where organisation_id = ${organisationId} and id = ${id}`.execute(
    tx,
  )
}

export type NewSignIn = {
  readonly id: string
  readonly personId: string
  readonly hash: string
  readonly method: 'link' | 'passkey' | 'identity-provider' | 'demo'
  readonly device: string | null
  readonly stepped: boolean
  readonly madeAt: string
}

export async function addSignIn(tx: Database, organisationId: string, it: NewSignIn): Promise<void> {
  await sql`insert into sign_in (organisation_id, id, person_id, hash, method, device, made_at, seen_at, until_at, stepped_at)
    values (${organisationId}, ${it.id}, ${it.personId}, ${it.hash}, ${it.method}, ${it.device}, ${it.madeAt}::timestamptz,
      ${it.madeAt}::timestamptz, ${it.madeAt}::timestamptz + make_interval(days => ${LONGEST_DAYS}),
      ${it.stepped ? it.madeAt : null}::timestamptz)`.execute(tx)
}

/** Gives a sign-in a new secret: the one before opens nothing any more. */
export async function renewSecret(tx: Database, organisationId: string, id: string, hash: string): Promise<void> {
  await sql`update sign_in set hash = ${hash}
    where organisation_id = ${organisationId} and id = ${id} and ended_at is null`.execute(tx)
}

export type SignInRow = {
  readonly id: string
  readonly method: NewSignIn['method']
  readonly device: string | null
  readonly madeAt: string
  readonly seenAt: string
  readonly stepped: boolean
}

const isGood = (now: string) => sql`ended_at is null and until_at > ${now}::timestamptz
  and seen_at > ${now}::timestamptz - make_interval(hours => ${IDLE_HOURS})`

/** A page of the sign-ins of a person that still open something, the one used last first. */
export function signInsOf(
  tx: Database,
  organisationId: string,
  personId: string,
  now: string,
  page: { readonly limit: number; readonly offset: number },
) {
  return rowsOf<SignInRow & { readonly total: number }>(
    tx,
    sql`select id, method, device, to_json(made_at) #>> '{}' as "madeAt", to_json(seen_at) #>> '{}' as "seenAt",
        stepped_at is not null as stepped, count(*) over ()::int as total from sign_in
      where organisation_id = ${organisationId} and person_id = ${personId} and ${isGood(now)}
      order by seen_at desc, id desc limit ${page.limit} offset ${page.offset}`,
  )
}

/** Ends one sign-in of a person; says whether there was one to end. */
export async function endSignIn(
  tx: Database,
  organisationId: string,
  personId: string,
  id: string,
  at: string,
): Promise<boolean> {
  const ended = await changed(
    tx,
    sql`update sign_in set ended_at = ${at}::timestamptz where organisation_id = ${organisationId}
      and person_id = ${personId} and id = ${id} and ended_at is null`,
  )
  return ended > 0
}

/** Ends every sign-in of a person but one; says how many still opened something. */
export async function endOtherSignIns(
  tx: Database,
  organisationId: string,
  personId: string,
  keptId: string,
  at: string,
): Promise<number> {
  return changed(
    tx,
    sql`update sign_in set ended_at = ${at}::timestamptz where organisation_id = ${organisationId}
      and person_id = ${personId} and id <> ${keptId} and ${isGood(at)}`,
  )
}

/** Ends every sign-in of a person; says how many still opened something. */
export async function endEverySignIn(
  tx: Database,
  organisationId: string,
  personId: string,
  at: string,
): Promise<number> {
  return changed(
    tx,
    sql`update sign_in set ended_at = ${at}::timestamptz where organisation_id = ${organisationId}
      and person_id = ${personId} and ${isGood(at)}`,
  )
}
