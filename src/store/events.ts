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

export type AroundEvent = {
  readonly signedUp: number
  readonly came: number
  readonly wouldCome: number
  readonly questions: number
}

/** What was done around one event, as counts: people, and questions that were not withdrawn. */
export async function aroundEvent(
  tx: Database,
  organisationId: string,
  seasonId: string,
  event: string,
): Promise<AroundEvent> {
  const here = sql`season_id = ${seasonId} and event = ${event}`
  const found = await firstOf<AroundEvent>(
    tx,
    sql`select (select count(*)::int from event_sign_up where organisation_id = ${organisationId} and ${here}) as "signedUp",
      (select count(distinct person_id)::int from attendance where organisation_id = ${organisationId} and ${here}) as came,
      (select count(*)::int from event_interest where organisation_id = ${organisationId} and ${here}) as "wouldCome",
      (select count(*)::int from board_question where organisation_id = ${organisationId} and ${here}) as questions`,
  )
  if (!found) throw new Error('a query without a row')
  return found
}

/** Whoever signed up for an event or said that they would come, and has not been there. */
export async function waitingFor(tx: Database, organisationId: string, seasonId: string, event: string) {
  const here = sql`season_id = ${seasonId} and event = ${event}`
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select person_id as id from event_sign_up where organisation_id = ${organisationId} and ${here}
      union select person_id from event_interest where organisation_id = ${organisationId} and ${here}
      except select person_id from attendance where organisation_id = ${organisationId} and ${here}`,
  )
  return rows.map((row) => row.id)
}
