import { type RawBuilder, sql } from 'kysely'
import type { Signed } from '../model/quote.ts'
import type { Role } from '../model/role.ts'
import { asList, changed, type Database, firstOf, rowsOf } from './database.ts'

export type OwnQuote = { readonly seasonId: string; readonly personId: string; readonly role: Role }
export type QuoteRow = {
  readonly id: string
  readonly role: Role
  readonly text: string
  readonly signed: Signed
  readonly version: number
  readonly publishedOn: string | null
}
/** A quote for others: named only where its author signed with their name. */
export type QuoteShown = QuoteRow & { readonly name: string | null }

const own = (organisationId: string, it: OwnQuote) =>
  sql`organisation_id = ${organisationId} and season_id = ${it.seasonId} and role = ${it.role} and person_id = ${it.personId}`

export function quoteOf(tx: Database, organisationId: string, it: OwnQuote) {
  return firstOf<QuoteRow>(
    tx,
    sql`select id, role, text, signed, version, published_on::text as "publishedOn" from quote where ${own(organisationId, it)}`,
  )
}

/** Keeps what its author wrote last; changed, it is not published any more. */
export async function saveQuote(
  tx: Database,
  organisationId: string,
  it: OwnQuote & { id: string; text: string; signed: Signed; at: string },
): Promise<void> {
  await sql`insert into quote (organisation_id, id, season_id, person_id, role, text, signed, version, changed_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.role}, ${it.text}, ${it.signed}, 1, ${it.at}::timestamptz)
    on conflict on constraint quote_one_each do update set text = excluded.text, signed = excluded.signed,
      version = quote.version + 1, published_on = null, changed_at = excluded.changed_at
    where (quote.text, quote.signed) is distinct from (excluded.text, excluded.signed)`.execute(tx)
}

export async function removeQuote(tx: Database, organisationId: string, it: OwnQuote): Promise<boolean> {
  return (await changed(tx, sql`delete from quote where ${own(organisationId, it)}`)) > 0
}

function quoteRows(organisationId: string, seasonId: string): RawBuilder<QuoteShown> {
  return sql`select q.id, q.role, q.text, q.signed, q.version, q.published_on::text as "publishedOn",
      case when q.signed = 'name' then p.name end as name
    from quote q join person p on p.organisation_id = q.organisation_id and p.id = q.person_id
    where q.organisation_id = ${organisationId} and q.season_id = ${seasonId}`
}

/** A part of the quotes of a season, in an order that says nothing of who wrote them or when. */
export function quotesOf(
  tx: Database,
  organisationId: string,
  seasonId: string,
  part: { limit: number; offset: number },
) {
  return rowsOf<QuoteShown>(
    tx,
    sql`select * from (${quoteRows(organisationId, seasonId)}) t order by md5(id::text)
      limit ${part.limit} offset ${part.offset}`,
  )
}

export async function countQuotes(tx: Database, organisationId: string, seasonId: string): Promise<number> {
  const found = await firstOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from quote where organisation_id = ${organisationId} and season_id = ${seasonId}`,
  )
  return found?.count ?? 0
}

/** Publishes one as it was read, or takes it down; false where its author has changed it since, or withdrawn it. */
export async function publishQuote(
  tx: Database,
  organisationId: string,
  it: { seasonId: string; id: string; version: number; publishedOn: string | null },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update quote set published_on = ${it.publishedOn}::date
      where organisation_id = ${organisationId} and season_id = ${it.seasonId} and id = ${it.id} and version = ${it.version}`,
  )
  return done > 0
}

/** Quotes on one page of a list, and how many there are on all of them. */
export type QuotesFound = { readonly quotes: readonly QuoteShown[]; readonly found: number }
export type QuotesPart = { readonly page: number; readonly limit: number }

/** A part of those that are published by a day, as one value of a greater query; of a page that is not there, the last one. */
export function publishedQuotes(
  organisationId: string,
  seasonId: string,
  day: string,
  { page, limit }: QuotesPart,
): RawBuilder<QuotesFound> {
  const published = sql`(${quoteRows(organisationId, seasonId)} and q.published_on <= ${day}::date) t`
  const last = sql`(select greatest(count(*) - 1, 0) / ${limit}::int from ${published})`
  return sql`jsonb_build_object('found', (select count(*) from ${published}),
    'quotes', ${asList(sql`select * from ${published} order by md5(id::text)
      limit ${limit} offset least(${page}::int - 1, ${last}) * ${limit}`)})`
}
