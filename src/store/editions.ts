import { sql } from 'kysely'
import type { SeasonDecision } from '../model/season-decision.ts'
import { asList, type Database, firstOf, rowsOf } from './database.ts'
import { type Paraphrase, publishedParaphrases } from './paraphrases.ts'
import { publishedQuotes, type QuotesFound, type QuotesPart } from './quotes.ts'
import { type SummaryLine, summaryRows } from './summaries.ts'

/** Results that were kept as they stood on a day. */
export type EditionLine = {
  readonly number: number
  readonly asOf: string
  readonly hash: string
  readonly note: string
  readonly madeOn: string
}
export type Edition = EditionLine & { readonly content: string }

const line = sql`number, as_of::text as "asOf", hash, note, made_on::text as "madeOn"`

type Closing = {
  readonly editions: readonly EditionLine[]
  readonly decisions: readonly SeasonDecision[]
  /** As they stand on the day. */
  readonly written: readonly SummaryLine[]
  readonly quotes: QuotesFound
  readonly paraphrases: readonly Paraphrase[]
}

const FIRST_QUOTES: QuotesPart = { page: 1, limit: 50 }

/** What was kept, decided and said of a season, the newest first, in one query. */
export async function closingOf(
  tx: Database,
  organisationId: string,
  seasonId: string,
  day: string,
  quotes: QuotesPart = FIRST_QUOTES,
): Promise<Closing> {
  const found = await firstOf<Closing>(
    tx,
    sql`select ${asList(summaryRows(organisationId, seasonId, day))} as written,
      ${publishedQuotes(organisationId, seasonId, day, quotes)} as quotes,
      ${asList(publishedParaphrases(organisationId, seasonId, day))} as paraphrases,
      ${asList(sql`select ${line} from results_edition
        where organisation_id = ${organisationId} and season_id = ${seasonId} order by number desc limit 100`)} as editions,
      ${asList(sql`select decision, reasons, changes, decided_on::text as "decidedOn" from season_decision
        where organisation_id = ${organisationId} and season_id = ${seasonId} order by recorded_at desc, id desc limit 20`)} as decisions`,
  )
  return found ?? { editions: [], decisions: [], written: [], quotes: { quotes: [], found: 0 }, paraphrases: [] }
}

export function editionOf(tx: Database, organisationId: string, seasonId: string, number: number) {
  return firstOf<Edition>(
    tx,
    sql`select ${line}, content from results_edition
      where organisation_id = ${organisationId} and season_id = ${seasonId} and number = ${number}`,
  )
}

/** Everything that was kept of a season, the oldest first. */
export function editionContents(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<{ content: string }>(
    tx,
    sql`select content from results_edition where organisation_id = ${organisationId} and season_id = ${seasonId}
      order by number limit 100`,
  )
}

/** Keeps an edition under the next number, which it answers; the caller holds the season's lock. */
export async function addEdition(
  tx: Database,
  organisationId: string,
  it: Omit<Edition, 'number'> & { readonly id: string; readonly seasonId: string; readonly recordedAt: string },
): Promise<number> {
  const [made] = await rowsOf<{ number: number }>(
    tx,
    sql`insert into results_edition (organisation_id, id, season_id, number, as_of, content, hash, note, made_on, recorded_at)
      select ${organisationId}::uuid, ${it.id}::uuid, ${it.seasonId}::uuid, coalesce(max(e.number), 0) + 1, ${it.asOf}::date, ${it.content},
        ${it.hash}, ${it.note}, ${it.madeOn}::date, ${it.recordedAt}::timestamptz
      from results_edition e where e.organisation_id = ${organisationId} and e.season_id = ${it.seasonId}
      returning number`,
  )
  return made?.number ?? 0
}

export async function addDecision(
  tx: Database,
  organisationId: string,
  it: SeasonDecision & { readonly id: string; readonly seasonId: string; readonly recordedAt: string },
): Promise<void> {
  await sql`insert into season_decision (organisation_id, id, season_id, decision, reasons, changes, decided_on, recorded_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.decision}, ${it.reasons}, ${it.changes}, ${it.decidedOn}::date,
      ${it.recordedAt}::timestamptz)`.execute(tx)
}
