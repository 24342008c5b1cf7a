import { sql } from 'kysely'
import { type Database, firstOf } from './database.ts'

/** Somebody who may come in: not erased, and not gone. */
export type Newcomer = { readonly id: string; readonly name: string; readonly email: string }

const isHere = (today: string) => sql`p.erased_at is null and (p.left_on is null or p.left_on > ${today}::date)`

export function newcomerByEmail(tx: Database, organisationId: string, email: string, today: string) {
  return firstOf<Newcomer>(
    tx,
    sql`select p.id, p.name, p.email from person p
      where p.organisation_id = ${organisationId} and p.email = ${email} and ${isHere(today)}`,
  )
}

export function newcomerById(tx: Database, organisationId: string, id: string, today: string) {
  return firstOf<Newcomer>(
    tx,
    sql`select p.id, p.name, p.email from person p
      where p.organisation_id = ${organisationId} and p.id = ${id} and ${isHere(today)}`,
  )
}

export type NewSignInLink = {
  readonly id: string
  /** Null where nobody has the address: the same statement runs, and writes nothing. */
  readonly personId: string | null
  /** Null until the letter leaves. */
  readonly hash: string | null
  readonly goesTo: string
  readonly madeAt: string
  readonly untilAt: string
}

export async function addSignInLink(tx: Database, organisationId: string, it: NewSignInLink): Promise<void> {
  await sql`insert into sign_in_link (organisation_id, id, person_id, hash, goes_to, made_at, until_at)
    select p.organisation_id, ${it.id}::uuid, p.id, ${it.hash}, ${it.goesTo}, ${it.madeAt}::timestamptz, ${it.untilAt}::timestamptz
    from person p where p.organisation_id = ${organisationId} and p.id = ${it.personId}::uuid`.execute(tx)
}

/** Whether a link without a secret is still waited for, by somebody who may still come in. */
export async function isAwaited(
  tx: Database,
  organisationId: string,
  id: string,
  now: string,
  today: string,
): Promise<boolean> {
  const found = await firstOf<{ id: string }>(
    tx,
    sql`select l.id from sign_in_link l join person p on p.organisation_id = l.organisation_id and p.id = l.person_id
      where l.organisation_id = ${organisationId} and l.id = ${id} and l.hash is null and l.until_at > ${now}::timestamptz
        and ${isHere(today)}`,
  )
  return found !== undefined
}

/** Gives a link the hash of the secret that has just left, and its time from then on. */
export async function armSignInLink(
  tx: Database,
  organisationId: string,
  id: string,
  hash: string,
  untilAt: string,
): Promise<void> {
  await sql`update sign_in_link set hash = ${hash}, until_at = ${untilAt}::timestamptz
    where organisation_id = ${organisationId} and id = ${id} and hash is null`.execute(tx)
}

/** Whom a link that still opens would sign in. Reading it spends nothing. */
export function openSignInLink(tx: Database, organisationId: string, hash: string, now: string, today: string) {
  return firstOf<{ name: string }>(
    tx,
    sql`select p.name from sign_in_link l join person p on p.organisation_id = l.organisation_id and p.id = l.person_id
      where l.organisation_id = ${organisationId} and l.hash = ${hash} and l.spent_at is null
        and l.until_at > ${now}::timestamptz and ${isHere(today)}`,
  )
}

/** Spends a link that still opens; of two who try at once, one finds nothing. */
export function spendSignInLink(tx: Database, organisationId: string, hash: string, now: string, today: string) {
  return firstOf<{ id: string; personId: string; goesTo: string }>(
    tx,
    sql`update sign_in_link l set spent_at = ${now}::timestamptz from person p
      where l.organisation_id = ${organisationId} and p.organisation_id = l.organisation_id and p.id = l.person_id
        and l.hash = ${hash} and l.spent_at is null and l.until_at > ${now}::timestamptz and ${isHere(today)}
      returning l.id, l.person_id as "personId", l.goes_to as "goesTo"`,
  )
}
