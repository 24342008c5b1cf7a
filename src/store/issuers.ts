import { sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

export type Issuer = {
  readonly id: string
  /** Where its answers come back. */
  readonly number: number
  readonly url: string
  readonly name: string
  readonly clientId: string
  readonly sealedSecret: Buffer | null
  readonly countsAsStep: boolean
}

const columns = sql`id, number, url, name, client_id as "clientId", sealed_secret as "sealedSecret",
  counts_as_step as "countsAsStep"`

/** The identity providers people may sign in with, in the order they were named, and how many people have done so. */
export function issuersOf(tx: Database, organisationId: string) {
  return rowsOf<Issuer & { readonly people: number }>(
    tx,
    sql`select ${columns}, (select count(*)::int from identity i
        where i.organisation_id = ${organisationId} and i.issuer_id = issuer.id) as people
      from issuer where issuer.organisation_id = ${organisationId} and ended_at is null order by number`,
  )
}

/** What the page to sign in says of them. */
export function issuerNames(tx: Database, organisationId: string) {
  return rowsOf<Pick<Issuer, 'number' | 'name'>>(
    tx,
    sql`select number, name from issuer where organisation_id = ${organisationId} and ended_at is null order by number`,
  )
}

export function issuerByNumber(tx: Database, organisationId: string, number: number) {
  return firstOf<Issuer>(
    tx,
    sql`select ${columns} from issuer
      where organisation_id = ${organisationId} and number = ${number} and ended_at is null`,
  )
}

/** The number of the next one; those that have ended keep theirs. */
export async function nextIssuerNumber(tx: Database, organisationId: string): Promise<number> {
  const row = await firstOf<{ next: number }>(
    tx,
    sql`select coalesce(max(number), 0)::int + 1 as next from issuer where organisation_id = ${organisationId}`,
  )
  return row?.next ?? 1
}

/** Adds a provider, unless its address or its number is taken. Says how many rows that made. */
export function addIssuer(tx: Database, organisationId: string, it: Issuer, madeAt: string): Promise<number> {
  return changed(
    tx,
    sql`insert into issuer (organisation_id, id, number, url, name, client_id, sealed_secret, counts_as_step, made_at)
      values (${organisationId}, ${it.id}, ${it.number}, ${it.url}, ${it.name}, ${it.clientId}, ${it.sealedSecret},
        ${it.countsAsStep}, ${madeAt}::timestamptz)
      on conflict do nothing`,
  )
}

export function endIssuer(tx: Database, organisationId: string, number: number, at: string): Promise<number> {
  return changed(
    tx,
    sql`update issuer set ended_at = ${at}::timestamptz, sealed_secret = null
      where organisation_id = ${organisationId} and number = ${number} and ended_at is null`,
  )
}
