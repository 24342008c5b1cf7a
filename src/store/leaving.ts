import { type RawBuilder, sql } from 'kysely'
import { asRecords, type Database, rowsOf } from './database.ts'

/** Why a letter to somebody who has left does not go out. */
const HAS_LEFT = 'has left'
/** A draft waits for its day: who is back by then gets it. The last letter to somebody who was erased goes out all the same. */
const WAITING = sql`state in ('released', 'kept') and kind <> 'erased'`

export async function setLeft(
  tx: Database,
  organisationId: string,
  endings: readonly { readonly personId: string; readonly leftOn: string | null }[],
): Promise<void> {
  await sql`update person p set left_on = r."leftOn"
    from jsonb_to_recordset(${asRecords(endings)}) as r("personId" uuid, "leftOn" date)
    where p.organisation_id = ${organisationId} and p.id = r."personId"`.execute(tx)
}

/** Ends every way in of people who have left, one statement for each kind; what was done stays. Hats end on the day before. */
export async function endWaysIn(
  tx: Database,
  organisationId: string,
  people: readonly string[],
  at: string,
): Promise<void> {
  const theirs = sql`organisation_id = ${organisationId} and person_id = any(${people as string[]}::uuid[])`
  for (const statement of [
    sql`update sign_in set ended_at = ${at}::timestamptz where ${theirs} and ended_at is null`,
    sql`update api_token set revoked_at = ${at}::timestamptz where ${theirs} and revoked_at is null`,
    sql`update calendar_feed set revoked_at = ${at}::timestamptz where ${theirs} and revoked_at is null`,
    sql`update sign_in_link set until_at = ${at}::timestamptz where ${theirs} and until_at > ${at}::timestamptz`,
    sql`update challenge set until_at = ${at}::timestamptz where ${theirs} and until_at > ${at}::timestamptz`,
    sql`update hat h set until_on = p.left_on - 1 from person p
      where p.organisation_id = h.organisation_id and p.id = h.person_id and h.organisation_id = ${organisationId}
        and h.person_id = any(${people as string[]}::uuid[]) and (h.until_on is null or h.until_on >= p.left_on)`,
    sql`update outbox_message set state = 'withdrawn', problem = ${HAS_LEFT}, try_at = null
      where ${theirs} and ${WAITING}`,
  ])
    await statement.execute(tx)
}

/** Links that went to an address that is somebody's no more open nothing. */
export async function voidLinks(tx: Database, organisationId: string, personId: string, at: string): Promise<void> {
  await sql`update sign_in_link set until_at = ${at}::timestamptz
    where organisation_id = ${organisationId} and person_id = ${personId} and until_at > ${at}::timestamptz`.execute(tx)
}

/** People who have left by the day and to whom a way in, or a letter, is still open: whose day came, or to whom something was made since. */
export function leaversWithWaysIn(tx: Database, organisationId: string, today: string, now: string, limit: number) {
  const open = (rows: RawBuilder<unknown>) => sql`p.id in (select person_id from ${rows})`
  const ours = sql`organisation_id = ${organisationId}`
  return rowsOf<{ readonly id: string }>(
    tx,
    sql`select p.id from person p where p.organisation_id = ${organisationId} and p.left_on <= ${today}::date and (
        ${open(sql`sign_in where ${ours} and ended_at is null and until_at > ${now}::timestamptz`)}
        or ${open(sql`api_token where ${ours} and revoked_at is null`)}
        or ${open(sql`calendar_feed where ${ours} and revoked_at is null`)}
        or ${open(sql`sign_in_link where ${ours} and spent_at is null and until_at > ${now}::timestamptz`)}
        or ${open(sql`hat where ${ours} and (until_on is null or until_on >= p.left_on)`)}
        or ${open(sql`outbox_message where ${ours} and ${WAITING}`)})
      order by p.id limit ${limit}`,
  )
}

export type PairLeftAlone = {
  readonly pairId: string
  readonly seasonId: string
  readonly mentorId: string
  readonly mentor: string
  readonly mentorLeftOn: string | null
  readonly menteeId: string
  readonly mentee: string
  readonly menteeLeftOn: string | null
  /** The first day on which one of them was gone. */
  readonly since: string
}

/** Pairs of these seasons that still run, with one side gone or both, the latest first; `untold` leaves out those a letter has named. */
export function pairsLeftAlone(
  tx: Database,
  organisationId: string,
  it: { readonly seasons: readonly string[] | null; readonly today: string; readonly untold: boolean },
) {
  const seasons = it.seasons ? sql`and pr.season_id = any(${it.seasons as string[]}::uuid[])` : sql``
  const untold = it.untold
    ? sql`and not exists (select 1 from outbox_message o where o.organisation_id = pr.organisation_id
        and o.season_id = pr.season_id and o.kind = 'left-alone' and o.about = pr.id::text)`
    : sql``
  const gone = (side: RawBuilder<unknown>) => sql`case when ${side} <= ${it.today}::date then ${side} end`
  const [mentorLeft, menteeLeft] = [gone(sql`m.left_on`), gone(sql`n.left_on`)]
  return rowsOf<PairLeftAlone>(
    tx,
    sql`select pr.id as "pairId", pr.season_id as "seasonId", m.id as "mentorId", m.name as mentor, (${mentorLeft})::text as "mentorLeftOn",
        n.id as "menteeId", n.name as mentee, (${menteeLeft})::text as "menteeLeftOn", least(${mentorLeft}, ${menteeLeft})::text as since
      from pair pr
      join person m on m.organisation_id = pr.organisation_id and m.id = pr.mentor_id
      join person n on n.organisation_id = pr.organisation_id and n.id = pr.mentee_id
      join season s on s.organisation_id = pr.organisation_id and s.id = pr.season_id
      where pr.organisation_id = ${organisationId} and (m.left_on <= ${it.today}::date or n.left_on <= ${it.today}::date)
        and pr.published_on <= ${it.today}::date and ${it.today}::date <= (s.program ->> 'endsOn')::date ${seasons} ${untold}
        and not exists (select 1 from pair_change c where c.organisation_id = pr.organisation_id and c.pair_id = pr.id
          and c.kind = 'ended' and c.from_on <= ${it.today}::date)
      order by since desc, m.name, pr.id limit 1000`,
  )
}
