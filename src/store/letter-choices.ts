import { sql } from 'kysely'
import type { Switch } from '../model/letter-kinds.ts'
import { type Database, firstOf } from './database.ts'

/** Which letters a person has on their page only, and on which days of the week, ISO 1 to 7, none comes by e-mail. */
export type LetterChoice = { readonly pageOnly: readonly Switch[]; readonly quietDays: readonly number[] }

const NOTHING_CHOSEN: LetterChoice = { pageOnly: [], quietDays: [] }

export async function choiceOf(tx: Database, organisationId: string, personId: string): Promise<LetterChoice> {
  const found = await firstOf<LetterChoice>(
    tx,
    sql`select page_only as "pageOnly", quiet_days as "quietDays" from letter_choice
      where organisation_id = ${organisationId} and person_id = ${personId}`,
  )
  return found ?? NOTHING_CHOSEN
}

export async function saveChoice(
  tx: Database,
  organisationId: string,
  personId: string,
  { pageOnly, quietDays }: LetterChoice,
  at: string,
): Promise<void> {
  await sql`insert into letter_choice (organisation_id, person_id, page_only, quiet_days, changed_at)
    values (${organisationId}, ${personId}, ${pageOnly as Switch[]}::text[], ${quietDays as number[]}::integer[], ${at}::timestamptz)
    on conflict (organisation_id, person_id) do update set page_only = excluded.page_only, quiet_days = excluded.quiet_days,
      changed_at = excluded.changed_at`.execute(tx)
}

/** Has letters under one switch on the page only, whatever else is chosen; none where the person is gone. */
export async function turnOff(
  tx: Database,
  organisationId: string,
  personId: string,
  name: Switch,
  at: string,
): Promise<void> {
  await sql`insert into letter_choice (organisation_id, person_id, page_only, changed_at)
    select p.organisation_id, p.id, array[${name}], ${at}::timestamptz from person p
      where p.organisation_id = ${organisationId} and p.id = ${personId} and p.erased_at is null
    on conflict (organisation_id, person_id) do update set changed_at = excluded.changed_at,
      page_only = array(select distinct unnest(letter_choice.page_only || excluded.page_only))`.execute(tx)
}

/** Has letters under one switch by e-mail again. */
export async function turnOn(
  tx: Database,
  organisationId: string,
  personId: string,
  name: Switch,
  at: string,
): Promise<void> {
  await sql`update letter_choice set page_only = array_remove(page_only, ${name}), changed_at = ${at}::timestamptz
    where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx)
}
