import { type RawBuilder, sql } from 'kysely'
import { changed, containing, type Database, firstOf, rowsOf } from './database.ts'
import { entryOn } from './people.ts'

export type OfferRow = {
  readonly topics: readonly string[]
  readonly words: string
  readonly places: number
  readonly asynchronous: boolean
  readonly availableOn: string | null
  readonly isFull: boolean
}
export type OwnOfferRow = OfferRow & { readonly closedAt: string | null }
export type MentorRow = OfferRow & {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly division: string | null
  readonly department: string | null
  /** Requests that are open or accepted and not over. */
  readonly taken: number
  readonly sharedMinutes: number
}

export type MentorsAsked = {
  readonly search: string
  /** Topics that the search stands for, by name or alias. */
  readonly topics: readonly string[]
  readonly division: string | null
  readonly sharedMinutes: number
  readonly hasRoom: boolean
  readonly order: 'room' | 'name' | 'hours' | 'fit'
  /** Who asks: not listed, nor whom they block or who blocks them. */
  readonly me: string
  readonly without: readonly string[]
  readonly only: string | null
  readonly day: string
  readonly now: string
}

const offerColumns = sql`o.topics, o.words, o.places, o.asynchronous, o.available_on::text as "availableOn",
  o.full_at is not null as "isFull"`
const taking = sql`(r.state = 'open' or (r.state = 'accepted' and r.over_at is null))`

/** One page of the mentors who show themselves, with the number found. */
export function mentorsPage(
  tx: Database,
  organisationId: string,
  asked: MentorsAsked,
  it: { readonly limit: number; readonly offset: number },
) {
  return rowsOf<MentorRow & { readonly found: number }>(
    tx,
    sql`select id, name, title, division, department, topics, words, places, asynchronous, "availableOn", "isFull", taken,
        "sharedMinutes", count(*) over ()::int as found
      from (${listed(organisationId, asked)}) m
      where (${!asked.hasRoom} or room > 0) and "sharedMinutes" >= ${asked.sharedMinutes}
      order by ${orderOf(asked.order)}, name, id limit ${it.limit} offset ${it.offset}`,
  )
}

function listed(organisationId: string, asked: MentorsAsked): RawBuilder<unknown> {
  const { day, me } = asked
  return sql`select p.id, p.name, d.title, d.division, d.department, ${offerColumns}, coalesce(l.taken, 0) as taken,
      case when o.full_at is not null or coalesce(o.available_on > ${day}::date, false) then 0
        else o.places - coalesce(l.taken, 0) end as room,
      ${sharedMinutes(asked.now)} as "sharedMinutes",
      (select count(*)::int from unnest(o.topics) t where t = any(${asked.topics as string[]}::text[])) as fit
    from open_mentor o join person p on p.organisation_id = o.organisation_id and p.id = o.person_id ${entryOn(day)}
      left join (select e.time_zone, e.works_from, e.works_until from directory_entry e
        where e.organisation_id = ${organisationId} and e.person_id = ${me} and e.from_on <= ${day}::date
        order by e.from_on desc limit 1) mine on true
      left join (select r.mentor_id, count(*)::int as taken from mentor_request r
        where r.organisation_id = ${organisationId} and ${taking} group by r.mentor_id) l on l.mentor_id = o.person_id
    where o.organisation_id = ${organisationId} and o.closed_at is null and o.person_id <> ${me}
      and p.erased_at is null and (p.left_on is null or p.left_on > ${day}::date)
      and o.person_id <> all(${asked.without as string[]}::uuid[])
      ${asked.only === null ? sql`` : sql`and o.person_id = ${asked.only}`}
      ${asked.division === null ? sql`` : sql`and d.division = ${asked.division}`}
      and not exists (select 1 from directory_block b where b.organisation_id = o.organisation_id
        and ((b.person_id = ${me} and b.other_id = o.person_id) or (b.person_id = o.person_id and b.other_id = ${me})))
      and ${searched(asked)}`
}

function searched({ search, topics, order }: MentorsAsked): RawBuilder<unknown> {
  if (search === '' || order === 'fit') return sql`true`
  const like = containing(search.toLowerCase())
  return sql`(lower(p.name) like ${like} or lower(o.words) like ${like} or o.topics && ${topics as string[]}::text[]
    or exists (select 1 from unnest(o.topics) t where lower(t) like ${like}))`
}

/** Minutes of a day that both work, by their hours as of the instant; the usual hours in UTC where the directory says none. */
function sharedMinutes(now: string): RawBuilder<unknown> {
  const mine = span('mine', now)
  const theirs = span('d', now)
  return sql`(select coalesce(sum(greatest(0, least(${mine.until}, ${theirs.until} + s) - greatest(${mine.from}, ${theirs.from} + s))), 0)::int
    from unnest(array[-2880, -1440, 0, 1440, 2880]) s)`
}

function span(of: 'mine' | 'd', now: string) {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  const zone = sql`coalesce(${column('time_zone')}, 'Etc/UTC')`
  const offset = sql`(extract(epoch from (${now}::timestamptz at time zone ${zone}) - (${now}::timestamptz at time zone 'UTC')) / 60)`
  const minutes = (name: string, usual: string) =>
    sql`(extract(epoch from coalesce(${column(name)}, ${usual}::time)) / 60)`
  const from = minutes('works_from', '09:00')
  const until = minutes('works_until', '17:00')
  return {
    from: sql`(${from} - ${offset})`,
    until: sql`(${until} + case when ${until} <= ${from} then 1440 else 0 end - ${offset})`,
  }
}

function orderOf(order: MentorsAsked['order']): RawBuilder<unknown> {
  switch (order) {
    case 'room':
      return sql`(room > 0) desc, room desc`
    case 'name':
      return sql`lower(name)`
    case 'hours':
      return sql`"sharedMinutes" desc`
    case 'fit':
      return sql`fit desc, "sharedMinutes" desc, room desc`
  }
}

/** Whether anybody shows themselves, beside one person where one asks for themself. */
export async function hasMentors(tx: Database, organisationId: string, but: string | null): Promise<boolean> {
  const found = await firstOf(
    tx,
    sql`select 1 from open_mentor where organisation_id = ${organisationId} and closed_at is null and person_id is distinct from ${but}::uuid limit 1`,
  )
  return found !== undefined
}

/** The divisions of those who show themselves, for the filter. */
export async function divisionsOfMentors(tx: Database, organisationId: string, day: string) {
  const rows = await rowsOf<{ division: string }>(
    tx,
    sql`select distinct d.division from open_mentor p0 join person p on p.organisation_id = p0.organisation_id and p.id = p0.person_id
        ${entryOn(day)} where p0.organisation_id = ${organisationId} and p0.closed_at is null and d.division is not null
      order by d.division limit 200`,
  )
  return rows.map((row) => row.division)
}

/** What somebody shows, also after they took themselves out. */
export function offerOf(tx: Database, organisationId: string, personId: string) {
  return firstOf<OwnOfferRow>(
    tx,
    sql`select ${offerColumns}, to_json(o.closed_at) #>> '{}' as "closedAt" from open_mentor o
      where o.organisation_id = ${organisationId} and o.person_id = ${personId}`,
  )
}

/** The same, locked: whoever asks or answers waits here, so that the last place is given once. */
export function lockOffer(tx: Database, organisationId: string, personId: string) {
  return firstOf<OwnOfferRow>(
    tx,
    sql`select ${offerColumns}, to_json(o.closed_at) #>> '{}' as "closedAt" from open_mentor o
      where o.organisation_id = ${organisationId} and o.person_id = ${personId} for update`,
  )
}

/** Shows somebody, or changes what they show; whoever was full has room again. */
export async function saveOffer(
  tx: Database,
  organisationId: string,
  personId: string,
  it: Omit<OfferRow, 'isFull'> & { readonly at: string },
): Promise<void> {
  const topics = it.topics as string[]
  await sql`insert into open_mentor (organisation_id, person_id, topics, words, places, asynchronous, available_on, opened_at, changed_at)
    values (${organisationId}, ${personId}, ${topics}, ${it.words}, ${it.places}, ${it.asynchronous}, ${it.availableOn}::date,
      ${it.at}::timestamptz, ${it.at}::timestamptz)
    on conflict (organisation_id, person_id) do update set topics = excluded.topics, words = excluded.words, places = excluded.places,
      asynchronous = excluded.asynchronous, available_on = excluded.available_on, changed_at = excluded.changed_at,
      full_at = null, closed_at = null`.execute(tx)
}

/** Takes somebody out of the directory, or back into it as they were. */
export async function closeOffer(tx: Database, organisationId: string, personId: string, closedAt: string | null) {
  const done = await changed(
    tx,
    sql`update open_mentor set closed_at = ${closedAt}::timestamptz where organisation_id = ${organisationId}
      and person_id = ${personId} and (closed_at is null) = ${closedAt !== null}`,
  )
  return done > 0
}

export async function markFull(tx: Database, organisationId: string, personId: string, at: string): Promise<void> {
  await sql`update open_mentor set full_at = ${at}::timestamptz
    where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx)
}
