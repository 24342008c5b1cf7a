import type { Clock } from '../../runtime/clock.ts'
import { Refused } from '../../runtime/errors.ts'
import type { Installation } from '../../runtime/installation.ts'
import { hashOf, newId, newSecret } from '../../runtime/new-id.ts'
import { addAudit } from '../../store/audit.ts'
import type { Database, Tx } from '../../store/database.ts'
import { spendFirstOwnerLink } from '../../store/first-owner-links.ts'
import { addHat } from '../../store/hats.ts'
import { addOrganisation, lockFounding, theOrganisation } from '../../store/organisations.ts'
import { savePeople } from '../../store/people.ts'
import { enterOrganisation } from '../../store/second-wall.ts'
import { addSignIn } from '../../store/sign-ins.ts'

export type SetUp = {
  organisation: string
  /** The address of whoever runs the program. */
  operator: string
  /** Their name; the address unless said. */
  name?: string
  privacyContact?: string | null
  onePerson: boolean
  kind: 'real' | 'demo'
  dataFolder: string
}

type Founded = { organisationId: string; personId: string }

/**
 * Founds the organisation of an empty database: the address becomes a guest, owner and coordinator. With `onePerson` it is
 * also people team and named contact; that is the owner's recorded decision and application forms show it.
 */
export async function setUp(db: Database, clock: Clock, input: SetUp): Promise<Founded> {
  return db.transaction().execute((tx) => found(tx, clock.now(), input, 'operator'))
}

/** The same by the link that the first start printed, which it spends; whoever holds it is signed in as the owner. */
export async function setUpByLink(
  { db, machineClock, config }: Installation,
  input: Omit<SetUp, 'kind' | 'dataFolder'> & { secret: string; device: string },
): Promise<{ secret: string } | null> {
  const now = machineClock.now()
  return db.transaction().execute(async (tx) => {
    if (!(await spendFirstOwnerLink(tx, hashOf(input.secret), now))) return null
    const founded = await found(tx, now, { ...input, kind: 'real', dataFolder: config.dataFolder }, 'link')
    const secret = newSecret()
    const { personId } = founded
    const signIn = { id: newId(), personId, hash: hashOf(secret), method: 'link', device: input.device } as const
    await addSignIn(tx, founded.organisationId, { ...signIn, stepped: false, madeAt: now })
    return { secret }
  })
}

async function found(tx: Tx, now: string, input: SetUp, by: 'operator' | 'link'): Promise<Founded> {
  await lockFounding(tx)
  const there = await theOrganisation(tx)
  if (there) throw alreadyThere(there.name, input.dataFolder)
  const organisationId = newId()
  const personId = newId()
  const day = now.slice(0, 10)
  await enterOrganisation(tx, organisationId)
  await addOrganisation(tx, {
    id: organisationId,
    name: input.organisation,
    kind: input.kind,
    operatorPersonId: personId,
    onePersonDecidedOn: input.onePerson ? day : null,
    privacyContact: input.privacyContact ?? null,
    createdAt: now,
  })
  const founder = { id: personId, email: input.operator, name: input.name ?? input.operator, kind: 'guest' } as const
  await savePeople(tx, organisationId, [{ ...founder, employee_id: null }], now)
  const both = input.onePerson ? (['people-team', 'named-contact'] as const) : []
  for (const hat of ['owner', 'coordinator', ...both] as const)
    await addHat(tx, { organisationId, id: newId(), personId, hat, fromOn: day })
  await addAudit(tx, {
    organisationId,
    id: newId(),
    action: 'office.setUp',
    actorKind: by,
    actorPersonId: personId,
    via: by,
    seasonId: null,
    about: input.onePerson ? 'one person' : null,
    outcome: 'done',
    ground: by,
    onDay: day,
    recordedAt: now,
  })
  return { organisationId, personId }
}

function alreadyThere(name: string, dataFolder: string): Refused {
  return new Refused(
    'organisation-exists',
    { organisation: name, dataFolder },
    `${dataFolder} already holds the organisation "${name}". Start another one in a new folder, with ALONGSIDE_DATA.`,
  )
}
