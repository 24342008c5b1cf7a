import { type RawBuilder, sql } from 'kysely'
import type { SupervisorFact } from '../model/figures.ts'
import { type Database, firstOf, rowsOf } from './database.ts'
import { pairRowsWhere } from './matches.ts'
import { asPairFact } from './pair-facts.ts'

/** One person's say about one survey. */
export type OwnAgreement = { readonly seasonId: string; readonly survey: string; readonly personId: string }

const own = (organisationId: string, it: OwnAgreement) =>
  sql`a.organisation_id = ${organisationId} and a.season_id = ${it.seasonId} and a.survey = ${it.survey} and a.person_id = ${it.personId}`

/** Whom somebody agreed to have asked by a survey; nothing where they did not. */
export function agreementOf(tx: Database, organisationId: string, it: OwnAgreement) {
  return firstOf<{ id: string; name: string }>(
    tx,
    sql`select s.id, s.name from supervisor_agreement a join person s on s.organisation_id = a.organisation_id and s.id = a.supervisor_id
      where ${own(organisationId, it)}`,
  )
}

export async function saveAgreement(
  tx: Database,
  organisationId: string,
  it: OwnAgreement & { readonly supervisorId: string; readonly closesOn: string },
): Promise<void> {
  await sql`insert into supervisor_agreement (organisation_id, season_id, survey, person_id, supervisor_id, closes_on)
    values (${organisationId}, ${it.seasonId}, ${it.survey}, ${it.personId}, ${it.supervisorId}, ${it.closesOn}::date)
    on conflict (organisation_id, season_id, survey, person_id) do update set supervisor_id = excluded.supervisor_id,
      closes_on = excluded.closes_on`.execute(tx)
}

export async function removeAgreement(tx: Database, organisationId: string, it: OwnAgreement): Promise<void> {
  await sql`delete from supervisor_agreement a where ${own(organisationId, it)}`.execute(tx)
}

/** Whose supervisors the surveys of a season may ask. */
export function supervisorRows(organisationId: string, seasonId: string): RawBuilder<SupervisorFact> {
  return sql`select survey, person_id as "personId", supervisor_id as "supervisorId" from supervisor_agreement
    where organisation_id = ${organisationId} and season_id = ${seasonId}`
}

/** Those of a season who agreed that this person is asked, and the pairs they are in. */
export async function supervisedBy(tx: Database, organisationId: string, seasonId: string, supervisorId: string) {
  const agreed = sql`from supervisor_agreement a where a.organisation_id = ${organisationId} and a.season_id = ${seasonId}
    and a.supervisor_id = ${supervisorId}`
  const supervisors = await rowsOf<SupervisorFact>(
    tx,
    sql`select a.survey, a.person_id as "personId", a.supervisor_id as "supervisorId" ${agreed} limit 1000`,
  )
  if (supervisors.length === 0) return { supervisors, pairs: [] }
  const theirs = sql`p.organisation_id = ${organisationId} and p.season_id = ${seasonId}
    and exists (select 1 ${agreed} and a.person_id in (p.mentor_id, p.mentee_id))`
  return { supervisors, pairs: (await rowsOf(tx, pairRowsWhere(theirs))).map(asPairFact) }
}

/** The same of everybody. */
export function supervisorsOfSeason(tx: Database, organisationId: string, seasonId: string) {
  return rowsOf<SupervisorFact>(tx, supervisorRows(organisationId, seasonId))
}
