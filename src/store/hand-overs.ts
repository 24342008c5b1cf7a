import { sql } from 'kysely'
import { asRecords, changed, type Database, firstOf } from './database.ts'

export type EndedHat = { readonly id: string; readonly untilOn: string | null }
export type HandOver = {
  readonly id: string
  readonly seasonId: string
  readonly fromId: string
  readonly toId: string
  /** The hat that was given; null where they wore one already. */
  readonly givenHatId: string | null
  readonly endedHats: readonly EndedHat[]
  readonly handedOn: string
  readonly isUndone: boolean
}

export function handOverById(tx: Database, organisationId: string, id: string) {
  return firstOf<HandOver>(
    tx,
    sql`select id, season_id as "seasonId", from_person_id as "fromId", to_person_id as "toId", given_hat_id as "givenHatId",
        ended_hats as "endedHats", handed_on::text as "handedOn", undone_at is not null as "isUndone"
      from season_hand_over where organisation_id = ${organisationId} and id::text = ${id}`,
  )
}

export async function addHandOver(
  tx: Database,
  organisationId: string,
  it: Omit<HandOver, 'isUndone'> & { readonly at: string },
): Promise<void> {
  await sql`insert into season_hand_over (organisation_id, id, season_id, from_person_id, to_person_id, given_hat_id, ended_hats,
      handed_on, handed_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.fromId}, ${it.toId}, ${it.givenHatId}, ${asRecords(it.endedHats)},
      ${it.handedOn}::date, ${it.at}::timestamptz)`.execute(tx)
}

/** Marks it as undone, once. */
export async function markUndone(tx: Database, organisationId: string, id: string, at: string): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update season_hand_over set undone_at = ${at}::timestamptz
      where organisation_id = ${organisationId} and id = ${id} and undone_at is null`,
  )
  return done > 0
}

/** Gives ended hats back the last day they had. */
export async function restoreHats(tx: Database, organisationId: string, hats: readonly EndedHat[]): Promise<void> {
  await sql`update hat h set until_on = r."untilOn"
    from jsonb_to_recordset(${asRecords(hats)}) as r(id uuid, "untilOn" date)
    where h.organisation_id = ${organisationId} and h.id = r.id`.execute(tx)
}
