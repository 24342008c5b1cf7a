import type { Clock } from '../runtime/clock.ts'
import { type Context, permit, within } from '../runtime/context.ts'
import { Refused } from '../runtime/errors.ts'
import { hashOf, newId, newSecret } from '../runtime/new-id.ts'
import { addAudit } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { addHat, addOrganisation, addToken, theOrganisation } from '../store/organisations.ts'
import { savePeople } from '../store/people.ts'

export type SetUp = {
  organisation: string
  operator: string
  onePerson: boolean
  kind: 'real' | 'demo'
  dataFolder: string
}

/**
 * Founds the organisation of an empty database: the address becomes a guest, owner and coordinator. With `onePerson` it is
 * also people team and named contact; that is the owner's recorded decision and application forms show it.
 */
export async function setUp(
  db: Database,
  clock: Clock,
  input: SetUp,
): Promise<{ organisationId: string; personId: string }> {
  return db.transaction().execute(async (tx) => {
    const there = await theOrganisation(tx)
    if (there)
      throw new Refused(
        'organisation-exists',
        { organisation: there.name, dataFolder: input.dataFolder },
        `${input.dataFolder} already holds the organisation "${there.name}". Start another one in a new folder, with ALONGSIDE_DATA.`,
      )
    const organisationId = newId()
    const personId = newId()
    const now = clock.now()
    const day = now.slice(0, 10)
    const onePersonDecidedOn = input.onePerson ? day : null
    await addOrganisation(tx, {
      id: organisationId,
      name: input.organisation,
      kind: input.kind,
      operatorPersonId: personId,
      onePersonDecidedOn,
      createdAt: now,
    })
    await savePeople(
      tx,
      organisationId,
      [{ id: personId, email: input.operator, name: input.operator, kind: 'guest', employee_id: null }],
      now,
    )
    const hats = [
      'owner',
      'coordinator',
      ...(input.onePerson ? (['people-team', 'named-contact'] as const) : []),
    ] as const
    for (const hat of hats) await addHat(tx, { organisationId, id: newId(), personId, hat, fromOn: day })
    await addAudit(tx, {
      organisationId,
      id: newId(),
      action: 'office.setUp',
      actorKind: 'operator',
      actorPersonId: personId,
      via: 'operator',
      seasonId: null,
      about: input.onePerson ? 'one person' : null,
      outcome: 'done',
      ground: 'operator',
      onDay: day,
      recordedAt: now,
    })
    return { organisationId, personId }
  })
}

/** Makes a token for the API that acts as the person who made it; the secret is shown once. */
export async function makeToken(ctx: Context): Promise<{ token: string }> {
  const token = `als_${newSecret()}`
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.makeToken')
    if (!('personId' in ctx.actor)) throw new Refused('token-needs-a-person', {}, 'A token acts as a person.')
    await addToken(tx, {
      organisationId: ctx.organisationId,
      id: newId(),
      personId: ctx.actor.personId,
      hash: hashOf(token),
      createdAt: ctx.clock.now(),
    })
    return { token }
  })
}
