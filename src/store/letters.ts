import { sql } from 'kysely'
import { changed, type Database } from './database.ts'

/** A letter to one person that no draft is read of before: it leaves as soon as it may. */
export type NewLetter = {
  readonly id: string
  readonly personId: string
  readonly seasonId: string | null
  readonly kind:
    | 'look-again'
    | 'report'
    | 'erased'
    | 'pair-news'
    | 'meet-question'
    | 'meet-reminder'
    | 'meet-invitation'
    | 'mentor-request'
    | 'mentor-news'
    | 'manager-ask'
    | 'receipt'
  /** What it is about: with person and kind it makes the letter one that is written once. */
  readonly about: string
  readonly subject: string
  readonly body: string
  /** Whether a sender takes it, or nobody sends it and it goes to the folder. */
  readonly state: 'released' | 'kept'
  readonly on: string
  readonly recordedAt: string
  /** Where it goes when its person has no address any more. */
  readonly toAddress?: string
  /** For a calendar, beside the words for its reader. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string }
}

/** Queues a letter in the transaction of what it tells; the same letter again is no second one. */
export async function addLetter(tx: Database, organisationId: string, it: NewLetter): Promise<boolean> {
  const done = await changed(
    tx,
    sql`insert into outbox_message (organisation_id, id, season_id, person_id, kind, about, subject, body, state, drafted_on, released_on,
        recorded_at, to_address, calendar, calendar_method)
      values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.kind}, ${it.about}, ${it.subject}, ${it.body}, ${it.state},
        ${it.on}::date, ${it.on}::date, ${it.recordedAt}::timestamptz, ${it.toAddress ?? null}, ${it.calendar?.content ?? null},
        ${it.calendar?.method ?? null})
      on conflict on constraint outbox_message_once do nothing`,
  )
  return done > 0
}
