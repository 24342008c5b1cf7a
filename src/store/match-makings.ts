import { sql } from 'kysely'
import { type Database, firstOf } from './database.ts'

export type MakingStep = 'seating' | 'pairing' | 'checking'
/** How far a run is; null where it is not known yet. */
export type MakingSoFar = {
  readonly step: MakingStep
  readonly seated: number | null
  /** Hundredths of a point, all pairs together. */
  readonly gap: number | null
}
/** A run of the match while it is made, or what is left of one that stopped. */
export type Making = MakingSoFar & {
  readonly id: string
  /** Who began it; null where that was nobody in person. */
  readonly madeBy: string | null
  readonly mentees: number
  readonly mentors: number
  readonly begunAt: string
  readonly beatAt: string
  readonly stoppedBecause: string | null
}

export function makingOf(tx: Database, organisationId: string, seasonId: string) {
  return firstOf<Making>(
    tx,
    sql`select m.id, p.name as "madeBy", m.step, m.mentees, m.mentors, m.seated, m.gap::float8 as gap,
        to_json(m.begun_at) #>> '{}' as "begunAt", to_json(m.beat_at) #>> '{}' as "beatAt", m.stopped_because as "stoppedBecause"
      from match_making m
      left join person p on p.organisation_id = m.organisation_id and p.id = m.made_by
      where m.organisation_id = ${organisationId} and m.season_id = ${seasonId}`,
  )
}

/** Begins a making in the place of whatever was left of one before; the season is locked. */
export async function beginMaking(
  tx: Database,
  organisationId: string,
  seasonId: string,
  it: Pick<Making, 'id' | 'madeBy' | 'mentees' | 'mentors'>,
  at: string,
): Promise<void> {
  await sql`insert into match_making (organisation_id, season_id, id, made_by, step, mentees, mentors, begun_at, beat_at)
    values (${organisationId}, ${seasonId}, ${it.id}, ${it.madeBy}, 'seating', ${it.mentees}, ${it.mentors},
      ${at}::timestamptz, ${at}::timestamptz)
    on conflict (organisation_id, season_id) do update set id = excluded.id, made_by = excluded.made_by, step = excluded.step,
      mentees = excluded.mentees, mentors = excluded.mentors, seated = null, gap = null, begun_at = excluded.begun_at,
      beat_at = excluded.beat_at, stopped_because = null`.execute(tx)
}

/** A sign of life; nothing where another has begun meanwhile. */
export async function beatMaking(
  tx: Database,
  organisationId: string,
  id: string,
  { step, seated, gap }: MakingSoFar,
  at: string,
): Promise<void> {
  await sql`update match_making set step = ${step}, seated = ${seated}, gap = ${gap}, beat_at = ${at}::timestamptz
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}

export async function stopMaking(tx: Database, organisationId: string, id: string, because: string): Promise<void> {
  await sql`update match_making set stopped_because = ${because}
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}

/** What was made is kept, or was there: nothing is left to be said of how it was made. */
export async function endMaking(tx: Database, organisationId: string, seasonId: string): Promise<void> {
  await sql`delete from match_making where organisation_id = ${organisationId} and season_id = ${seasonId}`.execute(tx)
}
