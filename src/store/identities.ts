import { sql } from 'kysely'
import { type Database, firstOf } from './database.ts'

const isHere = (today: string) => sql`p.erased_at is null and (p.left_on is null or p.left_on > ${today}::date)`

/** Whose account of an identity provider it is, and whether they are still here. */
export function personOfIdentity(
  tx: Database,
  organisationId: string,
  issuerId: string,
  subject: string,
  today: string,
) {
  return firstOf<{ personId: string; isHere: boolean }>(
    tx,
    sql`select i.person_id as "personId", (${isHere(today)}) as "isHere" from identity i
      join person p on p.organisation_id = i.organisation_id and p.id = i.person_id
      where i.organisation_id = ${organisationId} and i.issuer_id = ${issuerId} and i.subject = ${subject}`,
  )
}

/** Who has an address and is here, and whether an account of this provider is theirs already. */
export function personOfAddress(tx: Database, organisationId: string, issuerId: string, email: string, today: string) {
  return firstOf<{ personId: string; hasAccount: boolean }>(
    tx,
    sql`select p.id as "personId", exists (select from identity i
        where i.organisation_id = ${organisationId} and i.issuer_id = ${issuerId} and i.person_id = p.id) as "hasAccount"
      from person p where p.organisation_id = ${organisationId} and p.email = ${email} and ${isHere(today)}`,
  )
}

type Identity = {
  readonly id: string
  readonly personId: string
  readonly issuerId: string
  readonly subject: string
  readonly linkedAt: string
}

/** Links an account to a person, unless it is linked already, or the person has another one there. */
export async function addIdentity(tx: Database, organisationId: string, it: Identity): Promise<void> {
  await sql`insert into identity (organisation_id, id, person_id, issuer_id, subject, linked_at)
    values (${organisationId}, ${it.id}, ${it.personId}, ${it.issuerId}, ${it.subject}, ${it.linkedAt}::timestamptz)
    on conflict do nothing`.execute(tx)
}
