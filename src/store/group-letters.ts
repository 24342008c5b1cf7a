import { sql } from 'kysely'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

/** A letter that a coordinator wrote to a group, with how far its copies are. */
export type GroupLetter = {
  readonly id: string
  readonly subject: string
  readonly on: string
  /** Null where the audit does not go back that far any more. */
  readonly by: string | null
  readonly people: number
  readonly waiting: number
  readonly sent: number
  /** On their reader's page only: as chosen, or because no mail server is set up. */
  readonly onPage: number
  readonly failed: number
  readonly takenBack: number
}

const counted = (...states: readonly string[]) =>
  sql`count(*) filter (where m.state = any(${[...states]}::text[]))::int`
/** After the id of a letter: its copies to people whom whoever wrote it is not to know of, nor how many they are. */
const UNNAMED = ' unnamed'

export function unnamedOf(id: string): string {
  return `${id}${UNNAMED}`
}

const columns = sql`m.about as id, min(m.subject) as subject, min(m.drafted_on)::text as "on", count(*)::int as people,
  ${counted('released')} as waiting, ${counted('sent')} as sent, ${counted('page', 'kept', 'filed')} as "onPage",
  ${counted('failed')} as failed, ${counted('withdrawn')} as "takenBack",
  (select p.name from audit t join person p on p.organisation_id = t.organisation_id and p.id = t.actor_person_id
    where t.organisation_id = m.organisation_id and t.action = 'desk.writeToGroup' and t.about = m.about and t.outcome = 'done'
    limit 1) as by`

function ofSeason(organisationId: string, seasonId: string) {
  return sql`from outbox_message m where m.organisation_id = ${organisationId} and m.season_id = ${seasonId}
    and m.kind = 'from-coordinator' and right(m.about, ${UNNAMED.length}) <> ${UNNAMED}`
}

/** Letters to groups of a season, the latest first. */
export function groupLetters(
  tx: Database,
  organisationId: string,
  seasonId: string,
  page: { readonly limit: number; readonly offset: number },
) {
  return rowsOf<GroupLetter & { readonly total: number }>(
    tx,
    sql`select ${columns}, count(*) over ()::int as total ${ofSeason(organisationId, seasonId)}
      group by m.organisation_id, m.about order by min(m.recorded_at) desc, m.about limit ${page.limit} offset ${page.offset}`,
  )
}

export function groupLetter(tx: Database, organisationId: string, seasonId: string, id: string) {
  return firstOf<GroupLetter>(
    tx,
    sql`select ${columns} ${ofSeason(organisationId, seasonId)} and m.about = ${id} group by m.organisation_id, m.about`,
  )
}

/** Takes back every copy that has not left by e-mail; says how many of those that are counted. */
export async function takeBack(tx: Database, organisationId: string, seasonId: string, id: string): Promise<number> {
  const takeBackOf = (about: string) =>
    changed(
      tx,
      sql`update outbox_message set state = 'withdrawn', try_at = null where organisation_id = ${organisationId} and season_id = ${seasonId}
        and kind = 'from-coordinator' and about = ${about} and state in ('released', 'kept', 'page')`,
    )
  await takeBackOf(unnamedOf(id))
  return takeBackOf(id)
}

/** Who heard that they have no place in a season; null before everybody has heard. */
export async function toldWithoutPlace(
  tx: Database,
  organisationId: string,
  seasonId: string,
): Promise<ReadonlySet<string> | null> {
  const rows = await rowsOf<{ id: string; kind: string }>(
    tx,
    sql`select person_id as id, kind from outbox_message where organisation_id = ${organisationId} and season_id = ${seasonId}
      and kind in ('pair', 'no-place') and released_on is not null and person_id is not null`,
  )
  if (rows.length === 0) return null
  return new Set(rows.flatMap((row) => (row.kind === 'no-place' ? [row.id] : [])))
}
