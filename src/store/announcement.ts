import { sql } from 'kysely'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'

export const OF_ALL = 'all'
type Kind = 'pair' | 'no-place'

/** Words in place of the program’s own: of all letters of a kind, or of one. Null words are those that stand without them. */
export type TextRow = {
  readonly kind: Kind
  readonly appliesTo: string
  readonly subject: string | null
  readonly body: string | null
  readonly version: number
  readonly canUndo: boolean
  readonly editor: string
}

export function textsOf(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<TextRow>(
    tx,
    sql`select t.kind, t.applies_to as "appliesTo", t.subject, t.body, t.version, p.name as editor,
        (t.subject, t.body) is distinct from (t.before_subject, t.before_body) as "canUndo"
      from announcement_text t join person p on p.organisation_id = t.organisation_id and p.id = t.edited_by
      where t.organisation_id = ${organisationId} and t.season_id = ${seasonId}`,
  )
}

export type TextKey = {
  readonly kind: Kind
  readonly appliesTo: string
  readonly personId: string | null
  readonly partnerId: string | null
}
type By = { readonly personId: string; readonly at: string }

/** Puts words where they apply, and keeps what stood there; null takes them away again. */
export async function saveTexts(
  tx: Database,
  organisationId: string,
  seasonId: string,
  keys: readonly TextKey[],
  text: { readonly subject: string; readonly body: string } | null,
  by: By,
): Promise<void> {
  await sql`insert into announcement_text (organisation_id, season_id, kind, applies_to, person_id, partner_id, subject, body,
      version, edited_by, edited_at)
    select ${organisationId}::uuid, ${seasonId}::uuid, r.kind, r."appliesTo", r."personId", r."partnerId",
      ${text?.subject ?? null}::text, ${text?.body ?? null}::text, 1, ${by.personId}::uuid, ${by.at}::timestamptz
    from jsonb_to_recordset(${asRecords(keys)}) as r(kind text, "appliesTo" text, "personId" uuid, "partnerId" uuid)
    on conflict (organisation_id, season_id, kind, applies_to) do update set subject = excluded.subject, body = excluded.body,
      before_subject = announcement_text.subject, before_body = announcement_text.body,
      version = announcement_text.version + 1, edited_by = excluded.edited_by, edited_at = excluded.edited_at`.execute(
    tx,
  )
}

/** Puts back what stood there before, and keeps what stands there now: once more undoes the undoing. */
export function swapTexts(
  tx: Database,
  organisationId: string,
  seasonId: string,
  keys: readonly TextKey[],
  by: By,
): Promise<number> {
  return changed(
    tx,
    sql`update announcement_text t set subject = t.before_subject, body = t.before_body, before_subject = t.subject, before_body = t.body,
        version = t.version + 1, edited_by = ${by.personId}::uuid, edited_at = ${by.at}::timestamptz
      from jsonb_to_recordset(${asRecords(keys)}) as r(kind text, "appliesTo" text)
      where t.organisation_id = ${organisationId} and t.season_id = ${seasonId} and t.kind = r.kind and t.applies_to = r."appliesTo"`,
  )
}

/** Once letters have left their words are in them: those of single letters go, those of all of a kind stay for who hears later. */
export async function forgetLetterTexts(tx: Database, organisationId: string, seasonId: string): Promise<void> {
  await sql`delete from announcement_text where organisation_id = ${organisationId} and season_id = ${seasonId}
    and applies_to <> ${OF_ALL}`.execute(tx)
}

export type Moment = {
  readonly at: string
  readonly readMark: string
  readonly plannedBy: string
  readonly held: boolean
}

export function momentOf(tx: Database, organisationId: string, seasonId: string) {
  return firstOf<Moment>(
    tx,
    sql`select to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, m.read_mark as "readMark",
        p.name as "plannedBy", m.held_at is not null as held
      from announcement_moment m join person p on p.organisation_id = m.organisation_id and p.id = m.planned_by
      where m.organisation_id = ${organisationId} and m.season_id = ${seasonId}`,
  )
}

export async function saveMoment(
  tx: Database,
  organisationId: string,
  seasonId: string,
  it: { readonly at: string; readonly readMark: string; readonly by: string; readonly now: string },
): Promise<void> {
  await sql`insert into announcement_moment (organisation_id, season_id, at, read_mark, planned_by, planned_at)
    values (${organisationId}, ${seasonId}, ${it.at}::timestamptz, ${it.readMark}, ${it.by}, ${it.now}::timestamptz)
    on conflict (organisation_id, season_id) do update set at = excluded.at, read_mark = excluded.read_mark,
      planned_by = excluded.planned_by, planned_at = excluded.planned_at, held_at = null`.execute(tx)
}

export async function removeMoment(tx: Database, organisationId: string, seasonId: string): Promise<boolean> {
  const gone = await changed(
    tx,
    sql`delete from announcement_moment where organisation_id = ${organisationId} and season_id = ${seasonId}`,
  )
  return gone > 0
}

export async function holdMoment(tx: Database, organisationId: string, seasonId: string, now: string): Promise<void> {
  await sql`update announcement_moment set held_at = ${now}::timestamptz
    where organisation_id = ${organisationId} and season_id = ${seasonId}`.execute(tx)
}

/** Seasons whose moment has come by now, and which are not closed. */
export async function momentsDue(tx: Database, organisationId: string, now: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly id: string }>(
    tx,
    sql`select m.season_id as id from announcement_moment m where m.organisation_id = ${organisationId} and m.held_at is null
      and m.at <= ${now}::timestamptz and not exists (select 1 from season_closing c
        where c.organisation_id = m.organisation_id and c.season_id = m.season_id and c.undone_at is null)
      order by m.at, m.season_id limit 200`,
  )
  return rows.map((it) => it.id)
}

/** Drafts that nobody gets any more: whoever has a place by now is not told that there is none. */
export async function dropDraftsBut(
  tx: Database,
  organisationId: string,
  seasonId: string,
  kept: readonly { readonly person_id: string; readonly kind: string; readonly about: string }[],
): Promise<void> {
  const keys = kept.map(({ person_id, kind, about }) => ({ person_id, kind, about }))
  await sql`delete from outbox_message m where m.organisation_id = ${organisationId} and m.season_id = ${seasonId}
    and m.state = 'draft' and m.kind in ('pair', 'no-place') and not exists (
      select 1 from jsonb_to_recordset(${asRecords(keys)}) as r(person_id uuid, kind text, about text)
      where r.person_id = m.person_id and r.kind = m.kind and r.about = m.about)`.execute(tx)
}

/** How far the letters of the day are, by kind and state. */
export type LetterState = {
  readonly kind: Kind
  readonly state: string
  readonly cameBack: boolean
  readonly triedBefore: boolean
  readonly letters: number
}

export function letterStates(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<LetterState>(
    tx,
    sql`select kind, state, state = 'failed' and sent_at is not null as "cameBack",
        state = 'released' and problem is not null as "triedBefore", count(*)::int as letters
      from outbox_message where organisation_id = ${organisationId} and season_id = ${seasonId}
        and kind in ('pair', 'no-place') and state not in ('draft', 'withdrawn')
      group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  )
}

/** A letter of the day that did not arrive. */
export type FailedLetter = {
  readonly id: string
  readonly personId: string
  readonly about: string
  readonly name: string
  readonly email: string
  readonly subject: string
  readonly problem: string | null
  readonly cameBack: boolean
  /** Whether its words are still kept, so that it can leave again. */
  readonly isKept: boolean
}

export function failedLetters(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<FailedLetter>(
    tx,
    sql`select m.id, m.person_id as "personId", m.about, p.name, p.email, m.subject, m.problem,
        m.sent_at is not null as "cameBack", m.body <> '' as "isKept"
      from outbox_message m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
      where m.organisation_id = ${organisationId} and m.season_id = ${seasonId} and m.kind in ('pair', 'no-place')
        and m.state = 'failed' order by p.name, m.id limit 1000`,
  )
}

/** Puts letters that did not arrive on the way once more, to the address their people have now. */
export function sendOnceMore(tx: Database, organisationId: string, ids: readonly string[]): Promise<number> {
  return changed(
    tx,
    sql`update outbox_message set state = 'released', tries = 0, try_at = null, problem = null, sent_at = null
      where organisation_id = ${organisationId} and id = any(${ids as string[]}::uuid[]) and state = 'failed' and body <> ''`,
  )
}
