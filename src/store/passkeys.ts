import { sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

export type Passkey = {
  readonly id: string
  readonly personId: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
}

export type PasskeyLine = {
  readonly id: string
  readonly credentialId: string
  readonly transports: readonly string[]
  readonly name: string
  readonly madeAt: string
  readonly usedAt: string | null
}

/** Somebody's passkeys, the oldest first. */
export function passkeysOf(tx: Database, organisationId: string, personId: string) {
  return rowsOf<PasskeyLine>(
    tx,
    sql`select id, credential_id as "credentialId", transports, name, to_json(made_at) #>> '{}' as "madeAt",
        to_json(used_at) #>> '{}' as "usedAt"
      from passkey where organisation_id = ${organisationId} and person_id = ${personId} order by made_at, id`,
  )
}

/** The passkey of an answer, unless its person has left or was erased. */
export function passkeyByCredential(tx: Database, organisationId: string, credentialId: string, today: string) {
  return firstOf<Passkey>(
    tx,
    sql`select k.id, k.person_id as "personId", k.credential_id as "credentialId", k.public_key as "publicKey",
        k.counter::float8 as counter, k.transports, k.name
      from passkey k join person p on p.organisation_id = k.organisation_id and p.id = k.person_id
      where k.organisation_id = ${organisationId} and k.credential_id = ${credentialId}
        and p.erased_at is null and (p.left_on is null or p.left_on > ${today}::date)`,
  )
}

/** Adds a passkey, unless the same one is there already. Says how many rows that made. */
export function addPasskey(tx: Database, organisationId: string, it: Passkey, madeAt: string): Promise<number> {
  return changed(
    tx,
    sql`insert into passkey (organisation_id, id, person_id, credential_id, public_key, counter, transports, name, made_at)
      values (${organisationId}, ${it.id}, ${it.personId}, ${it.credentialId}, ${it.publicKey}, ${it.counter},
        ${it.transports as string[]}::text[], ${it.name}, ${madeAt}::timestamptz)
      on conflict on constraint passkey_one_credential do nothing`,
  )
}

/** Writes down a use, unless another answer of the same passkey was quicker. */
export function markPasskeyUsed(tx: Database, organisationId: string, it: Passkey, counter: number, at: string) {
  return changed(
    tx,
    sql`update passkey set counter = ${counter}, used_at = ${at}::timestamptz
      where organisation_id = ${organisationId} and id = ${it.id} and counter = ${it.counter}`,
  )
}

export function renamePasskey(tx: Database, organisationId: string, personId: string, id: string, name: string) {
  return changed(
    tx,
    sql`update passkey set name = ${name}
      where organisation_id = ${organisationId} and person_id = ${personId} and id = ${id}`,
  )
}

export function removePasskey(tx: Database, organisationId: string, personId: string, id: string) {
  return changed(
    tx,
    sql`delete from passkey where organisation_id = ${organisationId} and person_id = ${personId} and id = ${id}`,
  )
}

/** How the device shows whose passkey it is. */
export function passkeyOwner(tx: Database, organisationId: string, personId: string) {
  return firstOf<{ email: string; name: string; organisation: string }>(
    tx,
    sql`select p.email, p.name, o.name as organisation from person p join organisation o on o.id = p.organisation_id
      where p.organisation_id = ${organisationId} and p.id = ${personId}`,
  )
}
