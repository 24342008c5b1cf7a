import { type RawBuilder, sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'
import { FIELDS } from './fields/all.ts'
import type { FieldEntry } from './fields/field.ts'
import { addPairChange } from './matches.ts'
import { removeWordings } from './shared-wordings.ts'
import { childrenFirst, isAboutSomebody, type Subject, whose } from './whose.ts'

/** Rows by table: deleted, emptied of what they said, and left as they were. */
export type ErasedRows = {
  readonly deleted: Readonly<Record<string, number>>
  readonly emptied: Readonly<Record<string, number>>
  readonly kept: Readonly<Record<string, number>>
}

/** What stands in the place of a name; the address of nobody ends in a domain that no mail reaches. */
export const ERASED_NAME = 'Erased person'

export type Erasing = {
  readonly personId: string
  readonly erasedAt: string
  /** The day on which running pairs end and hats come off. */
  readonly day: string
  readonly newId: () => string
}
export type Erased = {
  readonly rows: ErasedRows
  /** Letters of theirs that lie in the folder as files. */
  readonly filed: readonly FiledLetter[]
  /** Pairs whose two people are both erased: what is sealed for a pair is nobody's any more. */
  readonly pairs: readonly string[]
}

/** Ends what runs and erases one person everywhere in this database; a second time it finds nothing left to do. */
export async function erase(tx: Database, organisationId: string, it: Erasing): Promise<Erased> {
  const filed = await filedLetters(tx, organisationId, it.personId)
  await endPairsOf(tx, organisationId, it)
  await endHatsOf(tx, organisationId, it)
  const rows = await eraseRows(tx, organisationId, it.personId, it.erasedAt)
  const pairs = await erasedPairs(tx, organisationId, it.personId)
  await removeWordings(
    tx,
    organisationId,
    pairs.map((pair) => pair.id),
  )
  return { rows, filed, pairs: pairs.map((pair) => pair.id) }
}

/** Erases one person from every table as the catalogue says; a second time it finds nothing left to do. */
async function eraseRows(
  tx: Database,
  organisationId: string,
  personId: string,
  erasedAt: string,
): Promise<ErasedRows> {
  const subject: Subject = { organisationId, personId, shownOn: null }
  const rows = { deleted: {}, emptied: {}, kept: {} } as Record<keyof ErasedRows, Record<string, number>>
  await withdrawLetters(tx, subject)
  for (const table of childrenFirst(Object.keys(FIELDS).filter(isAboutSomebody))) {
    const { erasure } = FIELDS[table] ?? {}
    if (erasure === 'delete')
      rows.deleted[table] = await changed(tx, sql`delete from ${sql.table(table)} where ${whose(table, subject)}`)
    else if (erasure === 'blank') rows.emptied[table] = await emptyRows(tx, table, subject)
    else {
      await emptyRows(tx, table, subject)
      rows.kept[table] = await countRows(tx, table, subject)
    }
  }
  await namelessPerson(tx, subject, erasedAt)
  await forgetInRuns(tx, subject)
  return rows
}

async function countRows(tx: Database, table: string, subject: Subject): Promise<number> {
  const found = await firstOf<{ rows: number }>(
    tx,
    sql`select count(*)::int as rows from ${sql.table(table)} where ${whose(table, subject)}`,
  )
  return found?.rows ?? 0
}

/** Puts nothing in the place of what the columns said; a name and an address are the person row's own affair. */
async function emptyRows(tx: Database, table: string, subject: Subject): Promise<number> {
  const fields = Object.entries(FIELDS[table]?.fields ?? {})
  const sets = fields.flatMap(([name, it]) => {
    const nothing = nothingFor(it.blank)
    return nothing ? [sql`${sql.id(name)} = ${nothing}`] : []
  })
  if (sets.length === 0) return 0
  // A letter of its own certificate is still on its way when the rest is gone.
  const but = table === 'outbox_message' ? sql`and outbox_message.kind <> 'erased'` : sql``
  return changed(tx, sql`update ${sql.table(table)} set ${sql.join(sets)} where ${whose(table, subject)} ${but}`)
}

function nothingFor(blank: FieldEntry['blank']): RawBuilder<unknown> | null {
  switch (blank) {
    case 'null':
      return sql`null`
    case 'empty':
      return sql`''`
    case 'no-topics':
      return sql`'{}'`
    case 'placeholder':
    case 'their-entries':
    case undefined:
      return null
  }
}

/** Letters to them, and letters about a pair of theirs, which name them: what has not left never does, and all are emptied. */
async function withdrawLetters(tx: Database, { organisationId, personId }: Subject): Promise<void> {
  await sql`update outbox_message set subject = '', body = '',
      state = case when state in ('draft', 'released', 'kept') then 'withdrawn' else state end
    where organisation_id = ${organisationId} and kind <> 'erased' and (${toOrAboutPair(organisationId, personId)})`.execute(
    tx,
  )
  await emptyLettersNaming(tx, organisationId, sql`= ${personId}`)
}

/** The same for everybody who was erased: a notice that still waited then has left since. */
export function emptyLettersNamingErased(tx: Database, organisationId: string): Promise<void> {
  const erased = sql`in (select id from person where organisation_id = ${organisationId} and erased_at is not null)`
  return emptyLettersNaming(tx, organisationId, erased)
}

async function emptyLettersNaming(tx: Database, organisationId: string, them: RawBuilder<unknown>): Promise<void> {
  await sql`update outbox_message set subject = '', body = '' where organisation_id = ${organisationId}
      and body <> '' and state not in ('draft', 'released', 'kept') and (${naming(organisationId, them)})`.execute(tx)
}

function toOrAboutPair(organisationId: string, personId: string): RawBuilder<unknown> {
  const affairs = theirAffairs(organisationId, personId)
  return sql`person_id = ${personId} or split_part(about, ' ', 1) in (${affairs}) or split_part(about, ' ', 2) in (${affairs})
    or (kind in ('mentor-request', 'mentor-news', 'manager-ask') and split_part(about, ' ', 3) = ${personId})
    or (kind in ('survey-opens', 'survey-closes') and ${personId}::text = any(string_to_array(about, ' ')))`
}

/** Letters to others that name them: who gave, lends or wears a hat, and who opened the glass. */
function naming(organisationId: string, them: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(kind = 'hat' and split_part(about, ' ', 2) in (select id::text from hat where organisation_id = ${organisationId}
      and (person_id ${them} or given_by ${them} or lent_by ${them})))
    or (kind = 'glass' and about in (select id::text from glass where organisation_id = ${organisationId}
      and (owner_id ${them} or second_id ${them})))`
}

/** What a letter may be about that names them: pairs of theirs, and what was asked, planned or changed in one. */
function theirAffairs(organisationId: string, personId: string): RawBuilder<unknown> {
  const pairs = sql`select id from pair where organisation_id = ${organisationId} and ${personId}::uuid in (mentor_id, mentee_id)`
  const ofPairs = (table: string) =>
    sql`select id::text from ${sql.table(table)} where organisation_id = ${organisationId} and pair_id in (${pairs})`
  const all = ['pair_request', 'pair_change', 'meeting_question', 'planned_meeting', 'meeting_proposal'].map(ofPairs)
  return sql`select id::text from (${pairs}) theirs union all ${sql.join(all, sql` union all `)}`
}

async function namelessPerson(tx: Database, { organisationId, personId }: Subject, erasedAt: string): Promise<void> {
  await sql`update person set email = ${`erased-${personId}@erased.invalid`}, name = ${ERASED_NAME},
      erased_at = coalesce(erased_at, ${erasedAt}::timestamptz),
      left_on = least(left_on, (${erasedAt}::timestamptz at time zone 'UTC')::date)
    where organisation_id = ${organisationId} and id = ${personId}`.execute(tx)
}

type Run = { readonly id: string; readonly answer: Readonly<Record<string, unknown>> }
type Entry = {
  readonly mentorId?: string
  readonly menteeId?: string
  readonly id?: string
  /** Whom a new place would be like: their name stands in the reason. */
  readonly remedy?: { readonly like: string } | null
}

/** Kept runs of the match name people in their reasons: theirs are emptied, and who was paired with whom stays. */
async function forgetInRuns(tx: Database, { organisationId, personId }: Subject): Promise<void> {
  const runs = await rowsOf<Run>(
    tx,
    sql`select id, answer from match_run
      where organisation_id = ${organisationId} and answer::text like ${`%${personId}%`}`,
  )
  for (const run of runs)
    await sql`update match_run set answer = ${JSON.stringify(forgotten(run.answer, personId))}::jsonb
      where organisation_id = ${organisationId} and id = ${run.id}`.execute(tx)
}

function forgotten(answer: Run['answer'], personId: string): Run['answer'] {
  const emptied = (list: unknown) =>
    (Array.isArray(list) ? list : []).map((it: Entry) => {
      if (![it.mentorId, it.menteeId, it.id, it.remedy?.like].includes(personId)) return it
      return 'terms' in it ? { ...it, terms: [], reason: '' } : { ...it, remedy: null, reason: '' }
    })
  const asked = answer.asked ? { asked: askedWithout(answer.asked as Record<string, unknown>, personId) } : {}
  return { ...answer, ...asked, pairs: emptied(answer.pairs), unmatched: emptied(answer.unmatched) }
}

/** Nothing stays of what was known of them, nor of pairs that coordinators asked for. */
function askedWithout(asked: Record<string, unknown>, personId: string): Record<string, unknown> {
  const without = (known: unknown) => Object.fromEntries(Object.entries(known ?? {}).filter(([id]) => id !== personId))
  const others = (pairs: unknown) =>
    (Array.isArray(pairs) ? pairs : []).filter((it: Entry) => ![it.mentorId, it.menteeId].includes(personId))
  return {
    ...asked,
    mentors: without(asked.mentors),
    mentees: without(asked.mentees),
    pinned: others(asked.pinned),
    forbidden: others(asked.forbidden),
  }
}

export type FiledLetter = { readonly id: string; readonly kind: string; readonly day: string }

function filedLetters(tx: Database, organisationId: string, personId: string) {
  return rowsOf<FiledLetter>(
    tx,
    sql`select id, kind, released_on::text as day from outbox_message
      where organisation_id = ${organisationId} and state = 'filed'
        and (${toOrAboutPair(organisationId, personId)} or ${naming(organisationId, sql`= ${personId}`)})`,
  )
}

/** Takes every hat off from the day on, those that would begin later too. */
async function endHatsOf(tx: Database, organisationId: string, { personId, day }: Erasing): Promise<void> {
  await sql`update hat set until_on = ${day}::date - 1
    where organisation_id = ${organisationId} and person_id = ${personId} and (until_on is null or until_on >= ${day}::date)`.execute(
    tx,
  )
}

/** Ends pairs of running seasons without a cause, and without anybody who did it; a season that is over stays as it closed. */
async function endPairsOf(tx: Database, organisationId: string, { personId, day, erasedAt, newId }: Erasing) {
  const running = await rowsOf<{ id: string }>(
    tx,
    sql`select p.id from pair p join season s on s.organisation_id = p.organisation_id and s.id = p.season_id
      where p.organisation_id = ${organisationId} and s.program ->> 'endsOn' >= ${day} and (p.mentor_id = ${personId} or p.mentee_id = ${personId}) and not exists (
        select 1 from pair_change c where c.organisation_id = p.organisation_id and c.pair_id = p.id and c.kind = 'ended')
      order by p.id for update of p`,
  )
  for (const pair of running)
    await addPairChange(tx, organisationId, {
      id: newId(),
      pairId: pair.id,
      kind: 'ended',
      from: day,
      until: null,
      by: null,
      recordedAt: erasedAt,
    })
}

function erasedPairs(tx: Database, organisationId: string, personId: string) {
  return rowsOf<{ id: string }>(
    tx,
    sql`select p.id from pair p
      join person one on one.organisation_id = p.organisation_id and one.id = p.mentor_id and one.erased_at is not null
      join person other on other.organisation_id = p.organisation_id and other.id = p.mentee_id and other.erased_at is not null
      where p.organisation_id = ${organisationId} and (p.mentor_id = ${personId} or p.mentee_id = ${personId})`,
  )
}
