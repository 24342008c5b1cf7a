import { type ImportReport, type RowFault, unknownPerson } from '../../model/report.ts'
import type { Role } from '../../model/role.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Refused } from '../../runtime/errors.ts'
import { keepImport, type Touched, watchRows } from '../../runtime/keep-import.ts'
import { newId } from '../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../runtime/season.ts'
import { type ApplicationRow, applicationsOf, reviewsOf, saveDecisions, saveReviews } from '../../store/applications.ts'
import { addClearances, applicationsToClear } from '../../store/clearances.ts'
import type { Tx } from '../../store/database.ts'
import { withdrawnOf } from '../../store/own-applications.ts'
import { idsByEmail, peopleOn, savePeople } from '../../store/people.ts'
import type { Season } from '../../store/seasons.ts'
import { planDecisions } from './admission.ts'

/**
 * The people team's one bit. The sheet names who is not cleared: whoever has an application on record that day and is not in
 * it is cleared, nobody later. The answer says nothing, since any count of it would tell.
 */
export async function clearApplications(
  ctx: Context,
  input: { season?: string; emails: readonly string[]; rowOf?: ReadonlyMap<string, number> },
): Promise<{ done: true }> {
  await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'review.clearApplications', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const day = ctx.on ?? ctx.today
    const named = new Set(input.emails)
    // Nobody answers for themself: another one of the people team does.
    const by = 'personId' in ctx.actor ? ctx.actor.personId : null
    const waiting = await applicationsToClear(tx, ctx.organisationId, season.id, day)
    const open = ctx.actor.kind === 'operator' ? waiting : waiting.filter((it) => it.personId !== by)
    const bits = open.map((it) => ({ application_id: it.id, cleared: !named.has(it.email) }))
    const touched = open.map((it) => ({
      table: 'clearance' as const,
      key: { application_id: it.id },
      personId: it.personId,
      row: input.rowOf?.get(it.email),
      says: [it.email],
    }))
    const watch = await watchRows(ctx, tx, touched)
    await addClearances(tx, ctx.organisationId, bits, { by, on: day, at: ctx.clock.now() })
    await keepImport(ctx, tx, watch, { sheet: 'clearance', seasonId: season.id })
  })
  return { done: true }
}

export type ReviewInput = {
  readonly row: number
  readonly email: string
  readonly role: Role
  readonly reviewer: string
  readonly scores: Readonly<Record<string, number>>
}

/** Takes reviews, one for each application and reviewer; a reviewer outside the directory is kept as a guest. */
export async function importReviews(
  ctx: Context,
  input: { season?: string; rows: readonly ReviewInput[] },
): Promise<ImportReport> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'review.importReviews', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const { people, guests } = await withGuests(ctx, tx, input.rows)
    const applications = await applicationsOf(tx, ctx.organisationId, season.id)
    const byPerson = new Map(applications.map((it) => [`${it.person_id} ${it.role}`, it]))
    const before = new Map(
      (await reviewsOf(tx, ctx.organisationId, season.id)).map((it) => [
        `${it.application_id} ${it.reviewer_id}`,
        JSON.stringify(sorted(it.scores)),
      ]),
    )
    const rejected: RowFault[] = []
    const records = input.rows.flatMap((row) => {
      const personId = people.get(row.email)
      const application = personId ? byPerson.get(`${personId} ${row.role}`) : undefined
      const fault = !personId ? unknownPerson(row.row, row.email) : !application ? noApplication(row) : null
      if (fault) rejected.push(fault)
      const reviewer = people.get(row.reviewer)
      return application && reviewer && !fault
        ? [
            {
              id: newId(),
              application_id: application.id,
              reviewer_id: reviewer,
              scores: row.scores,
              happened_on: ctx.on ?? ctx.today,
              personId: application.person_id,
              row: row.row,
              says: [row.email, row.role, row.reviewer],
            },
          ]
        : []
    })
    const latest = [...new Map(records.map((it) => [`${it.application_id} ${it.reviewer_id}`, it])).entries()]
    const fresh = latest
      .filter(([key, it]) => before.get(key) !== JSON.stringify(sorted(it.scores)))
      .map(([, it]) => it)
    const touched = fresh.map(({ application_id, reviewer_id, personId, row, says }) => ({
      table: 'review' as const,
      key: { application_id, reviewer_id },
      personId,
      row,
      says,
    }))
    const watch = await watchRows(ctx, tx, [...touched, ...guests.map(asTouched)])
    await savePeople(tx, ctx.organisationId, guests, ctx.clock.now())
    await saveReviews(tx, ctx.organisationId, fresh, ctx.clock.now())
    await keepImport(ctx, tx, watch, { sheet: 'reviews', seasonId: season.id })
    return {
      read: input.rows.length,
      accepted: fresh.length,
      unchanged: records.length - fresh.length,
      rejected,
      notes: [],
    }
  })
}

function noApplication(row: ReviewInput): RowFault {
  return {
    row: row.row,
    column: 'email',
    code: 'no-application',
    message: `${row.email} has no application as ${row.role}`,
    remedy: 'Import the applications first, or correct the role.',
  }
}

function sorted(scores: Readonly<Record<string, number>>) {
  return Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1))
}

function asTouched({ id }: { readonly id: string }): Touched {
  return { table: 'person', key: { id }, personId: id }
}

async function withGuests(ctx: Context, tx: Tx, rows: readonly ReviewInput[]) {
  const people = await idsByEmail(tx, ctx.organisationId)
  const guests = [...new Set(rows.map((row) => row.reviewer))].filter((email) => !people.has(email))
  const records = guests.map((email) => ({
    id: newId(),
    email,
    name: email,
    kind: 'guest' as const,
    employee_id: null,
  }))
  for (const guest of records) people.set(guest.email, guest.id)
  return { people, guests: records }
}

export type Decided = { readonly pool: number; readonly reserve: number; readonly notProceeding: number }

/** Admits every cleared, eligible application that came in time and declines the rest; `late` does the same for those after the close. */
export async function decideApplications(ctx: Context, input: { season?: string; late?: boolean }): Promise<Decided> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    // The desk asks the audit when late applications were decided last.
    await permit(ctx, tx, 'review.decideApplications', {
      seasonId: season.id,
      ...(input.late ? { about: 'late' } : {}),
    })
    await lockOpenSeason(ctx, tx, season.id)
    const applications = (await applicationsOf(tx, ctx.organisationId, season.id)).filter(
      (it) => it.late === (input.late ?? false),
    )
    refuseUncleared(season, applications)
    const starts = new Map(
      (await peopleOn(tx, ctx.organisationId, ctx.on ?? ctx.today)).map((it) => [it.id, it.started_on]),
    )
    const reviews = await reviewsOf(tx, ctx.organisationId, season.id)
    const records = planDecisions(season.program, applications, starts, reviews)
    await saveDecisions(tx, ctx.organisationId, records, ctx.on ?? ctx.today, ctx.clock.now())
    const isLate = input.late ?? false
    const back = (await withdrawnOf(tx, ctx.organisationId, season.id, null)).filter((it) => it.late === isLate)
    const withdrawn = back.reduce((sum, it) => sum + it.people, 0)
    // One number for everyone without a place, and for those who took theirs back: nothing here may tell a clearance from another cause.
    const count = (outcome: string) => records.filter((it) => it.outcome === outcome).length
    return {
      pool: count('pool'),
      reserve: count('reserve'),
      notProceeding: applications.length + withdrawn - count('pool') - count('reserve'),
    }
  })
}

function refuseUncleared(season: Season, applications: readonly ApplicationRow[]): void {
  const asks = (['mentor', 'mentee'] as const).some((role) =>
    season.program.roles[role].requirements.some((it) => it.kind === 'standing'),
  )
  if (asks && applications.length > 0 && applications.every((it) => it.cleared === null))
    throw new Refused(
      'clearance-missing',
      {},
      'The people team has not answered yet. It answers on its page “Clearance”, or with a sheet (review clear); then decide.',
    )
}
