import { type RawBuilder, sql } from 'kysely'
import type { Hat } from '../model/hats.ts'
import type { Worn } from '../permissions/decide.ts'
import { containing, type Database, rowsOf } from './database.ts'
import { seasonInWords } from './seasons.ts'

export type NewHat = {
  readonly organisationId: string
  readonly id: string
  readonly personId: string
  readonly hat: Hat
  readonly fromOn: string
  /** For one season; for the whole organisation unless said. */
  readonly seasonId?: string | null
  /** Its last day; for good unless said. */
  readonly untilOn?: string | null
  readonly givenBy?: string | null
  readonly lentBy?: string | null
  readonly isDeputy?: boolean
}

export async function addHat(tx: Database, it: NewHat): Promise<void> {
  await sql`insert into hat (organisation_id, id, person_id, season_id, hat, from_on, until_on, given_by, lent_by, is_deputy)
    values (${it.organisationId}, ${it.id}, ${it.personId}, ${it.seasonId ?? null}, ${it.hat}, ${it.fromOn}::date,
      ${it.untilOn ?? null}::date, ${it.givenBy ?? null}, ${it.lentBy ?? null}, ${it.isDeputy ?? false})`.execute(tx)
}

/** Takes hats off: the day given is their last, which lies before their first where they began today. */
export async function endHats(
  tx: Database,
  organisationId: string,
  ids: readonly string[],
  lastDay: string,
): Promise<void> {
  await sql`update hat set until_on = ${lastDay}::date
    where organisation_id = ${organisationId} and id = any(${ids as string[]}::uuid[])`.execute(tx)
}

/** The hats of a person that are on today: an end in the past takes one off, and who has left wears none. */
export function hatsOf(
  tx: Database,
  organisationId: string,
  personId: string,
  today: string,
): Promise<readonly Worn[]> {
  return rowsOf(tx, hatRows(sql`${organisationId}`, sql`${personId}`, today))
}

export function hatRows(
  organisationId: RawBuilder<unknown>,
  personId: RawBuilder<unknown>,
  today: string,
): RawBuilder<Worn> {
  return sql`select distinct h.hat, h.season_id as "seasonId" from hat h
    join person p on p.organisation_id = h.organisation_id and p.id = h.person_id and (p.left_on is null or p.left_on > ${today}::date)
    where h.organisation_id = ${organisationId} and h.person_id = ${personId}
      and h.from_on <= ${today}::date and (h.until_on is null or h.until_on >= ${today}::date)`
}

/** One row of who wears what, as rules take it; a person's last day ends their hats too. */
export type HatRow = {
  readonly id: string
  readonly personId: string
  readonly hat: Hat
  readonly seasonId: string | null
  readonly fromOn: string
  readonly untilOn: string | null
  readonly lentBy: string | null
  readonly isDeputy: boolean
}

const row = sql`h.id, h.person_id as "personId", h.hat, h.season_id as "seasonId", h.from_on::text as "fromOn",
  least(h.until_on, p.left_on - 1)::text as "untilOn", h.lent_by as "lentBy", h.is_deputy as "isDeputy"`
const worn = sql`hat h join person p on p.organisation_id = h.organisation_id and p.id = h.person_id`

/** Every hat that is on, or will be, of people who are here. */
export function hatBook(tx: Database, organisationId: string, today: string) {
  return rowsOf<HatRow>(
    tx,
    sql`select ${row} from ${worn} where h.organisation_id = ${organisationId}
      and (h.until_on is null or h.until_on >= ${today}::date) and (p.left_on is null or p.left_on > ${today}::date)`,
  )
}

/** A hat in words, for people to read. */
export type HatLine = HatRow & {
  readonly name: string
  readonly email: string
  /** The name of its season; null for the whole organisation. */
  readonly season: string | null
  readonly givenBy: string | null
  readonly lender: string | null
}

const line = sql`${row}, p.name, p.email, ${seasonInWords('s')} as season, g.name as "givenBy", l.name as lender`
const wornInWords = sql`${worn}
  left join season s on s.organisation_id = h.organisation_id and s.id = h.season_id
  left join person g on g.organisation_id = h.organisation_id and g.id = h.given_by
  left join person l on l.organisation_id = h.organisation_id and l.id = h.lent_by`

/** Orders of the list, by the word that names them in the address of its page. */
const ORDERS = {
  name: sql`p.name, h.hat, h.from_on, h.id`,
  hat: sql`h.hat, h.is_deputy, p.name, h.id`,
  until: sql`least(h.until_on, p.left_on - 1) nulls last, p.name, h.id`,
  newest: sql`h.from_on desc, p.name, h.id`,
} as const

export type HatsAsked = {
  readonly search: string
  readonly hat: Hat | null
  readonly seasonId: string | null
  /** Those that are off, instead of those that are on or will be. */
  readonly past: boolean
  readonly order: keyof typeof ORDERS
}

/** A page of who wears, or wore, which hat. `total` counts all that match. */
export function hatLines(
  tx: Database,
  organisationId: string,
  asked: HatsAsked,
  today: string,
  limit: number,
  offset: number,
) {
  const like = containing(asked.search.toLowerCase())
  const isPast = sql`coalesce(least(h.until_on, p.left_on - 1) < ${today}::date, false)`
  return rowsOf<HatLine & { readonly total: number }>(
    tx,
    sql`select ${line}, count(*) over ()::int as total from ${wornInWords} where h.organisation_id = ${organisationId}
        and ${isPast} = ${asked.past} and (lower(p.name) like ${like} or p.email like ${like})
        and (${asked.hat}::text is null or h.hat = ${asked.hat})
        and (${asked.seasonId}::uuid is null or h.season_id = ${asked.seasonId}::uuid or h.season_id is null)
      order by ${ORDERS[asked.order]} limit ${limit} offset ${offset}`,
  )
}

const MOST_OF_ONE_PERSON = 200

/** What somebody wears, and what they lent to others. */
export function hatLinesOf(tx: Database, organisationId: string, personId: string, today: string) {
  return rowsOf<HatLine>(
    tx,
    sql`select ${line} from ${wornInWords} where h.organisation_id = ${organisationId}
        and (h.person_id = ${personId} or h.lent_by = ${personId})
        and (h.until_on is null or h.until_on >= ${today}::date) and (p.left_on is null or p.left_on > ${today}::date)
      order by h.hat, h.from_on, p.name, h.id limit ${MOST_OF_ONE_PERSON}`,
  )
}

/** Hats in words, by their ids. */
export function hatLinesById(tx: Database, organisationId: string, ids: readonly string[]) {
  return rowsOf<HatLine>(
    tx,
    sql`select ${line} from ${wornInWords}
      where h.organisation_id = ${organisationId} and h.id = any(${ids as string[]}::uuid[]) order by h.id`,
  )
}

/** Who coordinates a season today with a hat of their own; a lent one ends too soon to count on. */
export async function coordinatorsOf(
  tx: Database,
  organisationId: string,
  seasonId: string,
  today: string,
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ readonly id: string }>(
    tx,
    sql`select distinct h.person_id as id from ${worn}
      where h.organisation_id = ${organisationId} and h.hat = 'coordinator' and h.lent_by is null
        and (h.season_id is null or h.season_id = ${seasonId}) and h.from_on <= ${today}::date
        and (h.until_on is null or h.until_on >= ${today}::date) and (p.left_on is null or p.left_on > ${today}::date)`,
  )
  return new Set(rows.map((it) => it.id))
}
