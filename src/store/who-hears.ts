import { type RawBuilder, sql } from 'kysely'
import { type Database, firstOf, rowsOf } from './database.ts'
import { recordFields } from './fields/records.ts'

/**
 * Whether something was decided about an application, as `a`: until a match is published nobody knows who gets no place. Whoever is not cleared has no decision of their own: they are decided
 * with those who applied as they did, in time or late, so that nothing tells the two causes apart.
 */
function isDecided(): RawBuilder<boolean> {
  return sql`exists (select 1 from match_run r where r.organisation_id = a.organisation_id and r.season_id = a.season_id
      and r.published_on is not null)
    and (exists (select 1 from decision d where d.organisation_id = a.organisation_id and d.application_id = a.id)
    or exists (select 1 from clearance c
      join audit t on t.organisation_id = c.organisation_id and t.season_id = a.season_id and t.outcome = 'done'
        and t.action = 'review.decideApplications' and t.about is not distinct from case when a.late then 'late' end
        and t.recorded_at >= a.recorded_at
      where c.organisation_id = a.organisation_id and c.application_id = a.id and not c.cleared))`
}

/** The applications in force of a season about which something was decided. */
export async function decidedIn(tx: Database, organisationId: string, seasonId: string): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select a.id from application a where a.organisation_id = ${organisationId} and a.season_id = ${seasonId}
      and a.superseded_by is null and ${isDecided()}`,
  )
  return new Set(rows.map((it) => it.id))
}

const KEPT = recordFields.outbox_message?.retention ?? []
const KEPT_DAYS = Math.max(0, ...KEPT.map((it) => ('days' in it ? it.days : 0)))

/**
 * Who was told stands in their letter, which goes a year after it has left: of pairs and applications that are longer on record nobody
 * waits for one, or everybody would hear it twice.
 */
function isRecent(row: 'q' | 'a', today: string) {
  return sql`${sql.ref(`${row}.recorded_at`)} >= ${today}::date - ${KEPT_DAYS}::int`
}

const TOLD = sql`m.kind in ('pair', 'no-place') and m.state <> 'draft'`

/** The letters of the day that have left, or can have, each by its kind, whom it was to and what it was about. */
export async function toldIn(
  tx: Database,
  organisationId: string,
  seasonId: string,
  today: string,
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ key: string }>(
    tx,
    sql`select m.kind || ' ' || m.person_id || ' ' || m.about as key from outbox_message m
      where m.organisation_id = ${organisationId} and m.season_id = ${seasonId} and ${TOLD}
      union select 'pair ' || side.id || ' ' || q.id from pair q cross join lateral (values (q.mentor_id), (q.mentee_id)) as side (id)
      where q.organisation_id = ${organisationId} and q.season_id = ${seasonId} and not ${isRecent('q', today)}
      union select 'no-place ' || a.person_id || ' season' from application a
      where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.superseded_by is null
        and not ${isRecent('a', today)}`,
  )
  return new Set(rows.map((it) => it.key))
}

/** How many letters of the day wait to be read, by the same rules that make them: they are kept nowhere until they leave. */
export function lettersWaiting(organisationId: string, seasonId: string, { day, today }: Days): RawBuilder<number> {
  return sql`((${ofPairs(organisationId, seasonId, today)}) + (${withoutPlace(organisationId, seasonId, { day, today })}))::int`
}

/** The day that is asked about, and the one on which it is asked. */
type Days = { readonly day: string; readonly today: string }

function ofPairs(organisationId: string, seasonId: string, today: string) {
  return sql`select count(*) from pair q
    join person mentor on mentor.organisation_id = q.organisation_id and mentor.id = q.mentor_id and mentor.erased_at is null
    join person mentee on mentee.organisation_id = q.organisation_id and mentee.id = q.mentee_id and mentee.erased_at is null
    cross join lateral (values (mentor.id), (mentee.id)) as side (id)
    where q.organisation_id = ${organisationId} and q.season_id = ${seasonId} and ${isRecent('q', today)}
      and not exists (select 1 from outbox_message m where m.organisation_id = q.organisation_id and m.season_id = q.season_id
        and m.person_id = side.id and m.kind = 'pair' and m.about = q.id::text and m.state <> 'draft')`
}

function withoutPlace(organisationId: string, seasonId: string, { day, today }: Days) {
  return sql`select count(distinct a.person_id) from application a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.erased_at is null
    where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.superseded_by is null
      and a.submitted_on <= ${day}::date and ${isRecent('a', today)} and ${isDecided()}
      and not exists (select 1 from pair q where q.organisation_id = a.organisation_id and q.season_id = a.season_id
        and a.person_id in (q.mentor_id, q.mentee_id))
      and not exists (select 1 from outbox_message m where m.organisation_id = a.organisation_id and m.season_id = a.season_id
        and m.person_id = a.person_id and m.kind = 'no-place' and m.state <> 'draft')`
}

/** How many letters of the day wait, and whether any has left. */
export async function announcedSoFar(tx: Database, organisationId: string, seasonId: string, days: Days) {
  const found = await firstOf<{ readonly waiting: number; readonly hasReleased: boolean }>(
    tx,
    sql`select ${lettersWaiting(organisationId, seasonId, days)} as waiting, exists (select 1 from outbox_message m
      where m.organisation_id = ${organisationId} and m.season_id = ${seasonId} and ${TOLD}) as "hasReleased"`,
  )
  return found ?? { waiting: 0, hasReleased: false }
}
