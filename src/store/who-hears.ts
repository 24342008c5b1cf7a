import { type RawBuilder, sql } from 'kysely'
import { type Database, rowsOf } from './database.ts'

/**
 * Whether something was decided about an application, as `a`. Whoever is not cleared has no decision of their own: they are decided
 * with those who applied as they did, in time or late, so that nothing tells the two causes apart.
 */
function isDecided(): RawBuilder<boolean> {
  return sql`(exists (select 1 from decision d where d.organisation_id = a.organisation_id and d.application_id = a.id)
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
