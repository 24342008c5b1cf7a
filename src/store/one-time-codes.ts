import { sql } from 'kysely'
import { asRecords, changed, type Database, firstOf } from './database.ts'

/** Since when somebody has one-time codes, and how many recovery codes they have not spent. */
export function codesShown(tx: Database, organisationId: string, personId: string) {
  return firstOf<{ codesSince: string | null; recoveryCodes: number }>(
    tx,
    sql`select
      (select to_json(confirmed_at) #>> '{}' from one_time_code
        where organisation_id = ${organisationId} and person_id = ${personId}) as "codesSince",
      (select count(*)::int from recovery_code
        where organisation_id = ${organisationId} and person_id = ${personId} and spent_at is null) as "recoveryCodes"`,
  )
}

export type CodesFound = {
  /** What their codes are made with; null before the first was confirmed. */
  readonly sealedSecret: Buffer | null
  /** A secret that waits for its first code. */
  readonly sealedNext: Buffer | null
  /** The time step of the last code that was taken. */
  readonly lastStep: number
}

const columns = sql`sealed_secret as "sealedSecret", sealed_next as "sealedNext", last_step::float8 as "lastStep"`

export function codesOf(tx: Database, organisationId: string, personId: string) {
  return firstOf<CodesFound>(
    tx,
    sql`select ${columns} from one_time_code where organisation_id = ${organisationId} and person_id = ${personId}`,
  )
}

/** The same, held until the transaction ends: a code that two send at once is taken once. */
export function lockCodes(tx: Database, organisationId: string, personId: string) {
  return firstOf<CodesFound>(
    tx,
    sql`select ${columns} from one_time_code
      where organisation_id = ${organisationId} and person_id = ${personId} for update`,
  )
}

/** Keeps a secret until its first code comes; the one before it stands. */
export async function saveNextSecret(
  tx: Database,
  organisationId: string,
  it: { readonly personId: string; readonly sealed: Buffer; readonly madeAt: string },
): Promise<void> {
  await sql`insert into one_time_code (organisation_id, person_id, sealed_next, made_at)
    values (${organisationId}, ${it.personId}, ${it.sealed}, ${it.madeAt}::timestamptz)
    on conflict (organisation_id, person_id) do update set sealed_next = excluded.sealed_next, made_at = excluded.made_at`.execute(
    tx,
  )
}

/** Puts the confirmed secret in the place of whatever was there. */
export async function confirmSecret(
  tx: Database,
  organisationId: string,
  it: { readonly personId: string; readonly sealed: Buffer; readonly step: number; readonly at: string },
): Promise<void> {
  await sql`update one_time_code set sealed_secret = ${it.sealed}, sealed_next = null, confirmed_at = ${it.at}::timestamptz,
      last_step = ${it.step}
    where organisation_id = ${organisationId} and person_id = ${it.personId}`.execute(tx)
}

export async function keepStep(tx: Database, organisationId: string, personId: string, step: number): Promise<void> {
  await sql`update one_time_code set last_step = ${step}
    where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx)
}

export async function removeCodes(tx: Database, organisationId: string, personId: string): Promise<void> {
  await sql`delete from one_time_code where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx)
}

/** Recovery codes in the place of all there were. */
export async function saveRecoveryCodes(
  tx: Database,
  organisationId: string,
  personId: string,
  codes: readonly { readonly id: string; readonly hash: string }[],
  madeAt: string,
): Promise<void> {
  await removeRecoveryCodes(tx, organisationId, personId)
  await sql`insert into recovery_code (organisation_id, id, person_id, hash, made_at)
    select ${organisationId}::uuid, r.id, ${personId}::uuid, r.hash, ${madeAt}::timestamptz
    from jsonb_to_recordset(${asRecords(codes)}) as r(id uuid, hash text)`.execute(tx)
}

export async function removeRecoveryCodes(tx: Database, organisationId: string, personId: string): Promise<void> {
  await sql`delete from recovery_code where organisation_id = ${organisationId} and person_id = ${personId}`.execute(tx)
}

/** Whether a recovery code was there to spend; it is spent then. */
export async function spendRecoveryCode(
  tx: Database,
  organisationId: string,
  personId: string,
  hash: string,
  at: string,
): Promise<boolean> {
  const spent = await changed(
    tx,
    sql`update recovery_code set spent_at = ${at}::timestamptz where organisation_id = ${organisationId}
      and person_id = ${personId} and hash = ${hash} and spent_at is null`,
  )
  return spent > 0
}
