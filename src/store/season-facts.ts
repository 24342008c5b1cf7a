import { sql } from 'kysely'
import { asList, type Database, firstOf } from './database.ts'

/** What has already happened in a season, in counts. */
export type SeasonCounts = {
  readonly mentors: number
  readonly mentees: number
  readonly released: boolean
  readonly listsSent: boolean
  readonly pairs: number
  readonly inPairs: number
  readonly meetings: number
  readonly came: readonly { readonly event: string; readonly session: string; readonly people: number }[]
  readonly signedUp: readonly { readonly event: string; readonly session: string; readonly people: number }[]
  readonly courses: readonly { readonly course: string; readonly people: number }[]
  readonly answered: readonly string[]
}

/** Everything in one query. Whoever took an application back had applied, too: the counts tell nobody that they did. */
export async function seasonCounts(tx: Database, organisationId: string, seasonId: string): Promise<SeasonCounts> {
  const here = sql`organisation_id = ${organisationId} and season_id = ${seasonId}`
  const applied = (role: string) =>
    sql`(select count(distinct person_id)::int from application where ${here} and role = ${role})`
  const released = sql`exists (select 1 from outbox_message where ${here} and kind in ('pair', 'no-place') and released_on is not null)`
  const lists = sql`exists (select 1 from shortlist where ${here} and sent_at is not null)`
  const pairs = sql`(select count(*)::int from pair where ${here})`
  const inPairs = sql`(select count(distinct one.id)::int from pair, lateral (values (mentor_id), (mentee_id)) one (id) where ${here})`
  const meetings = sql`(select count(*)::int from meeting where ${here})`
  const answered = sql`coalesce((select json_agg(distinct survey) from survey_answered where ${here}), '[]'::json)`
  const found = await firstOf<SeasonCounts>(
    tx,
    sql`select ${applied('mentor')} as mentors, ${applied('mentee')} as mentees, ${released} as released, ${lists} as "listsSent", ${pairs} as pairs,
      ${inPairs} as "inPairs", ${meetings} as meetings, ${answered} as answered,
      ${asList(sql`select event, session, count(*)::int as people from attendance where ${here} group by event, session order by 1, 2`)} as came,
      ${asList(sql`select event, session, count(*)::int as people from event_sign_up where ${here} group by event, session order by 1, 2`)} as "signedUp",
      ${asList(sql`select course, count(*)::int as people from training_record where ${here} group by course order by 1`)} as courses`,
  )
  if (!found) throw new Error('a query without a row')
  return found
}
