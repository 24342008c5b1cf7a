import type { ImportReport } from '../../model/report.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, Refused } from '../../runtime/errors.ts'
import { keepImport, type Touched, watchRows } from '../../runtime/keep-import.ts'
import { hashOf, newId } from '../../runtime/new-id.ts'
import type { Tx } from '../../store/database.ts'
import { hatBook } from '../../store/hats.ts'
import { lockOrganisation, refreshStatistics } from '../../store/organisations.ts'
import { peopleOn, saveDirectory, savePeople } from '../../store/people.ts'
import { type DirectoryPlan, planDirectory } from '../rules/plan-directory.ts'
import { ownersOn } from '../rules/wearers.ts'
import type { DirectoryPreview, PersonInput } from '../shapes/directory.ts'
import { endFor } from './end-ways-in.ts'

type Sheet = {
  readonly rows: readonly PersonInput[]
  /** The sheet holds everybody: who is in the directory and not in it has left. */
  readonly whole?: boolean
}

/** A person's first directory row holds from the beginning of record (PRODUCT.md, figures). */
const BEGINNING_OF_RECORD = '0001-01-01'

/**
 * Takes a directory: who is new is added, who changed is changed from the day on, who left has no way in any more. With the
 * fingerprint of a preview only what was previewed is done.
 */
export async function importPeople(ctx: Context, input: Sheet & { fingerprint?: string }): Promise<ImportReport> {
  const report = await within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.importPeople')
    // Two sheets at once would each plan without the other, and each could shut out the other's last owner.
    await lockOrganisation(tx, ctx.organisationId)
    const plan = await planOf(ctx, tx, input)
    if (input.fingerprint && input.fingerprint !== fingerprintOf(plan)) throw outOfDate()
    const recordedAt = ctx.clock.now()
    const watch = await watchRows(ctx, tx, touchedBy(plan, dayOf(ctx)))
    await savePeople(tx, ctx.organisationId, plan.people, recordedAt)
    const entries = plan.entries.map((entry) => ({
      ...entry.record,
      id: newId(),
      from_on: entry.isFirst ? BEGINNING_OF_RECORD : dayOf(ctx),
    }))
    await saveDirectory(tx, ctx.organisationId, entries, recordedAt)
    await endFor(ctx, tx, plan.endings)
    await keepImport(ctx, tx, watch, { sheet: 'people', seasonId: null })
    return plan.report
  })
  await refreshStatistics(ctx.db)
  return report
}

/** What the same sheet would change now. Nothing is written but the line that somebody looked. */
export async function previewPeople(ctx: Context, input: Sheet): Promise<DirectoryPreview> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.previewPeople')
    const plan = await planOf(ctx, tx, input)
    const count = (what: string) => plan.changed.filter((it) => it.what === what).length
    return {
      ...plan.report,
      added: count('new'),
      changed: count('changed'),
      leaving: count('leaves'),
      returning: count('returns'),
      people: plan.changed,
      fingerprint: fingerprintOf(plan),
    }
  })
}

async function planOf(ctx: Context, tx: Tx, { rows, whole = false }: Sheet): Promise<DirectoryPlan> {
  if (whole && rows.length === 0)
    throw new Invalid(
      'The file names nobody. As the whole directory it would shut everybody out, so nothing was taken.',
    )
  const day = dayOf(ctx)
  const setting = {
    known: await peopleOn(tx, ctx.organisationId, day),
    day,
    whole,
    selfId: 'personId' in ctx.actor ? ctx.actor.personId : null,
    ownerIds: ownersOn(await hatBook(tx, ctx.organisationId, ctx.today), ctx.today),
  }
  return planDirectory(rows, setting, newId)
}

/** A person counts once, however many of their rows the sheet touches. */
function touchedBy(plan: DirectoryPlan, day: string): readonly Touched[] {
  const said = new Set(plan.people.map((it) => it.id))
  const byEntry = plan.entries.map(({ record, isFirst }) => ({
    table: 'directory_entry' as const,
    key: { person_id: record.person_id, from_on: isFirst ? BEGINNING_OF_RECORD : day },
    personId: record.person_id,
    ...(said.has(record.person_id) ? {} : { says: [record.person_id] }),
  }))
  const entered = new Set(plan.entries.map((it) => it.record.person_id))
  const person = (id: string, says: string | null) => ({
    table: 'person' as const,
    key: { id },
    personId: id,
    ...(says ? { says: [says] } : {}),
  })
  return [
    ...plan.people.map((it) => person(it.id, it.email)),
    ...byEntry,
    ...plan.endings
      .filter((it) => !said.has(it.personId))
      .map((it) => person(it.personId, entered.has(it.personId) ? null : it.email)),
  ]
}

function dayOf(ctx: Context): string {
  return ctx.on ?? ctx.today
}

/** Ids are new in each plan; what people read of it is not. */
function fingerprintOf(plan: DirectoryPlan): string {
  return hashOf(JSON.stringify([plan.changed, plan.report]))
}

function outOfDate(): Refused {
  return new Refused(
    'preview-out-of-date',
    {},
    'The directory has changed since you looked at what this file changes. Nothing was taken. Look again, then confirm.',
  )
}
