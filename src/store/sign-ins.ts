import { sql } from 'kysely'
import { IDLE_HOURS, LONGEST_DAYS } from '../model/sign-in.ts'
import type { Worn } from '../permissions/decide.ts'
import { type Database, firstOf } from './database.ts'

export type SignInFound = {
  readonly id: string
  readonly personId: string
  readonly seenAt: string
  readonly stepped: boolean
  readonly hats: readonly Worn[]
}

/** A sign-in that is still good, with the hats its person wears today; who has left has none. One query for each request. */
export function signInByHash(tx: Database, organisationId: string, hash: string, now: string, today: string) {
  return firstOf<SignInFound>(
    tx,
    sql`select s.id, s.person_id as "personId", to_json(s.seen_at) #>> '{}' as "seenAt", s.stepped_at is not null as stepped,
        coalesce((select jsonb_agg(jsonb_build_object('hat', h.hat, 'seasonId', h.season_id)) from hat h
          where h.organisation_id = s.organisation_id and h.person_id = s.person_id
            and h.from_on <= ${today}::date and (h.until_on is null or h.until_on >= ${today}::date)), '[]'::jsonb) as hats
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

export function directoryTokenByHash(tx: Database, organisationId: string, hash: string) {
  return firstOf<{ id: string }>(
    tx,
    sql`select id from directory_token
      where organisation_id = ${organisationId} and hash = ${hash} and revoked_at is null`,
  )
}
