import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound, Refused } from '../../runtime/errors.ts'
import type { Tx } from '../../store/database.ts'
import { hatBook } from '../../store/hats.ts'
import { lockOrganisation } from '../../store/organisations.ts'
import { lockPersonBy, type PersonHere } from '../../store/people.ts'
import { decideLeaving } from '../rules/decide-leaving.ts'
import { ownersOn } from '../rules/wearers.ts'
import { endFor } from './end-ways-in.ts'

/** One person by their id or address. */
export type Whom = { readonly id: string } | { readonly email: string }
export type LeftPerson = { readonly email: string; readonly leftOn: string }

/** Marks a person as having left, from the day named or today: from the next request on they have no way in. */
export async function leave(ctx: Context, whom: Whom): Promise<LeftPerson> {
  return within(ctx, async (tx) => {
    // Of two owners who mark each other at once, one stays.
    await lockOrganisation(tx, ctx.organisationId)
    const person = await findPerson(ctx, tx, whom)
    await permit(ctx, tx, 'people.leave', { people: [person.id], about: person.id })
    const owners = ownersOn(await hatBook(tx, ctx.organisationId, ctx.today), ctx.today)
    const decided = decideLeaving(person, ctx.on ?? ctx.today, owners)
    if (!decided.ok) throw new Refused(decided.code, decided.facts, REFUSALS[decided.code])
    await endFor(ctx, tx, [{ personId: person.id, leftOn: decided.value }])
    return { email: person.email, leftOn: decided.value }
  })
}

/** Takes the mark off again: they may sign in anew. Hats, tokens and sign-ins that ended stay ended. */
export async function returnPerson(ctx: Context, whom: Whom): Promise<{ email: string; returned: boolean }> {
  return within(ctx, async (tx) => {
    const person = await findPerson(ctx, tx, whom)
    await permit(ctx, tx, 'people.returnPerson', { people: [person.id], about: person.id })
    if (person.leftOn !== null) await endFor(ctx, tx, [{ personId: person.id, leftOn: null }])
    return { email: person.email, returned: person.leftOn !== null }
  })
}

async function findPerson(ctx: Context, tx: Tx, whom: Whom): Promise<PersonHere> {
  const by = 'id' in whom ? whom : { email: whom.email.trim().toLowerCase() }
  const person = await lockPersonBy(tx, ctx.organisationId, by)
  if (!person) throw new NotFound('email' in whom ? `Nobody here has the address ${whom.email}.` : 'No such person.')
  return person
}

const REFUSALS: Readonly<Record<string, string>> = {
  'has-left': 'They have left already.',
  'last-owner': 'They are the only owner. Give the hat to somebody else first, then mark them as having left.',
}
