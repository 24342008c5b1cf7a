import { dayIn } from '../../calendar/days.ts'
import { type ImportReport, type RowFault, unknownPerson } from '../../model/report.ts'
import { asTopics } from '../../model/topics.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { keepImport, type Touched, watchRows } from '../../runtime/keep-import.ts'
import { newId } from '../../runtime/new-id.ts'
import { findSeason, lockOpenSeason } from '../../runtime/season.ts'
import { addApplications, applicationsEver, supersede } from '../../store/applications.ts'
import type { Tx } from '../../store/database.ts'
import { coordinatorsOf } from '../../store/hats.ts'
import { refreshStatistics } from '../../store/organisations.ts'
import { idsByEmail, savePeople } from '../../store/people.ts'
import type { Season } from '../../store/seasons.ts'
import { ownTopics } from './rules/plan-application.ts'
import { decideSuperseding } from './rules.ts'
import type { ApplicationInput } from './shapes.ts'

type Ever = Awaited<ReturnType<typeof applicationsEver>>[number]

/** Takes a coordinator's sheet of applications; the later one of a person and role replaces the earlier unless it is late. */
export async function importApplications(
  ctx: Context,
  input: { season?: string; rows: readonly ApplicationInput[] },
): Promise<ImportReport> {
  const report = await within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'apply.importApplications', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const { people, notes, added } = await knownPeople(ctx, tx, season, input.rows)
    const ever = await applicationsEver(tx, ctx.organisationId, season.id)
    const coordinators = await coordinatorsOf(tx, ctx.organisationId, season.id, ctx.today)
    const only = coordinators.size === 1 ? coordinators : new Set<string>()
    const plan = planImport(input.rows, people, ever, season, only)
    const recordedAt = ctx.clock.now()
    const watch = await watchRows(ctx, tx, touchedBy(plan, added))
    await savePeople(tx, ctx.organisationId, added, recordedAt)
    // The one in force changes first: the index allows one, and no key says which order the rows come in.
    await supersede(tx, ctx.organisationId, plan.replaced)
    await addApplications(tx, ctx.organisationId, season.id, plan.fresh, recordedAt)
    await keepImport(ctx, tx, watch, { sheet: 'applications', seasonId: season.id })
    return { ...plan.report, notes }
  })
  await refreshStatistics(ctx.db)
  return report
}

/** Everybody known, by address. Where the program accepts it, who is not becomes known: by the address alone, marked self-declared. */
async function knownPeople(ctx: Context, tx: Tx, season: Season, rows: readonly ApplicationInput[]) {
  const people = await idsByEmail(tx, ctx.organisationId)
  const unknown = season.program.acceptsSelfDeclared ? rows.filter((row) => !people.has(row.email)) : []
  for (const { email } of unknown) if (!people.has(email)) people.set(email, newId())
  const added = [...new Set(unknown.map((row) => row.email))].map((email) => ({
    id: people.get(email) ?? '',
    email,
    name: email,
    kind: 'self-declared' as const,
    employee_id: null,
  }))
  const notes = unknown.map(({ row, email }) => ({
    row,
    column: 'email',
    message: `${email} is not in the directory; taken as self-declared`,
  }))
  return { people, notes, added }
}

type Planned = ReturnType<typeof planImport>

/** What the sheet adds is said; what it sets aside is not: that there was an earlier one may be its person's own affair. */
function touchedBy(plan: Planned, added: readonly { readonly id: string }[]): readonly Touched[] {
  return [
    ...plan.fresh.map((it) => ({
      table: 'application' as const,
      key: { id: it.id },
      personId: it.person_id,
      ...plan.saidOf.get(it.id),
    })),
    ...plan.replaced.map(({ id, personId }) => ({ table: 'application' as const, key: { id }, personId })),
    ...added.map(({ id }) => ({ table: 'person' as const, key: { id }, personId: id })),
  ]
}

function planImport(
  rows: readonly ApplicationInput[],
  people: ReadonlyMap<string, string>,
  ever: readonly Ever[],
  season: Season,
  only: ReadonlySet<string>,
) {
  const rejected: RowFault[] = []
  const known = new Set(ever.map((one) => keyOf(one)))
  const saidOf = new Map<string, { readonly row: number; readonly says: readonly string[] }>()
  const fresh = rows.flatMap((row) => {
    const personId = people.get(row.email)
    const fault = !personId ? unknownPerson(row.row, row.email) : only.has(personId) ? onlyCoordinator(row) : null
    if (fault) rejected.push(fault)
    if (!personId || fault) return []
    const record = asRecord(row, personId, season)
    if (known.has(keyOf(record))) return []
    known.add(keyOf(record))
    saidOf.set(record.id, { row: row.row, says: [row.email, row.role] })
    return [record]
  })
  const { replacedBy } = decideSuperseding([...ever.map(({ superseded_by, ...one }) => one), ...fresh])
  const before = new Map(ever.map((one) => [one.id, one.superseded_by]))
  const personOf = new Map(ever.map((one) => [one.id, one.person_id]))
  const replaced = [...replacedBy].flatMap(([id, by]) =>
    before.has(id) && before.get(id) !== by ? [{ id, by, personId: personOf.get(id) ?? null }] : [],
  )
  const superseded =
    fresh.filter((one) => replacedBy.has(one.id)).length + replaced.filter((one) => before.get(one.id) === null).length
  const report: ImportReport = {
    read: rows.length,
    accepted: fresh.length - fresh.filter((one) => replacedBy.has(one.id)).length,
    unchanged: rows.length - rejected.length - fresh.length,
    superseded,
    rejected,
    notes: [],
  }
  return {
    fresh: fresh.map((one) => ({ ...one, superseded_by: replacedBy.get(one.id) ?? null })),
    replaced,
    saidOf,
    report,
  }
}

/** Their own lines are locked to coordinators who take part, so another one has to be there first. PRODUCT.md, who sees what. */
function onlyCoordinator(row: ApplicationInput): RowFault {
  return {
    row: row.row,
    column: 'email',
    code: 'only-coordinator',
    message: `${row.email} is the only coordinator of this season`,
    remedy:
      'An owner gives the hat to a second person, who then handles this application; then import this file again.',
  }
}

function keyOf(it: { person_id: string; role: string; submitted_at: string }): string {
  return `${it.person_id} ${it.role} ${Date.parse(it.submitted_at)}`
}

function asRecord(row: ApplicationInput, personId: string, season: Season) {
  const submittedOn = dayIn(row.submittedAt, season.program.zone)
  const { closes } = season.program.roles[row.role].call
  return {
    id: newId(),
    person_id: personId,
    role: row.role,
    submitted_at: row.submittedAt,
    submitted_on: submittedOn,
    late: closes !== undefined && submittedOn > closes,
    commits: row.commits,
    trainings: row.trainings,
    identity: row.identity,
    certificate: row.certificate,
    manager_informed: row.managerInformed,
    topics: asTopics(row.topics, ownTopics(season.program, row.role)),
    management_track: row.managementTrack,
    mentored_before: row.mentoredBefore,
    capacity: row.capacity,
    about: row.about,
    answers: null,
    asynchronous: null,
  }
}
