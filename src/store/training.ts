import { sql } from 'kysely'
import type { Role } from '../model/role.ts'
import { changed, type Database, firstOf, rowsOf } from './database.ts'

export type EvidenceRow = {
  readonly id: string
  readonly kind: 'link' | 'file' | 'word'
  readonly link: string | null
}
export type TrainingRow = { readonly course: string; readonly on: string; readonly evidence: EvidenceRow | null }

/** What a person has completed in a season, with what they gave of it themselves. */
export function trainingOf(tx: Database, organisationId: string, seasonId: string, personId: string) {
  return rowsOf<TrainingRow>(
    tx,
    sql`select r.course, r.happened_on::text as "on",
        case when e.id is null then null else json_build_object('id', e.id, 'kind', e.kind, 'link', e.link) end as evidence
      from training_record r left join training_evidence e on e.organisation_id = r.organisation_id and e.season_id = r.season_id
        and e.person_id = r.person_id and e.course = r.course
      where r.organisation_id = ${organisationId} and r.season_id = ${seasonId} and r.person_id = ${personId}
      order by r.happened_on, r.course limit 200`,
  )
}

/** The roles somebody applied for or has in a season. */
export async function rolesIn(tx: Database, organisationId: string, seasonId: string, personId: string) {
  const rows = await rowsOf<{ role: Role }>(
    tx,
    sql`select role from application where organisation_id = ${organisationId} and season_id = ${seasonId}
        and person_id = ${personId} and superseded_by is null
      union select 'mentor' from pair where organisation_id = ${organisationId} and season_id = ${seasonId} and mentor_id = ${personId}
      union select 'mentee' from pair where organisation_id = ${organisationId} and season_id = ${seasonId} and mentee_id = ${personId}`,
  )
  return rows.map((row) => row.role)
}

export type NewEvidence = EvidenceRow & {
  readonly seasonId: string
  readonly personId: string
  readonly course: string
  readonly recordedAt: string
}

export async function addEvidence(tx: Database, organisationId: string, it: NewEvidence): Promise<void> {
  await sql`insert into training_evidence (organisation_id, id, season_id, person_id, course, kind, link, recorded_at)
    values (${organisationId}, ${it.id}, ${it.seasonId}, ${it.personId}, ${it.course}, ${it.kind}, ${it.link},
      ${it.recordedAt}::timestamptz)`.execute(tx)
}

export async function addEvidenceFile(
  tx: Database,
  organisationId: string,
  it: { evidenceId: string; kind: string; bytes: Uint8Array },
): Promise<void> {
  await sql`insert into training_file (organisation_id, evidence_id, kind, bytes)
    values (${organisationId}, ${it.evidenceId}, ${it.kind}, ${Buffer.from(it.bytes)})`.execute(tx)
}

/** Takes away what a person gave of a course, and the record that came of it; nothing of what a sheet recorded. */
export async function removeEvidence(
  tx: Database,
  organisationId: string,
  it: { seasonId: string; personId: string; course: string },
): Promise<boolean> {
  const theirs = sql`organisation_id = ${organisationId} and season_id = ${it.seasonId} and person_id = ${it.personId} and course = ${it.course}`
  await sql`delete from training_file where organisation_id = ${organisationId}
    and evidence_id in (select id from training_evidence where ${theirs})`.execute(tx)
  const gone = await changed(tx, sql`delete from training_evidence where ${theirs}`)
  if (gone === 0) return false
  await sql`delete from training_record where ${theirs}`.execute(tx)
  return true
}

export type EvidenceFile = {
  readonly seasonId: string
  readonly personId: string
  readonly course: string
  readonly kind: 'pdf' | 'png' | 'jpeg'
  readonly bytes: Buffer
}

/** A file that was given as evidence, with whose it is. */
export function evidenceFile(tx: Database, organisationId: string, evidenceId: string) {
  return firstOf<EvidenceFile>(
    tx,
    sql`select e.season_id as "seasonId", e.person_id as "personId", e.course, f.kind, f.bytes
      from training_file f join training_evidence e on e.organisation_id = f.organisation_id and e.id = f.evidence_id
      where f.organisation_id = ${organisationId} and f.evidence_id = ${evidenceId}`,
  )
}
