import { sql } from 'kysely'
import type { LetterKind } from '../model/letter-kinds.ts'
import { asRecords, containing, type Database, firstOf, rowsOf } from './database.ts'

export type MessageRecord = {
  id: string
  person_id: string
  kind: LetterKind
  about: string
  subject: string
  body: string
}
export type MessageRow = MessageRecord & {
  email: string
  name: string
  state: 'draft' | 'released' | 'sent' | 'kept' | 'filed' | 'failed' | 'page'
  released_on: string | null
  /** A calendar's part of the letter, and what a calendar is asked to do with it. */
  calendar: string | null
  calendarMethod: 'REQUEST' | 'CANCEL' | null
}

// Whoever was erased has no address any more but the one their last letter carries.
const columns = sql`m.id, m.person_id, coalesce(m.to_address, p.email) as email, p.name, m.kind, m.about, m.subject, m.body, m.state, m.released_on::text,
  m.calendar, m.calendar_method as "calendarMethod"`
const joined = sql`outbox_message m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id`

/** A page of everything that was written to anybody, newest first, for the demo's mailbox. */
export function mailbox(tx: Database, organisationId: string, search: string, limit: number, offset: number) {
  const like = containing(search.toLowerCase())
  return rowsOf<MessageRow & { total: number; sent_at: Date | null }>(
    tx,
    sql`select ${columns}, m.sent_at, count(*) over ()::int as total from ${joined} where m.organisation_id = ${organisationId} and m.state <> 'draft'
        and (lower(p.name) like ${like} or p.email like ${like} or lower(m.subject) like ${like})
      order by m.released_on desc, p.name, m.id limit ${limit} offset ${offset}`,
  )
}

export function messageById(tx: Database, organisationId: string, id: string) {
  return firstOf<MessageRow>(
    tx,
    sql`select ${columns} from ${joined} where m.organisation_id = ${organisationId} and m.id = ${id}`,
  )
}

export type OwnLetter = {
  readonly id: string
  readonly kind: LetterKind
  readonly subject: string
  /** Empty once it is kept no longer. */
  readonly body: string
  readonly state: Exclude<MessageRow['state'], 'draft'>
  readonly on: string
}

/** Letters that a person has been told, newest first. What opens a sign-in is in none of them: it is made as its letter leaves. */
export function lettersTo(
  tx: Database,
  organisationId: string,
  personId: string,
  page: { readonly limit: number; readonly offset: number },
) {
  return rowsOf<OwnLetter & { readonly total: number }>(
    tx,
    sql`select ${OWN_COLUMNS}, count(*) over ()::int as total from ${told(organisationId, personId)}
      order by released_on desc, id desc limit ${page.limit} offset ${page.offset}`,
  )
}

export function letterTo(tx: Database, organisationId: string, personId: string, id: string) {
  return firstOf<OwnLetter>(tx, sql`select ${OWN_COLUMNS} from ${told(organisationId, personId)} and id::text = ${id}`)
}

const OWN_COLUMNS = sql`id, kind, subject, body, state, released_on::text as "on"`

function told(organisationId: string, personId: string) {
  return sql`outbox_message where organisation_id = ${organisationId} and person_id = ${personId}
    and released_on is not null and state <> 'withdrawn' and kind <> 'sign-in'`
}

/** Stores drafts; one that was already released stays as it was. */
export async function saveDrafts(
  tx: Database,
  organisationId: string,
  seasonId: string,
  drafts: readonly MessageRecord[],
  on: string,
  recordedAt: string,
): Promise<void> {
  await sql`insert into outbox_message (organisation_id, season_id, id, person_id, kind, about, subject, body, state, drafted_on, recorded_at)
    select ${organisationId}::uuid, ${seasonId}::uuid, r.id, r.person_id, r.kind, r.about, r.subject, r.body, 'draft', ${on}::date, ${recordedAt}::timestamptz
    from jsonb_to_recordset(${asRecords(drafts)}) as r(id uuid, person_id uuid, kind text, about text, subject text, body text)
    on conflict on constraint outbox_message_once do update set subject = excluded.subject, body = excluded.body
    where outbox_message.state = 'draft'`.execute(tx)
}

/** Drafts become released (a sender takes them) or kept (nobody sends them). */
export async function releaseDrafts(
  tx: Database,
  organisationId: string,
  seasonId: string,
  state: 'released' | 'kept',
  on: string,
) {
  return rowsOf<{ id: string }>(
    tx,
    sql`update outbox_message set state = ${state}, released_on = ${on}::date
      where organisation_id = ${organisationId} and season_id = ${seasonId} and state = 'draft' returning id`,
  )
}

/** A letter that a sender takes, or one that goes to the folder. */
export type Waiting = 'released' | 'kept'

/** What waits in one of these states by now, oldest first. */
export function messagesDue(
  tx: Database,
  organisationId: string,
  now: string,
  limit: number,
  states: readonly Waiting[],
) {
  return rowsOf<{ id: string; state: Waiting }>(
    tx,
    sql`select id, state from outbox_message where organisation_id = ${organisationId} and state = any(${states as Waiting[]}::text[])
      and (try_at is null or try_at <= ${now}::timestamptz) order by id limit ${limit}`,
  )
}

/** One message that still waits in this state, locked; none while somebody else has it in hand. */
export function lockMessage(tx: Database, organisationId: string, id: string, state: 'released' | 'kept') {
  return firstOf<MessageRow & { tries: number }>(
    tx,
    sql`select ${columns}, m.tries from ${joined} where m.organisation_id = ${organisationId} and m.id = ${id}
      and m.state = ${state} for update of m skip locked`,
  )
}

/** A letter that may not leave yet; that is no try. */
export async function deferMessage(tx: Database, organisationId: string, id: string, tryAt: string): Promise<void> {
  await sql`update outbox_message set try_at = ${tryAt}::timestamptz
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}

export async function markSent(tx: Database, organisationId: string, id: string, sentAt: string): Promise<void> {
  await sql`update outbox_message set state = 'sent', sent_at = ${sentAt}::timestamptz, problem = null, to_address = null
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}

/** A letter that its person has on their page only. */
export async function markPageOnly(tx: Database, organisationId: string, id: string): Promise<void> {
  await sql`update outbox_message set state = 'page', try_at = null where organisation_id = ${organisationId} and id = ${id}`.execute(
    tx,
  )
}

export async function markFiled(tx: Database, organisationId: string, id: string): Promise<void> {
  await sql`update outbox_message set state = 'filed' where organisation_id = ${organisationId} and id = ${id}`.execute(
    tx,
  )
}

/** Keeps that a letter came back from just the address it was sent to, for good or not; says whether there is such a letter. */
export async function markReturned(
  tx: Database,
  organisationId: string,
  it: { readonly letterId: string; readonly address: string; readonly forGood: boolean; readonly says: string },
): Promise<boolean> {
  const found = await firstOf(
    tx,
    sql`update outbox_message m set problem = ${it.says}, state = case when ${it.forGood} then 'failed' else m.state end from person p
      where m.organisation_id = ${organisationId} and m.id = ${it.letterId}::uuid and m.sent_at is not null
        and m.state in ('sent', 'failed') and p.organisation_id = m.organisation_id and p.id = m.person_id
        and lower(p.email) = ${it.address} and p.erased_at is null
      returning m.id`,
  )
  return found !== undefined
}

/** Keeps why a try failed, and when the next one is; without a next one the message has failed. */
export async function markProblem(
  tx: Database,
  organisationId: string,
  id: string,
  problem: string,
  tryAt: string | null,
): Promise<void> {
  await sql`update outbox_message set problem = ${problem}, tries = tries + 1, try_at = ${tryAt}::timestamptz,
    state = ${tryAt ? 'released' : 'failed'} where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}
