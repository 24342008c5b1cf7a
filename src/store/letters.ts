import { sql } from 'kysely'
import { type LetterKind, switchOf } from '../model/letter-kinds.ts'
import { asRecords, changed, type Database } from './database.ts'

/** A letter to one person that nobody reads before it leaves. */
export type LetterRow = {
  readonly id: string
  /** Null where nobody has the address that was given: the same statement runs then, and writes nothing. */
  readonly personId: string | null
  readonly seasonId: string | null
  readonly kind: LetterKind
  /** What it is about: with season, person and kind it makes the letter one that is written once. */
  readonly about: string
  readonly subject: string
  readonly body: string
  /** Why it comes, as its last paragraph. */
  readonly why: string
  /** Whether a sender takes it, or nobody sends it and it goes to the folder. */
  readonly state: 'released' | 'kept'
  /** Where it goes when its person has no address any more. */
  readonly toAddress: string | null
  /** For a calendar, beside the words for its reader. */
  readonly calendar: string | null
  readonly calendarMethod: 'REQUEST' | 'CANCEL' | null
}

/** Writes letters into the outbox, once each; those that their person has on their page only stay there. Says how many are new. */
export function addLetters(
  tx: Database,
  organisationId: string,
  letters: readonly LetterRow[],
  on: string,
  recordedAt: string,
): Promise<number> {
  const rows = letters.map((it) => ({ ...it, body: withWhy(it.body, it.why), switch: switchOf(it.kind) }))
  return changed(
    tx,
    sql`insert into outbox_message (organisation_id, season_id, id, person_id, kind, about, subject, body, state,
        drafted_on, released_on, recorded_at, to_address, calendar, calendar_method)
      select p.organisation_id, r."seasonId", r.id, p.id, r.kind, r.about, r.subject, r.body,
        case when r.switch = any(c.page_only) then 'page' else r.state end,
        ${on}::date, ${on}::date, ${recordedAt}::timestamptz, r."toAddress", r.calendar, r."calendarMethod"
      from jsonb_to_recordset(${asRecords(rows)}) as r(id uuid, "seasonId" uuid, "personId" uuid, kind text, about text,
        subject text, body text, state text, switch text, "toAddress" text, calendar text, "calendarMethod" text),
        person p left join letter_choice c on c.organisation_id = p.organisation_id and c.person_id = p.id
      where p.organisation_id = ${organisationId} and p.id = r."personId"
      on conflict on constraint outbox_message_once do nothing`,
  )
}

/** A letter as it is kept: its words, and in the last paragraph why it comes. */
export function withWhy(body: string, why: string): string {
  return why === '' ? body : `${body}\n\n${why}`
}
