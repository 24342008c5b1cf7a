import { sql } from 'kysely'
import { changed, containing, type Database, firstOf, rowsOf } from './database.ts'

export type LookAgain = {
  readonly id: string
  readonly seasonId: string
  readonly season: string
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly words: string
  readonly askedOn: string
  readonly dueOn: string
  readonly answer: string | null
  readonly answeredOn: string | null
}

const columns = sql`l.id, l.season_id as "seasonId", s.program ->> 'name' as season, l.person_id as "personId", p.name, p.email, l.words,
  l.asked_on::text as "askedOn", l.due_on::text as "dueOn", l.answer,
  to_char(l.answered_at at time zone 'UTC', 'YYYY-MM-DD') as "answeredOn"`
const joined = sql`look_again l join person p on p.organisation_id = l.organisation_id and p.id = l.person_id
  join season s on s.organisation_id = l.organisation_id and s.id = l.season_id`

/** What somebody asked, newest first. */
export function askedBy(tx: Database, organisationId: string, personId: string) {
  return rowsOf<LookAgain>(
    tx,
    sql`select ${columns} from ${joined}
      where l.organisation_id = ${organisationId} and l.person_id = ${personId} order by l.asked_at desc, l.id limit 100`,
  )
}

/** A page of what was asked in these seasons: open ones first, those due earliest before the others. */
export function askedIn(
  tx: Database,
  organisationId: string,
  it: { readonly seasons: readonly string[]; readonly search: string; readonly open: boolean },
  limit: number,
  offset: number,
) {
  const like = containing(it.search.toLowerCase())
  const only = it.open ? sql`and l.answered_at is null` : sql``
  return rowsOf<LookAgain & { readonly found: number }>(
    tx,
    sql`select ${columns}, count(*) over ()::int as found from ${joined}
      where l.organisation_id = ${organisationId} and l.season_id = any(${it.seasons as string[]}::uuid[])
        and (lower(p.name) like ${like} or p.email like ${like}) ${only}
      order by l.answered_at is not null, l.due_on, l.asked_at, l.id limit ${limit} offset ${offset}`,
  )
}

/** One request, locked: two answers at once are one. */
export function lockLookAgain(tx: Database, organisationId: string, id: string) {
  return firstOf<LookAgain>(
    tx,
    sql`select ${columns} from ${joined} where l.organisation_id = ${organisationId} and l.id = ${id} for update of l`,
  )
}

export async function addLookAgain(
  tx: Database,
  organisationId: string,
  it: Pick<LookAgain, 'id' | 'seasonId' | 'personId' | 'words' | 'askedOn' | 'dueOn'> & { readonly askedAt: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into look_again (organisation_id, id, season_id, person_id, words, asked_on, asked_at, due_on)
      values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.words}, ${it.askedOn}::date, ${it.askedAt}::timestamptz,
        ${it.dueOn}::date) on conflict do nothing`,
  )
  return done > 0
}

export async function answer(
  tx: Database,
  organisationId: string,
  it: { readonly id: string; readonly answer: string; readonly by: string; readonly at: string },
): Promise<void> {
  await sql`update look_again set answer = ${it.answer}, answered_by = ${it.by}, answered_at = ${it.at}::timestamptz
    where organisation_id = ${organisationId} and id = ${it.id} and answered_at is null`.execute(tx)
}

export type Heard = {
  readonly seasonId: string
  readonly key: string
  readonly season: string
  readonly name: string
  readonly zone: string
  /** The first day on which they heard. */
  readonly heardOn: string
}

/** Seasons whose decision somebody has heard of by letter, the latest first. */
export function heardOf(tx: Database, organisationId: string, personId: string) {
  return rowsOf<Heard>(
    tx,
    sql`select s.id as "seasonId", s.key, s.program ->> 'season' as season, s.program ->> 'name' as name,
        s.program ->> 'zone' as zone, min(m.released_on)::text as "heardOn"
      from outbox_message m join season s on s.organisation_id = m.organisation_id and s.id = m.season_id
      where m.organisation_id = ${organisationId} and m.person_id = ${personId} and m.kind in ('pair', 'no-place')
        and m.released_on is not null
      group by s.id, s.key, s.program order by min(m.released_on) desc, s.key limit 100`,
  )
}
