import { sql } from 'kysely'
import { type Database, firstOf, rowsOf } from './database.ts'

export type EventCounts = {
  readonly event: string
  readonly signedUp: number
  readonly questions: number
  readonly votes: number
  /** Who would come while it has no day yet. */
  readonly wouldCome: number
}

/** What was done around each event of a season, as counts. */
export function eventCountsOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<EventCounts>(
    tx,
    sql`select k.event, sum(k.signed_up)::int as "signedUp", sum(k.questions)::int as questions, sum(k.votes)::int as votes,
        sum(k.would_come)::int as "wouldCome" from (
        select event, count(*) as signed_up, 0 as questions, 0 as votes, 0 as would_come from event_sign_up
          where organisation_id = ${organisationId} and season_id = ${seasonId} group by event
        union all
        select q.event, 0, count(distinct q.id), count(v.voter), 0 from board_question q
          left join board_vote v on v.organisation_id = q.organisation_id and v.question_id = q.id
          where q.organisation_id = ${organisationId} and q.season_id = ${seasonId} and q.event is not null group by q.event
        union all
        select i.event, 0, 0, 0, count(*) from event_interest i
          where i.organisation_id = ${organisationId} and i.season_id = ${seasonId} group by i.event
      ) k group by k.event`,
  )
}

/** How many came to each event of a season, each once. */
export function cameTo(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<{ event: string; came: number }>(
    tx,
    sql`select event, count(distinct person_id)::int as came from attendance
      where organisation_id = ${organisationId} and season_id = ${seasonId} group by event`,
  )
}

/** Who has completed which course in a season. */
export function trainedIn(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<{ personId: string; course: string }>(
    tx,
    sql`select person_id as "personId", course from training_record
      where organisation_id = ${organisationId} and season_id = ${seasonId}`,
  )
}

/** Which of these sessions of an event somebody signed up for or came to. */
export async function usedSessions(
  tx: Database,
  organisationId: string,
  seasonId: string,
  event: string,
  sessions: readonly string[],
): Promise<readonly string[]> {
  const here = sql`season_id = ${seasonId} and event = ${event} and session = any(${sessions as string[]}::text[])`
  const rows = await rowsOf<{ session: string }>(
    tx,
    sql`select session from event_sign_up where organisation_id = ${organisationId} and ${here}
      union select session from attendance where organisation_id = ${organisationId} and ${here} order by session`,
  )
  return rows.map((row) => row.session)
}

/** Who made the latest version of a season’s file, by which of these actions, and on which day. */
export function lastChangeOf(
  tx: Database,
  organisationId: string,
  season: { readonly id: string; readonly key: string },
  actions: readonly string[],
) {
  return firstOf<{ name: string | null; on: string }>(
    tx,
    sql`select p.name, a.on_day::text as on from audit a
      left join person p on p.organisation_id = a.organisation_id and p.id = a.actor_person_id
      where a.organisation_id = ${organisationId} and a.action = any(${actions as string[]}::text[]) and a.outcome = 'done'
        and (a.season_id = ${season.id} or a.about = ${season.key})
        and a.recorded_at <= (select max(v.recorded_at) from season_version v
          where v.organisation_id = a.organisation_id and v.season_id = ${season.id})
      order by a.recorded_at desc, a.id desc limit 1`,
  )
}
