import { sql } from 'kysely'
import { changed, type Database, firstOf } from './database.ts'

/** What a person can take the second step with. */
export type Steps = { readonly passkeys: number; readonly codes: boolean }

/** The second steps of a person, held until the transaction ends: two removals at once cannot each think the other stays. */
export async function lockSteps(tx: Database, organisationId: string, personId: string): Promise<Steps> {
  await sql`select id from person where organisation_id = ${organisationId} and id = ${personId} for update`.execute(tx)
  return stepsOf(tx, organisationId, personId)
}

export async function stepsOf(tx: Database, organisationId: string, personId: string): Promise<Steps> {
  const found = await firstOf<Steps>(
    tx,
    sql`select (select count(*)::int from passkey
          where organisation_id = ${organisationId} and person_id = ${personId}) as passkeys,
        exists (select from one_time_code where organisation_id = ${organisationId} and person_id = ${personId}
          and confirmed_at is not null) as codes`,
  )
  return found ?? { passkeys: 0, codes: false }
}

export type StepsRemoved = { readonly passkeys: number; readonly codes: boolean; readonly recoveryCodes: number }

/** Removes all a person takes the second step with; says how many passkeys and unspent recovery codes, and whether there were codes. */
export async function removeEveryStep(tx: Database, organisationId: string, personId: string): Promise<StepsRemoved> {
  const theirs = sql`organisation_id = ${organisationId} and person_id = ${personId}`
  const passkeys = await changed(tx, sql`delete from passkey where ${theirs}`)
  const codes = await changed(tx, sql`delete from one_time_code where ${theirs} and confirmed_at is not null`)
  const recoveryCodes = await changed(tx, sql`delete from recovery_code where ${theirs} and spent_at is null`)
  await sql`delete from one_time_code where ${theirs}`.execute(tx)
  await sql`delete from recovery_code where ${theirs}`.execute(tx)
  return { passkeys, codes: codes > 0, recoveryCodes }
}

/** Writes down that the second step was taken in a sign-in that is still good. */
export async function markStepped(tx: Database, organisationId: string, signInId: string, at: string) {
  return changed(
    tx,
    sql`update sign_in set stepped_at = ${at}::timestamptz
      where organisation_id = ${organisationId} and id = ${signInId} and ended_at is null`,
  )
}
