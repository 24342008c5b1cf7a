import { sql } from 'kysely'
import type { ChainLine, Seal } from '../model/audit-line.ts'
import { asRecords, changed, type Database, firstOf, rowsOf } from './database.ts'

const line = sql`a.id, a.action, a.actor_kind as "actorKind", a.actor_person_id as "actorPersonId", a.via,
  a.season_id as "seasonId", a.about, a.outcome, a.ground, a.on_day::text as "onDay",
  to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt",
  coalesce((select json_agg(json_build_array(b.person_id, b.class) order by b.person_id) from audit_subject b
    where b.organisation_id = a.organisation_id and b.audit_id = a.id), '[]'::json) as subjects`
const seal = sql`s.number::float8 as number, s.audit_id as "auditId", s.previous, s.hash`

/** Lets one sealer at a time into an organisation's chain; nothing else waits for it. */
export async function lockChain(tx: Database, organisationId: string): Promise<void> {
  await sql`select id from organisation where id = ${organisationId} for no key update`.execute(tx)
}

/** The newest seal of the chain. */
export function headSeal(tx: Database, organisationId: string) {
  return firstOf<Seal & { readonly sealedAt: string }>(
    tx,
    sql`select ${seal}, to_json(s.sealed_at) #>> '{}' as "sealedAt" from audit_seal s
      where s.organisation_id = ${organisationId} order by s.number desc limit 1`,
  )
}

export function sealOfNumber(tx: Database, organisationId: string, number: number) {
  return firstOf<Seal>(
    tx,
    sql`select ${seal} from audit_seal s where s.organisation_id = ${organisationId} and s.number = ${number}`,
  )
}

/** Lines without a seal whose id is not below `from`, in the order of their ids, which is that of time. */
export function unsealedLines(tx: Database, organisationId: string, from: string, limit: number) {
  return rowsOf<ChainLine>(
    tx,
    sql`select ${line} from audit a where a.organisation_id = ${organisationId} and a.id >= ${from}
      and not exists (select 1 from audit_seal s where s.organisation_id = a.organisation_id and s.audit_id = a.id)
      order by a.id limit ${limit}`,
  )
}

/** The first line without a seal whose id lies below `before`. */
export function oldestUnsealed(tx: Database, organisationId: string, before: string) {
  return firstOf<{ readonly id: string; readonly action: string; readonly onDay: string }>(
    tx,
    sql`select a.id, a.action, a.on_day::text as "onDay" from audit a
      where a.organisation_id = ${organisationId} and a.id < ${before}
      and not exists (select 1 from audit_seal s where s.organisation_id = a.organisation_id and s.audit_id = a.id)
      order by a.id limit 1`,
  )
}

export async function addSeals(
  tx: Database,
  organisationId: string,
  seals: readonly Seal[],
  sealedAt: string,
): Promise<void> {
  await sql`insert into audit_seal (organisation_id, number, audit_id, previous, hash, sealed_at)
    select ${organisationId}::uuid, number, "auditId", previous, hash, ${sealedAt}::timestamptz
    from jsonb_to_recordset(${asRecords(seals)}) as r(number bigint, "auditId" uuid, previous text, hash text)`.execute(
    tx,
  )
}

/** A page of the chain after a number: each seal with its line, or null where the line is gone. */
export async function sealsAfter(tx: Database, organisationId: string, number: number, limit: number) {
  type Row = Seal & ChainLine & { readonly lineId: string | null }
  const rows = await rowsOf<Row>(
    tx,
    sql`select ${seal}, a.id as "lineId", ${line} from audit_seal s
      left join audit a on a.organisation_id = s.organisation_id and a.id = s.audit_id
      where s.organisation_id = ${organisationId} and s.number > ${number} order by s.number limit ${limit}`,
  )
  return rows.map(({ number: at, auditId, previous, hash, lineId, ...rest }) => ({
    seal: { number: at, auditId, previous, hash },
    line: lineId === null ? null : (rest as ChainLine),
  }))
}

/**
 * Removes the lines at the beginning of the chain that were all recorded before a day, with their seals: a prefix, so that what
 * stays still verifies. Actions may only add to the audit; this runs as the owner of the tables. Says how many.
 */
export async function forgetAudit(owner: Database, organisationId: string, before: string): Promise<number> {
  return owner.transaction().execute(async (tx) => {
    await lockChain(tx, organisationId)
    const kept = await firstOf<{ from: number | null }>(
      tx,
      sql`select min(s.number)::float8 as "from" from audit_seal s
        join audit a on a.organisation_id = s.organisation_id and a.id = s.audit_id
        where s.organisation_id = ${organisationId} and a.recorded_at >= ${before}::date`,
    )
    const from = kept?.from ?? (await headSeal(tx, organisationId))?.number ?? 0
    const old = sql`select audit_id from audit_seal where organisation_id = ${organisationId} and number < ${from}`
    await sql`delete from audit_subject where organisation_id = ${organisationId} and audit_id in (${old})`.execute(tx)
    const lines = await changed(tx, sql`delete from audit where organisation_id = ${organisationId} and id in (${old})`)
    await sql`delete from audit_seal where organisation_id = ${organisationId} and number < ${from}`.execute(tx)
    return lines
  })
}
