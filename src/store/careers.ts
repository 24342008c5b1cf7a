import { type RawBuilder, sql } from 'kysely'
import type { CareerFact } from '../model/figures.ts'

export type Careers = { readonly people: readonly CareerFact[]; readonly newestOn: string | null }

/** What the directory says over time of everyone in a pair of the season, and the newest day on which it says anything at all. */
export function careersRow(organisationId: string, seasonId: string, day: string): RawBuilder<Careers> {
  const rows = sql`select coalesce(jsonb_agg(jsonb_build_object('fromOn', e.from_on, 'title', e.title, 'department', e.department,
      'division', e.division) order by e.from_on), '[]'::jsonb) from directory_entry e
    where e.organisation_id = p.organisation_id and e.person_id = p.id and e.from_on <= ${day}::date`
  return sql`jsonb_build_object(
    'people', (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'leftOn', p.left_on, 'rows', (${rows}))), '[]'::jsonb)
      from person p where p.organisation_id = ${organisationId} and p.id in (
        select unnest(array[mentor_id, mentee_id]) from pair where organisation_id = ${organisationId} and season_id = ${seasonId})),
    'newestOn', greatest(
      (select max(from_on) from directory_entry where organisation_id = ${organisationId} and from_on <= ${day}::date),
      (select max(left_on) from person where organisation_id = ${organisationId} and left_on <= ${day}::date)))`
}
