import { sql } from 'kysely'
import { type Database, firstOf } from './database.ts'

export type Purpose = 'add-passkey' | 'use-passkey' | 'identity-provider'
export type Challenge = {
  readonly id: string
  /** Who is asked; null where nobody has said yet who they are. */
  readonly personId: string | null
  readonly purpose: Purpose
  readonly hash: string
  readonly kept: Readonly<Record<string, unknown>>
  readonly madeAt: string
  readonly untilAt: string
}

export async function addChallenge(tx: Database, organisationId: string, it: Challenge): Promise<void> {
  await sql`insert into challenge (organisation_id, id, person_id, purpose, hash, kept, made_at, until_at)
    values (${organisationId}, ${it.id}, ${it.personId}, ${it.purpose}, ${it.hash}, ${JSON.stringify(it.kept)}::jsonb,
      ${it.madeAt}::timestamptz, ${it.untilAt}::timestamptz)`.execute(tx)
}

/** Takes a challenge, once and in its time: of two who come with the same secret, one gets it. */
export function spendChallenge(tx: Database, organisationId: string, purpose: Purpose, hash: string, at: string) {
  return firstOf<Pick<Challenge, 'personId' | 'kept'>>(
    tx,
    sql`update challenge set spent_at = ${at}::timestamptz
      where organisation_id = ${organisationId} and purpose = ${purpose} and hash = ${hash}
        and spent_at is null and until_at > ${at}::timestamptz
      returning person_id as "personId", kept`,
  )
}
