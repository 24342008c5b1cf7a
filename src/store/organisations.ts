import { sql } from 'kysely'
import type { Hat } from '../model/hats.ts'
import { asList, type Database, firstOf } from './database.ts'

export type Organisation = {
  readonly id: string
  readonly name: string
  readonly kind: 'real' | 'demo' | 'rehearsal'
  readonly operatorPersonId: string
  readonly onePersonDecidedOn: string | null
  /** Who answers questions about privacy, as an address or a link; every form names it. */
  readonly privacyContact: string | null
}

const columns = sql`id, name, kind, operator_person_id as "operatorPersonId", one_person_decided_on::text as "onePersonDecidedOn",
  privacy_contact as "privacyContact"`

/** The organisation of this database, one until sign-in tells several apart, and the instant on the demo's own clock. */
export function theOrganisation(tx: Database) {
  return firstOf<Organisation & { readonly clockAt: string | null }>(
    tx,
    sql`select ${columns}, to_char(now_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "clockAt"
      from organisation left join demo_clock on organisation_id = id
      where kind <> 'rehearsal' order by created_at limit 1`,
  )
}

export async function addOrganisation(
  tx: Database,
  it: Omit<Organisation, 'privacyContact'> & { privacyContact?: string | null; createdAt: string },
): Promise<void> {
  await sql`insert into organisation (id, name, kind, operator_person_id, one_person_decided_on, privacy_contact, created_at)
    values (${it.id}, ${it.name}, ${it.kind}, ${it.operatorPersonId}, ${it.onePersonDecidedOn}::date,
      ${it.privacyContact ?? null}, ${it.createdAt}::timestamptz)`.execute(tx)
}

/** Of two who found at once, the second waits here and then finds the organisation of the first. */
export async function lockFounding(tx: Database): Promise<void> {
  await sql`select one_row from migration_lock for update`.execute(tx)
}

/** Takes the organisation's lock: who wears which hat changes one change after another. */
export async function lockOrganisation(tx: Database, organisationId: string): Promise<Organisation> {
  const found = await firstOf<Organisation>(
    tx,
    sql`select ${columns} from organisation where id = ${organisationId} for update`,
  )
  if (!found) throw new Error('the organisation of this transaction is not there')
  return found
}

export async function changeOrganisation(
  tx: Database,
  it: Pick<Organisation, 'id' | 'name' | 'privacyContact' | 'onePersonDecidedOn'>,
): Promise<void> {
  await sql`update organisation set name = ${it.name}, privacy_contact = ${it.privacyContact},
    one_person_decided_on = ${it.onePersonDecidedOn}::date where id = ${it.id}`.execute(tx)
}

export async function markMailTested(tx: Database, organisationId: string, at: string): Promise<void> {
  await sql`update organisation set mail_tested_at = ${at}::timestamptz where id = ${organisationId}`.execute(tx)
}

export type Board = Pick<Organisation, 'name' | 'kind' | 'privacyContact' | 'onePersonDecidedOn'> & {
  readonly mailTestedAt: string | null
  readonly keysBackedUpAt: string | null
  readonly people: number
  readonly hats: readonly { readonly hat: Hat; readonly isDeputy: boolean; readonly name: string }[]
  readonly seasons: number
  readonly hasSecondStep: boolean
}

const MOST_HATS_ON_THE_BOARD = 100

/** Everything the owner's board says of an installation, and whether this person has a second step, in one query. */
export function boardOf(tx: Database, organisationId: string, personId: string, today: string) {
  return firstOf<Board>(
    tx,
    sql`select ${columns}, to_json(mail_tested_at) #>> '{}' as "mailTestedAt", to_json(keys_backed_up_at) #>> '{}' as "keysBackedUpAt",
      (select count(*)::int from person p where p.organisation_id = ${organisationId} and p.kind = 'directory'
        and p.erased_at is null and (p.left_on is null or p.left_on > ${today}::date)) as people,
      (select count(*)::int from season s where s.organisation_id = ${organisationId}) as seasons,
      exists (select 1 from passkey k where k.organisation_id = ${organisationId} and k.person_id = ${personId})
        or exists (select 1 from one_time_code c where c.organisation_id = ${organisationId} and c.person_id = ${personId}
          and c.confirmed_at is not null) as "hasSecondStep",
      ${asList(hatsOnBoard(organisationId, today))} as hats
    from organisation where id = ${organisationId}`,
  )
}

function hatsOnBoard(organisationId: string, today: string) {
  return sql`select distinct h.hat, h.is_deputy as "isDeputy", p.name
    from hat h join person p on p.organisation_id = h.organisation_id and p.id = h.person_id
    where h.organisation_id = ${organisationId} and h.hat <> 'reviewer' and h.from_on <= ${today}::date
      and (h.until_on is null or h.until_on >= ${today}::date) and (p.left_on is null or p.left_on > ${today}::date)
    order by h.hat, h.is_deputy, p.name limit ${MOST_HATS_ON_THE_BOARD}`
}

export async function setDemoClock(tx: Database, organisationId: string, nowAt: string): Promise<void> {
  await sql`insert into demo_clock (organisation_id, now_at) values (${organisationId}, ${nowAt}::timestamptz)
    on conflict (organisation_id) do update set now_at = excluded.now_at`.execute(tx)
}

/** The tables are read right after an import, a seed or a restore; without this the planner guesses. */
export async function refreshStatistics(tx: Database): Promise<void> {
  // What a transaction has written nobody else sees yet; whoever opened it does this afterwards.
  if (tx.isTransaction) return
  await sql`analyze`.execute(tx)
}
