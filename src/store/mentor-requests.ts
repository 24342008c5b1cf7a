import { sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

type State = 'open' | 'accepted' | 'declined' | 'full' | 'moved-on' | 'withdrawn'
export type RequestRow = {
  readonly id: string
  readonly mentorId: string
  readonly mentorName: string
  readonly mentorEmail: string
  readonly askerId: string
  readonly askerName: string
  readonly askerEmail: string
  readonly topics: readonly string[]
  readonly words: string
  readonly askedAt: string
  readonly state: State
  readonly turn: 'mentor' | 'asker'
  readonly turnAt: string
  readonly question: string | null
  readonly answer: string | null
  readonly endedAt: string | null
  readonly overAt: string | null
  readonly keepUntil: string | null
}

const columns = sql`r.id, r.mentor_id as "mentorId", m.name as "mentorName", m.email as "mentorEmail", r.asker_id as "askerId",
  a.name as "askerName", a.email as "askerEmail", r.topics, r.words, to_json(r.asked_at) #>> '{}' as "askedAt", r.state, r.turn,
  to_json(r.turn_at) #>> '{}' as "turnAt", r.question, r.answer, to_json(r.ended_at) #>> '{}' as "endedAt",
  to_json(r.over_at) #>> '{}' as "overAt", to_json(r.keep_until) #>> '{}' as "keepUntil"`
const joined = sql`mentor_request r join person m on m.organisation_id = r.organisation_id and m.id = r.mentor_id
  join person a on a.organisation_id = r.organisation_id and a.id = r.asker_id`

export async function addRequest(
  tx: Database,
  organisationId: string,
  it: Pick<RequestRow, 'id' | 'mentorId' | 'askerId' | 'topics' | 'words'> & {
    readonly hash: string | null
    readonly at: string
  },
): Promise<void> {
  await sql`insert into mentor_request (organisation_id, id, mentor_id, asker_id, topics, words, asked_at, state, turn, turn_at, hash)
    values (${organisationId}, ${it.id}, ${it.mentorId}, ${it.askerId}, ${it.topics as string[]}, ${it.words}, ${it.at}::timestamptz,
      'open', 'mentor', ${it.at}::timestamptz, ${it.hash})`.execute(tx)
}

export function requestById(tx: Database, organisationId: string, id: string) {
  return firstOf<RequestRow>(
    tx,
    sql`select ${columns} from ${joined} where r.organisation_id = ${organisationId} and r.id = ${id}`,
  )
}

/** The request that a link is about, ended or not; none where its mentor has left. Reading it spends nothing. */
export function requestByHash(tx: Database, organisationId: string, hash: string, today: string) {
  return firstOf<RequestRow>(
    tx,
    sql`select ${columns} from ${joined} where r.organisation_id = ${organisationId} and r.hash = ${hash}
      and m.erased_at is null and (m.left_on is null or m.left_on > ${today}::date)`,
  )
}

/** Every request somebody made or was made, those whose turn it is first, then the newest. */
export function requestsOf(tx: Database, organisationId: string, me: string, limit: number, offset: number) {
  return rowsOf<RequestRow & { readonly found: number }>(
    tx,
    sql`select ${columns}, count(*) over ()::int as found from ${joined}
      where r.organisation_id = ${organisationId} and ${me} in (r.mentor_id, r.asker_id)
      order by r.state = 'open' desc, case r.turn when 'mentor' then r.mentor_id else r.asker_id end = ${me} desc, r.turn_at desc, r.id
      limit ${limit} offset ${offset}`,
  )
}

/** How much is under way: of an asker what is open, and whether with this mentor; of a mentor what is accepted, and takes a place. */
export async function countRequests(
  tx: Database,
  organisationId: string,
  it: { readonly mentorId: string; readonly askerId: string },
) {
  const found = await firstOf<{ open: number; isOpenWithThem: boolean; accepted: number; taken: number }>(
    tx,
    sql`select count(*) filter (where state = 'open' and asker_id = ${it.askerId})::int as open,
        coalesce(bool_or(state = 'open' and asker_id = ${it.askerId} and mentor_id = ${it.mentorId}), false) as "isOpenWithThem",
        count(*) filter (where state = 'accepted' and over_at is null and mentor_id = ${it.mentorId})::int as accepted,
        count(*) filter (where (state = 'open' or (state = 'accepted' and over_at is null)) and mentor_id = ${it.mentorId})::int as taken
      from mentor_request where organisation_id = ${organisationId} and (asker_id = ${it.askerId} or mentor_id = ${it.mentorId})`,
  )
  return found ?? { open: 0, isOpenWithThem: false, accepted: 0, taken: 0 }
}

export type Change = {
  readonly id: string
  /** Whose turn it was when it was decided: of two at once the second changes nothing. */
  readonly from: { readonly turn: 'mentor' | 'asker'; readonly turnAt: string }
  readonly state: State
  readonly turn: 'mentor' | 'asker'
  readonly question: string | null
  readonly answer: string | null
  readonly keepUntil: string | null
  readonly at: string
}

export async function changeRequest(tx: Database, organisationId: string, it: Change): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update mentor_request set state = ${it.state}, turn = ${it.turn}, turn_at = ${it.at}::timestamptz, question = ${it.question},
        answer = ${it.answer}, ended_at = ${it.state === 'open' ? null : it.at}::timestamptz, keep_until = ${it.keepUntil}::timestamptz
      where organisation_id = ${organisationId} and id = ${it.id} and state = 'open' and turn = ${it.from.turn}
        and turn_at = ${it.from.turnAt}::timestamptz`,
  )
  return done > 0
}

/** Says that an accepted request has come to its end; its place is free from then on. */
export async function endAccepted(tx: Database, organisationId: string, id: string, at: string): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update mentor_request set over_at = ${at}::timestamptz
      where organisation_id = ${organisationId} and id = ${id} and state = 'accepted' and over_at is null`,
  )
  return done > 0
}

/** Accepted long ago, and nobody said that it is over: the places become free. */
export async function endLongAccepted(tx: Database, organisationId: string, before: string, at: string) {
  return changed(
    tx,
    sql`update mentor_request set over_at = ${at}::timestamptz
      where organisation_id = ${organisationId} and state = 'accepted' and over_at is null and ended_at < ${before}::timestamptz`,
  )
}

/** Open requests whose turn began before an instant, or one of whose two has left, the oldest first. */
export function overdueRequests(tx: Database, organisationId: string, before: string, day: string, limit: number) {
  return rowsOf<RequestRow>(
    tx,
    sql`select ${columns} from ${joined} where r.organisation_id = ${organisationId} and r.state = 'open'
      and (r.turn_at <= ${before}::timestamptz or m.erased_at is not null or m.left_on <= ${day}::date
        or a.erased_at is not null or a.left_on <= ${day}::date)
      order by r.turn_at, r.id limit ${limit} for update of r skip locked`,
  )
}

/** Gives a request the hash of the secret that leaves with its letter; no where it has ended or its mentor has left. */
export async function armRequest(
  tx: Database,
  organisationId: string,
  id: string,
  it: { readonly hash: string; readonly today: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update mentor_request r set hash = ${it.hash} from person p
      where r.organisation_id = ${organisationId} and r.id = ${id} and r.state = 'open' and r.turn = 'mentor'
        and p.organisation_id = r.organisation_id and p.id = r.mentor_id and p.erased_at is null
        and (p.left_on is null or p.left_on > ${it.today}::date)`,
  )
  return done > 0
}
