import { beginSignIn } from '../people/actions/begin-sign-in.ts'
import { type Context, permit, within } from '../runtime/context.ts'
import { NotFound } from '../runtime/errors.ts'
import type { Tx } from '../store/database.ts'
import { type DemoPerson, demoPeopleOf } from '../store/demo-people.ts'
import { theOrganisation } from '../store/organisations.ts'
import { newcomerById } from '../store/sign-in-links.ts'

/** Whom one can come in as, and what they see. */
export type Offered = { readonly id: string; readonly name: string; readonly as: string }

const OFFERED: readonly { readonly as: string; readonly fits: (it: DemoPerson) => boolean }[] = [
  { as: 'Runs the program: owner and coordinator', fits: (it) => it.isOwner },
  { as: 'A mentor', fits: (it) => isOnly(it, 'mentor') && it.pairedAs.includes('mentor') },
  { as: 'A mentee', fits: (it) => isOnly(it, 'mentee') && it.pairedAs.includes('mentee') },
  { as: 'Applied as both, and serves as a mentor', fits: (it) => it.appliedAs.length > 1 && it.pairedAs.length > 0 },
  { as: 'A mentee without a place', fits: (it) => isOnly(it, 'mentee') && it.pairedAs.length === 0 },
]

/** A handful of people of the demo, one of each kind. */
export async function peopleToComeInAs(ctx: Context): Promise<readonly Offered[]> {
  return within(ctx, async (tx) => {
    await refuseOutsideDemo(tx)
    const people = await demoPeopleOf(tx, ctx.organisationId)
    return OFFERED.flatMap(({ as, fits }) => {
      const person = people.find(fits)
      return person ? [{ id: person.id, name: person.name, as }] : []
    })
  })
}

/** Signs in as a person of the demo, with the second step taken: everybody there is invented. */
export async function comeInAs(ctx: Context, input: { personId: string; device: string }): Promise<{ secret: string }> {
  return within(ctx, async (tx) => {
    await refuseOutsideDemo(tx)
    const person = await newcomerById(tx, ctx.organisationId, input.personId, ctx.today)
    if (!person) throw new NotFound('nobody of the demo')
    await permit(ctx, tx, 'rehearsal.comeInAs', { about: person.id })
    const it = { personId: person.id, method: 'demo', device: input.device, stepped: true } as const
    return { secret: await beginSignIn(ctx, tx, it) }
  })
}

/** The site has these pages in the demo alone; should one ever be reached elsewhere, it is not there either. */
async function refuseOutsideDemo(tx: Tx): Promise<void> {
  if ((await theOrganisation(tx))?.kind !== 'demo') throw new NotFound('only in the demo')
}

function isOnly(it: DemoPerson, role: string): boolean {
  return it.appliedAs.length === 1 && it.appliedAs[0] === role
}
