import { sql } from 'kysely'
import { asRecords, type Database, rowsOf } from './database.ts'

/** One line of the ledger of erasures. */
export type Erasure = {
  readonly id: string
  readonly personId: string
  readonly byPersonId: string
  readonly erasedAt: string
  readonly certificate: object
}

/** Writes down who was erased; what the ledger has already stays as it is. */
export async function addErasures(tx: Database, organisationId: string, lines: readonly Erasure[]): Promise<void> {
  await sql`insert into erasure (organisation_id, id, person_id, by_person_id, erased_at, certificate)
    select ${organisationId}::uuid, r.* from jsonb_to_recordset(${asRecords(
      lines.map((it) => ({ ...it, person_id: it.personId, by_person_id: it.byPersonId, erased_at: it.erasedAt })),
    )}) as r(id uuid, person_id uuid, by_person_id uuid, erased_at timestamptz, certificate jsonb)
    on conflict (organisation_id, id) do nothing`.execute(tx)
}

/** The whole ledger, oldest first. */
export function erasuresOf(tx: Database, organisationId: string) {
  return rowsOf<Erasure>(
    tx,
    sql`select id, person_id as "personId", by_person_id as "byPersonId", to_json(erased_at) #>> '{}' as "erasedAt", certificate
      from erasure where organisation_id = ${organisationId} order by erased_at, id`,
  )
}

/** Whoever has the machine acts as this person from now on, if it was the one who is erased. */
export async function passOperator(tx: Database, organisationId: string, from: string, to: string): Promise<void> {
  await sql`update organisation set operator_person_id = ${to}
    where id = ${organisationId} and operator_person_id = ${from}`.execute(tx)
}
