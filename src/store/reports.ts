import { sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

/** A report as its reader's list shows it: when, and whether it was opened; the words are sealed. */
export type ReportLine = {
  readonly id: string
  readonly pairId: string
  readonly mentorId: string
  readonly menteeId: string
  readonly seasonId: string
  readonly season: string
  /** The time zone of the season's days. */
  readonly zone: string
  readonly reporterId: string
  readonly madeOn: string
  readonly openedAt: string | null
  readonly openedBy: string | null
  /** Who holds a copy, beside the reporter. */
  readonly readers: readonly string[]
}
export type SealedReport = ReportLine & { readonly copyId: string; readonly sealed: Buffer }

const line = sql`r.id, r.pair_id as "pairId", p.mentor_id as "mentorId", p.mentee_id as "menteeId", p.season_id as "seasonId",
  s.program ->> 'name' as season, s.program ->> 'zone' as zone, r.reporter_id as "reporterId", r.made_on::text as "madeOn",
  to_json(r.opened_at) #>> '{}' as "openedAt", r.opened_by as "openedBy",
  array(select o.reader_id::text from report_copy o where o.organisation_id = r.organisation_id and o.report_id = r.id
    and o.reader_id <> r.reporter_id) as readers`
const reports = sql`report r join pair p on p.organisation_id = r.organisation_id and p.id = r.pair_id
  join season s on s.organisation_id = p.organisation_id and s.id = p.season_id`
const copies = sql`${reports} join report_copy c on c.organisation_id = r.organisation_id and c.report_id = r.id`

export async function addReport(
  tx: Database,
  organisationId: string,
  it: { id: string; pairId: string; reporterId: string; madeOn: string; madeAt: string },
): Promise<void> {
  await sql`insert into report (organisation_id, id, pair_id, reporter_id, made_on, made_at)
    values (${organisationId}, ${it.id}, ${it.pairId}, ${it.reporterId}, ${it.madeOn}::date, ${it.madeAt}::timestamptz)`.execute(
    tx,
  )
}

export async function addCopy(
  tx: Database,
  organisationId: string,
  it: { id: string; reportId: string; readerId: string; sealed: Buffer },
): Promise<void> {
  await sql`insert into report_copy (organisation_id, id, report_id, reader_id, sealed)
    values (${organisationId}, ${it.id}, ${it.reportId}, ${it.readerId}, ${it.sealed})`.execute(tx)
}

/** What somebody holds a copy of and did not write themselves, newest first. */
export function reportsFor(tx: Database, organisationId: string, readerId: string, limit: number) {
  return rowsOf<ReportLine>(
    tx,
    sql`select ${line} from ${copies}
      where r.organisation_id = ${organisationId} and c.reader_id = ${readerId} and r.reporter_id <> ${readerId}
      order by r.made_at desc, r.id desc limit ${limit}`,
  )
}

/** What somebody reported of a pair, newest first. */
export function reportsBy(tx: Database, organisationId: string, reporterId: string, pairId: string, limit: number) {
  return rowsOf<SealedReport>(
    tx,
    sql`select ${line}, c.id as "copyId", c.sealed from ${copies}
      where r.organisation_id = ${organisationId} and r.reporter_id = ${reporterId} and r.pair_id = ${pairId}
        and c.reader_id = ${reporterId} order by r.made_at desc, r.id desc limit ${limit}`,
  )
}

/** One report with the reader's own copy of its words. */
export function reportWithCopy(tx: Database, organisationId: string, readerId: string, id: string) {
  return firstOf<SealedReport>(
    tx,
    sql`select ${line}, c.id as "copyId", c.sealed from ${copies}
      where r.organisation_id = ${organisationId} and r.id = ${id} and c.reader_id = ${readerId}`,
  )
}

/** Writes down who opened it first; a second opening changes nothing. */
export async function markOpened(
  tx: Database,
  organisationId: string,
  it: { id: string; by: string; at: string },
): Promise<boolean> {
  const done = await changed(
    tx,
    sql`update report set opened_at = ${it.at}::timestamptz, opened_by = ${it.by}
      where organisation_id = ${organisationId} and id = ${it.id} and opened_at is null`,
  )
  return done > 0
}

/** Reports that nobody opened yet, oldest first. */
export function unopenedReports(tx: Database, organisationId: string, limit: number) {
  return rowsOf<ReportLine>(
    tx,
    sql`select ${line} from ${reports} where r.organisation_id = ${organisationId} and r.opened_at is null
      order by r.made_at, r.id limit ${limit}`,
  )
}
