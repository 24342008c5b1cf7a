import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../model/role.ts'
import { asList, type Database, firstOf, rowsOf } from './database.ts'
import { isTakenBack } from './own-applications.ts'
import { entryOn } from './people.ts'
import { staysSeated } from './seeks-again.ts'
import { inPool } from './shortlists.ts'
import { lettersWaiting } from './who-hears.ts'

/** What a coordinator's desk is made of, beside what the figures of the season are counted from. */
export type DeskRows = {
  readonly requests: readonly {
    readonly id: string
    readonly kind: 'help' | 'another-match'
    readonly pairId: string
    readonly askedBy: string
    readonly askedOn: string
  }[]
  readonly lookAgain: readonly { readonly id: string; readonly personId: string; readonly dueOn: string }[]
  /** Who promised to complete the training that their role asks for. */
  readonly promised: readonly { readonly personId: string; readonly role: Role }[]
  readonly trained: readonly { readonly personId: string; readonly course: string }[]
  readonly undelivered: readonly { readonly personId: string; readonly letters: number; readonly on: string }[]
  readonly questions: readonly { readonly event: string; readonly waiting: number }[]
  /** Pairs that have not heard of themselves, and for which no moment is set. */
  readonly untold: readonly { readonly id: string }[]
  readonly selection: {
    readonly applications: number
    readonly decided: number
    readonly withdrawn: number
    readonly drafts: number
    readonly waiting: number
    readonly reserve: number
    readonly late: Readonly<Record<Role, number>>
    /** Mentees who have a shortlist, and how many of them chose; null before shortlists are made. */
    readonly lists: { readonly sentOn: string | null; readonly asked: number; readonly chose: number } | null
    /** When late applications were decided last; null before. */
    readonly lateDecidedOn: string | null
    /** Whether a review is given out and not in, of whatever still proceeds. */
    readonly hasReviewsOut: boolean
  }
  /** Ended pairs whose mentor is not put back, with the mentor's division. */
  readonly freed: readonly { readonly pairId: string; readonly division: string | null }[]
  /** The division of each mentee who waits; none while no place could come free. */
  readonly waitingFrom: readonly { readonly division: string | null }[]
  readonly isDecided: boolean
  readonly marks: readonly MarkRow[]
}
type MarkRow = { readonly key: string; readonly state: 'done' | 'snoozed'; readonly until: string | null }

/** Everything in one query, so that the page costs the same in a large season. */
export async function deskRowsOf(
  tx: Database,
  organisationId: string,
  seasonId: string,
  day: string,
): Promise<DeskRows> {
  const here = sql`organisation_id = ${organisationId} and season_id = ${seasonId}`
  const found = await firstOf<DeskRows>(
    tx,
    sql`select ${asList(requests(organisationId, seasonId))} as requests,
      ${asList(sql`select id, person_id as "personId", due_on as "dueOn" from look_again where ${here} and answered_at is null`)} as "lookAgain",
      ${asList(sql`select person_id as "personId", role from application where ${here} and superseded_by is null and withdrawn_at is null
        and certificate`)} as promised,
      ${asList(sql`select person_id as "personId", course from training_record where ${here}`)} as trained,
      ${asList(sql`select person_id as "personId", count(*)::int as letters, min(drafted_on) as on from outbox_message
        where ${here} and state = 'failed' group by person_id`)} as undelivered,
      ${asList(sql`select event, count(*)::int as waiting from board_question where ${here} and answered_on is null and event is not null
        group by event`)} as questions,
      ${asList(untold(organisationId, seasonId))} as untold,
      (${selection(organisationId, seasonId, day)}) as selection,
      ${asList(freed(organisationId, seasonId, day))} as freed,
      ${asList(waitingFrom(organisationId, seasonId, day))} as "waitingFrom",
      exists (select 1 from season_decision where ${here}) as "isDecided",
      ${asList(sql`select line_key as key, state, until_on as until from desk_mark where ${here}`)} as marks`,
  )
  if (!found) throw new Error('a query without a row')
  return found
}

function requests(organisationId: string, seasonId: string) {
  return sql`select r.id, r.kind, r.pair_id as "pairId", r.asked_by as "askedBy", r.asked_on as "askedOn"
    from pair_request r join pair p on p.organisation_id = r.organisation_id and p.id = r.pair_id
    where r.organisation_id = ${organisationId} and p.season_id = ${seasonId} and r.kind in ('help', 'another-match')
      and not exists (select 1 from pair_change c where c.organisation_id = p.organisation_id and c.pair_id = p.id and c.kind = 'ended')`
}

function untold(organisationId: string, seasonId: string) {
  return sql`select p.id from pair p where p.organisation_id = ${organisationId} and p.season_id = ${seasonId}
    and ${noMoment(organisationId, seasonId)}
    and not exists (select 1 from outbox_message m where m.organisation_id = p.organisation_id and m.season_id = p.season_id
      and m.person_id in (p.mentor_id, p.mentee_id) and m.kind = 'pair' and m.about = p.id::text and m.released_on is not null)
    and not exists (select 1 from pair_change c where c.organisation_id = p.organisation_id and c.pair_id = p.id and c.kind = 'ended')`
}

/** Whether no moment is set at which everyone hears. */
function noMoment(organisationId: string, seasonId: string) {
  return sql`not exists (select 1 from announcement_moment a where a.organisation_id = ${organisationId}
    and a.season_id = ${seasonId} and a.held_at is null)`
}

/** Whether the person of an application, as `a`, has a seat in its role. */
const PAIRED = sql`exists (select 1 from pair p where p.organisation_id = a.organisation_id and p.season_id = a.season_id
    and case when a.role = 'mentee' then p.mentee_id = a.person_id else p.mentor_id = a.person_id end and ${staysSeated(sql`a.person_id`)})`

/** Of the first published match: whom its shortage made mentors only waits for no mentor. */
function servesOnlyIn(organisationId: string, seasonId: string) {
  return sql`coalesce((select r.answer -> 'mentorOnly' from match_run r where r.organisation_id = ${organisationId}
    and r.season_id = ${seasonId} and r.published_on is not null order by r.number limit 1), '[]'::jsonb) @> to_jsonb(a.person_id::text)`
}

function freed(organisationId: string, seasonId: string, day: string) {
  return sql`select c.pair_id as "pairId", d.division from pair_change c
    join pair q on q.organisation_id = c.organisation_id and q.id = c.pair_id
    join person p on p.organisation_id = q.organisation_id and p.id = q.mentor_id and p.erased_at is null
      and (p.left_on is null or p.left_on > ${day}::date) ${entryOn(day)}
    where c.organisation_id = ${organisationId} and q.season_id = ${seasonId} and c.kind = 'ended' and c.from_on <= ${day}::date
      and not exists (select 1 from seeks_again s where s.organisation_id = q.organisation_id and s.pair_id = q.id
        and s.person_id = q.mentor_id)`
}

/** Asked only where a pair has ended: in most seasons, on most days, it is nobody. */
function waitingFrom(organisationId: string, seasonId: string, day: string) {
  return sql`select d.division from application a
    join decision x on x.organisation_id = a.organisation_id and x.application_id = a.id and x.outcome = 'pool'
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id ${entryOn(day)}
    where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.role = 'mentee' and a.superseded_by is null
      and a.withdrawn_at is null and not ${PAIRED} and not ${servesOnlyIn(organisationId, seasonId)}
      and exists (select 1 from pair_change c join pair q on q.organisation_id = c.organisation_id and q.id = c.pair_id
        where c.organisation_id = ${organisationId} and q.season_id = ${seasonId} and c.kind = 'ended')`
}

/** A yes or no, and nothing of whoever is known not to proceed. */
function reviewsOut(organisationId: string, seasonId: string) {
  return sql`exists (select 1 from review_assignment s
    join application g on g.organisation_id = s.organisation_id and g.id = s.application_id and g.superseded_by is null
    where s.organisation_id = ${organisationId} and g.season_id = ${seasonId} and s.excused_at is null
      and not exists (select 1 from clearance k where k.organisation_id = g.organisation_id and k.application_id = g.id and not k.cleared)
      and not exists (select 1 from review r where r.organisation_id = s.organisation_id and r.application_id = s.application_id
        and r.reviewer_id = s.reviewer_id))`
}

/** Counts only, over every application in force: nothing here tells who is cleared. */
function selection(organisationId: string, seasonId: string, day: string) {
  const servesOnly = servesOnlyIn(organisationId, seasonId)
  const drafts = sql`select case when ${noMoment(organisationId, seasonId)} then ${lettersWaiting(organisationId, seasonId, { day, today: day })} else 0 end`
  const withdrawn = sql`select count(distinct (w.person_id, w.role))::int from application w
    where w.organisation_id = ${organisationId} and w.season_id = ${seasonId} and ${isTakenBack('w')}`
  return sql`select jsonb_build_object('applications', count(*), 'waiting', count(*) filter (where a.role = 'mentee' and d.outcome = 'pool' and not ${PAIRED} and not ${servesOnly}),
      'reserve', count(*) filter (where a.role = 'mentor' and d.outcome in ('pool', 'reserve') and not ${PAIRED}),
      'late', jsonb_build_object('mentor', (${late(organisationId, seasonId, 'mentor')}), 'mentee', (${late(organisationId, seasonId, 'mentee')})),
      'drafts', (${drafts}), 'lists', (${lists(organisationId, seasonId)}), 'lateDecidedOn', (${lateDecided(organisationId, seasonId, sql`max(t.on_day)::text`)}), 'decided', count(d.application_id), 'withdrawn', (${withdrawn}), 'hasReviewsOut', ${reviewsOut(organisationId, seasonId)})
    from application a left join decision d on d.organisation_id = a.organisation_id and d.application_id = a.id
    where a.organisation_id = ${organisationId} and a.season_id = ${seasonId} and a.superseded_by is null and a.withdrawn_at is null`
}

function lists(organisationId: string, seasonId: string) {
  const mentees = inPool(organisationId, seasonId, 'mentee')
  return sql`select jsonb_build_object('sentOn', l.sent_on,
      'asked', (select count(distinct e.mentee_id) from shortlist_entry e where e.organisation_id = l.organisation_id and e.shortlist_id = l.id
        and e.mentee_id in ${mentees}),
      'chose', (select count(*) from mentor_choice c where c.organisation_id = l.organisation_id and c.shortlist_id = l.id
        and c.mentee_id in ${mentees}))
    from shortlist l where l.organisation_id = ${organisationId} and l.season_id = ${seasonId}`
}

/** Late applications since the late ones were decided last, those taken back among them: no cause may be read from the number. */
function late(organisationId: string, seasonId: string, role: Role) {
  return sql`select count(distinct l.person_id)::int from application l
    where l.organisation_id = ${organisationId} and l.season_id = ${seasonId} and l.role = ${role} and l.late
      and (l.superseded_by is null or ${isTakenBack('l')})
      and l.recorded_at > coalesce((${lateDecided(organisationId, seasonId, sql`max(t.recorded_at)`)}), '-infinity')`
}

/** When late applications were decided, whatever came of them. */
function lateDecided(organisationId: string, seasonId: string, when: RawBuilder<unknown>) {
  return sql`select ${when} from audit t where t.organisation_id = ${organisationId} and t.season_id = ${seasonId}
    and t.action = 'review.decideApplications' and t.about = 'late' and t.outcome = 'done'`
}

type Mark = Pick<MarkRow, 'state' | 'until'> & {
  readonly seasonId: string
  readonly by: string
  readonly on: string
  readonly at: string
}

/** Keeps what somebody made of some lines; the same line has one mark. */
export async function saveMarks(
  tx: Database,
  organisationId: string,
  keys: readonly string[],
  it: Mark,
): Promise<void> {
  await sql`insert into desk_mark (organisation_id, season_id, line_key, state, until_on, marked_by, marked_on, marked_at)
    select ${organisationId}::uuid, ${it.seasonId}::uuid, key, ${it.state}, ${it.until}::date, ${it.by}::uuid, ${it.on}::date, ${it.at}::timestamptz
    from unnest(${keys as string[]}::text[]) as t(key)
    on conflict (organisation_id, season_id, line_key) do update set state = excluded.state, until_on = excluded.until_on,
      marked_by = excluded.marked_by, marked_on = excluded.marked_on, marked_at = excluded.marked_at`.execute(tx)
}

export async function removeMarks(tx: Database, organisationId: string, seasonId: string, keys: readonly string[]) {
  await sql`delete from desk_mark where organisation_id = ${organisationId} and season_id = ${seasonId}
    and line_key = any(${keys as string[]}::text[])`.execute(tx)
}

/** Who closed or put off what since a day, the latest first. */
export function marksSince(
  tx: Database,
  organisationId: string,
  seasonIds: readonly string[],
  since: string,
  limit: number,
) {
  return rowsOf<MarkRow & { readonly seasonId: string; readonly by: string; readonly on: string }>(
    tx,
    sql`select m.season_id as "seasonId", m.line_key as key, m.state, m.until_on::text as until, p.name as by, m.marked_on::text as on
      from desk_mark m join person p on p.organisation_id = m.organisation_id and p.id = m.marked_by
      where m.organisation_id = ${organisationId} and m.season_id = any(${seasonIds as string[]}::uuid[]) and m.marked_on >= ${since}::date
      order by m.marked_at desc, m.line_key limit ${limit}`,
  )
}

export type LetterCount = {
  readonly kind: string
  readonly personId: string
  readonly many: number
  readonly lastOn: string
}

/** What was written to the two of a pair in its season, counted by kind: never a word of it, and no reminder of a survey, which would tell who had not answered. */
export function letterCounts(tx: Database, organisationId: string, seasonId: string, people: readonly string[]) {
  return rowsOf<LetterCount>(
    tx,
    sql`select kind, person_id as "personId", count(*)::int as many, max(released_on)::text as "lastOn" from outbox_message
      where organisation_id = ${organisationId} and season_id = ${seasonId} and person_id = any(${people as string[]}::uuid[])
        and released_on is not null and kind in ('pair', 'meet-question', 'meet-reminder', 'meet-invitation', 'still-going', 'survey-opens')
      group by kind, person_id order by max(released_on) desc, kind, person_id`,
  )
}
