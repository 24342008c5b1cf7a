import { sql } from 'kysely'
import { type Database, rowsOf } from './database.ts'

/** Whom somebody does not want to meet in the directory of mentors; only they read this. */
export function blocksBy(tx: Database, organisationId: string, personId: string) {
  return rowsOf<{ id: string; name: string }>(
    tx,
    sql`select p.id, p.name from directory_block b join person p on p.organisation_id = b.organisation_id and p.id = b.other_id
      where b.organisation_id = ${organisationId} and b.person_id = ${personId} order by p.name, p.id limit 200`,
  )
}

export async function addBlocks(
  tx: Database,
  organisationId: string,
  personId: string,
  others: readonly string[],
  at: string,
): Promise<void> {
  if (others.length === 0) return
  await sql`insert into directory_block (organisation_id, person_id, other_id, made_at)
    select p.organisation_id, ${personId}::uuid, p.id, ${at}::timestamptz from person p
    where p.organisation_id = ${organisationId} and p.id = any(${others as string[]}::uuid[]) and p.id <> ${personId}
    on conflict do nothing`.execute(tx)
}

export async function removeBlock(tx: Database, organisationId: string, personId: string, other: string) {
  await sql`delete from directory_block where organisation_id = ${organisationId} and person_id = ${personId}
    and other_id = ${other}`.execute(tx)
}
