import { sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

/** What a mentee chose from their shortlist, sealed. Only the match and they themselves ask this table. */
export type SealedChoice = {
  readonly id: string
  readonly menteeId: string
  readonly sealed: Buffer
  readonly chosenOn: string
}
type ChoiceOf = { readonly shortlistId: string; readonly menteeId: string }

const columns = sql`c.id, c.mentee_id as "menteeId", c.sealed, c.chosen_on::text as "chosenOn"`

export function choiceOf(tx: Database, organisationId: string, it: ChoiceOf) {
  return firstOf<SealedChoice>(
    tx,
    sql`select ${columns} from mentor_choice c
      where c.organisation_id = ${organisationId} and c.shortlist_id = ${it.shortlistId} and c.mentee_id = ${it.menteeId}`,
  )
}

/** For the match alone: what everybody of a season chose from lists that were sent, in an order that does not change. */
export function choicesIn(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<SealedChoice>(
    tx,
    sql`select ${columns} from mentor_choice c join shortlist l on l.organisation_id = c.organisation_id and l.id = c.shortlist_id
      where c.organisation_id = ${organisationId} and l.season_id = ${seasonId} and l.sent_at is not null order by c.mentee_id`,
  )
}

export async function removeChoice(tx: Database, organisationId: string, it: ChoiceOf): Promise<boolean> {
  const done = await changed(
    tx,
    sql`delete from mentor_choice where organisation_id = ${organisationId} and shortlist_id = ${it.shortlistId}
      and mentee_id = ${it.menteeId}`,
  )
  return done > 0
}

export async function addChoice(
  tx: Database,
  organisationId: string,
  it: ChoiceOf & { readonly id: string; readonly sealed: Buffer; readonly on: string; readonly at: string },
): Promise<void> {
  await sql`insert into mentor_choice (organisation_id, id, shortlist_id, mentee_id, sealed, chosen_on, chosen_at)
    values (${organisationId}, ${it.id}, ${it.shortlistId}, ${it.menteeId}, ${it.sealed}, ${it.on}::date, ${it.at}::timestamptz)`.execute(
    tx,
  )
}
