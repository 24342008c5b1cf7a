import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { brokenConstraint, type Tx } from '../../store/database.ts'
import {
  isOfAnother,
  managerBy,
  personCalled,
  removeServicePerson,
  type ServicePerson,
  saveServicePerson,
  servicePerson,
} from '../../store/directory-service.ts'
import { voidLinks } from '../../store/leaving.ts'
import { lockPersonBy, saveDirectory } from '../../store/people.ts'
import { detailsOf, NOTHING_KNOWN } from '../rules/describe-change.ts'
import { keptPerson } from '../rules/kept-person.ts'
import { planServicePerson } from '../rules/plan-service-person.ts'
import type { DirectoryPerson, KeptPerson } from '../shapes/directory-person.ts'
import { endFor } from './end-ways-in.ts'

const BEGINNING_OF_RECORD = '0001-01-01'
const NAMES_TAKEN = ['person_one_email', 'person_one_external_id', 'person_one_user_name']

/** Changes somebody the directory service knows; `change` is what it says, put on what is known. Not active any more is left. */
export async function savePerson(
  ctx: Context,
  input: { readonly id: string; readonly change: (before: DirectoryPerson) => DirectoryPerson },
): Promise<KeptPerson> {
  return orTaken(() =>
    within(ctx, async (tx) => {
      await lockPersonBy(tx, ctx.organisationId, { id: input.id })
      const before = await servicePerson(tx, ctx.organisationId, input.id, ctx.today)
      if (!before) throw new NotFound('There is no such person.')
      await permit(ctx, tx, 'people.savePerson', { people: [before.id], about: before.id })
      const now = input.change(keptPerson(before, ctx.today))
      if (await isOfAnother(tx, ctx.organisationId, before.id, now.email, now.userName)) throw taken()
      return save(ctx, tx, before.id, before, now)
    }),
  )
}

/** Adds somebody. Who was a guest, declared themselves or was deleted before becomes part of the directory, with all that is theirs. */
export async function addPerson(ctx: Context, now: DirectoryPerson): Promise<KeptPerson> {
  return orTaken(() =>
    within(ctx, async (tx) => {
      const there = await personCalled(tx, ctx.organisationId, now.email, now.userName, ctx.today)
      const id = there?.id ?? newId()
      await permit(ctx, tx, 'people.savePerson', { people: [id], about: id })
      if (there && there.kind === 'directory' && there.removed_at === null) throw taken()
      if (await isOfAnother(tx, ctx.organisationId, id, now.email, now.userName)) throw taken()
      return save(ctx, tx, id, there ?? null, now)
    }),
  )
}

/** The directory service deletes somebody: to it they do not exist any more; here they have left, and what they did stays. */
export async function removePerson(ctx: Context, id: string): Promise<void> {
  await within(ctx, async (tx) => {
    await lockPersonBy(tx, ctx.organisationId, { id })
    const before = await servicePerson(tx, ctx.organisationId, id, ctx.today)
    if (!before) throw new NotFound('There is no such person.')
    await permit(ctx, tx, 'people.leave', { people: [id], about: id })
    await removeServicePerson(tx, ctx.organisationId, id, ctx.machineClock.now())
    if (keptPerson(before, ctx.today).isActive) await endFor(ctx, tx, [{ personId: id, leftOn: ctx.today }])
  })
}

async function save(
  ctx: Context,
  tx: Tx,
  id: string,
  before: ServicePerson | null,
  now: DirectoryPerson,
): Promise<KeptPerson> {
  const details = before?.in_directory ? detailsOf(before) : null
  const kept = { id, leftOn: before?.left_on ?? null, details }
  const managerId = await managerOf(ctx, tx, details?.manager_id ?? null, now.managerRef)
  const plan = planServicePerson(kept, now, NOTHING_KNOWN, managerId, ctx.today)
  const recordedAt = ctx.clock.now()
  await saveServicePerson(tx, ctx.organisationId, plan.record, recordedAt)
  if (before && before.email !== now.email) await voidLinks(tx, ctx.organisationId, id, ctx.machineClock.now())
  if (plan.entry) {
    const from_on = plan.entry.isFirst ? BEGINNING_OF_RECORD : ctx.today
    await saveDirectory(tx, ctx.organisationId, [{ ...plan.entry.record, id: newId(), from_on }], recordedAt)
  }
  if (plan.leftOn !== undefined) {
    if (plan.leftOn) await permit(ctx, tx, 'people.leave', { people: [id], about: id })
    await endFor(ctx, tx, [{ personId: id, leftOn: plan.leftOn }])
  }
  const after = await servicePerson(tx, ctx.organisationId, id, ctx.today)
  if (!after) throw new Error('a person that was just saved is not there')
  return keptPerson(after, ctx.today)
}

/** A manager nobody knows is none: a wrong one must never keep somebody from being ended. */
async function managerOf(ctx: Context, tx: Tx, before: string | null, ref: string | null): Promise<string | null> {
  if (ref === null || ref === before) return ref
  return (await managerBy(tx, ctx.organisationId, ref))?.id ?? null
}

async function orTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (NAMES_TAKEN.includes(brokenConstraint(error) ?? '')) throw taken()
    throw error
  }
}

function taken(): Refused {
  return new Refused('person-taken', {}, 'Somebody else has this address, this userName or this externalId already.')
}
