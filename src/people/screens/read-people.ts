import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { type Condition, countServicePeople, servicePeople, servicePerson } from '../../store/directory-service.ts'
import { keptPerson } from '../rules/kept-person.ts'
import type { KeptPerson } from '../shapes/directory-person.ts'

export type PeopleAsked = {
  readonly condition: Condition
  /** How many to leave out from the beginning, and how many to show. */
  readonly offset: number
  readonly limit: number
  readonly descending: boolean
}

/** A page of the people of the directory, for the directory service, with the number found. */
export async function readPeople(
  ctx: Context,
  asked: PeopleAsked,
): Promise<{ readonly people: readonly KeptPerson[]; readonly found: number }> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.readPeople')
    const found = await countServicePeople(tx, ctx.organisationId, asked.condition, ctx.today)
    const { condition, ...page } = asked
    const rows =
      asked.limit === 0 ? [] : await servicePeople(tx, ctx.organisationId, condition, { ...page, day: ctx.today })
    return { people: rows.map((row) => keptPerson(row, ctx.today)), found }
  })
}

/** One of them, by our id. */
export async function readPerson(ctx: Context, id: string): Promise<KeptPerson> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'people.readPeople', { about: id })
    const row = await servicePerson(tx, ctx.organisationId, id, ctx.today)
    if (!row) throw new NotFound('There is no such person.')
    return keptPerson(row, ctx.today)
  })
}
