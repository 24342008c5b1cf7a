import { dayIn } from '../calendar/days.ts'
import { directoryTokenByHash, markDirectoryTokenUsed } from '../store/directory-tokens.ts'
import { hatsOf } from '../store/hats.ts'
import { type Organisation, theOrganisation } from '../store/organisations.ts'
import { personByEmail } from '../store/people.ts'
import { markSeen, signInByHash } from '../store/sign-ins.ts'
import { markTokenUsed, tokenByHash } from '../store/tokens.ts'
import { type Clock, stoppedClock } from './clock.ts'
import type { Actor, Context } from './context.ts'
import { NotAllowed, NotFound, Refused } from './errors.ts'
import type { Installation } from './installation.ts'
import { hashOf } from './new-id.ts'

/** How often the last use of a sign-in or a token is written down. */
const SEEN_AGAIN_MS = 60_000

/** The organisation and its clock, before anybody acts; the demo keeps a clock of its own. */
export type House = Installation & {
  readonly organisation: Organisation
  readonly clock: Clock
  readonly today: string
}

export async function openHouse(installation: Installation): Promise<House | null> {
  const organisation = await theOrganisation(installation.db)
  if (!organisation) return null
  const { kind, clockAt } = organisation
  const clock = kind === 'demo' && clockAt ? stoppedClock(clockAt) : installation.machineClock
  return { ...installation, organisation, clock, today: dayIn(clock.now(), 'Etc/UTC') }
}

export function noOrganisation(): Refused {
  return new Refused(
    'no-organisation',
    {},
    'There is no organisation yet. Begin with: alongside office setup --organisation NAME --operator ADDRESS',
  )
}

function contextFor(house: House, actor: Actor, on: string | null): Context {
  const { db, keyring, config, organisation, clock, machineClock, today } = house
  return {
    db,
    config,
    keyring,
    organisationId: organisation.id,
    actor,
    clock,
    machineClock,
    today,
    on,
    draftsFolder: `${config.dataFolder}/letters`,
    publicUrl: config.publicUrl,
    sendsMail: config.smtpUrl !== null,
  }
}

/** Whoever is at the machine that holds the data, acting as the address they name, or as the organisation's operator. */
export async function asOperator(house: House, as: string | undefined, on: string | null): Promise<Context> {
  let personId = house.organisation.operatorPersonId
  if (as) {
    const person = await personByEmail(house.db, house.organisation.id, as.trim().toLowerCase())
    if (!person) throw new NotFound(`Nobody here has the address ${as}.`)
    personId = person.id
  }
  const hats = await hatsOf(house.db, house.organisation.id, personId, house.today)
  return contextFor(
    house,
    { kind: 'operator', personId, hats, operatorPersonId: house.organisation.operatorPersonId },
    on,
  )
}

/** The person behind a token of the API. */
export async function withToken(house: House, token: string, on: string | null): Promise<Context> {
  const now = house.machineClock.now()
  const found = await tokenByHash(house.db, hashOf(token), now, house.today)
  if (!found || found.organisationId !== house.organisation.id) throw new NotAllowed('This token is not known.')
  if (found.usedAt === null || Date.parse(now) - Date.parse(found.usedAt) > SEEN_AGAIN_MS)
    await markTokenUsed(house.db, found.organisationId, found.id, now)
  return contextFor(house, { kind: 'token', personId: found.personId, hats: found.hats, tokenId: found.id }, on)
}

/** Whoever holds the secret of a sign-in that is still good; null for everybody else. */
export async function asPerson(house: House, secret: string): Promise<Context | null> {
  const now = house.machineClock.now()
  const found = await signInByHash(house.db, house.organisation.id, hashOf(secret), now, house.today)
  if (!found) return null
  if (Date.parse(now) - Date.parse(found.seenAt) > SEEN_AGAIN_MS)
    await markSeen(house.db, house.organisation.id, found.id, now)
  const { personId, hats, id, stepped, glass } = found
  return contextFor(house, { kind: 'person', personId, hats, signInId: id, stepped, glass }, null)
}

/** Somebody who has not said who they are. */
export function asAnybody(house: House): Context {
  return contextFor(house, { kind: 'anybody' }, null)
}

/** The organisation's own directory service, by its token; null for a token nobody made, not found for another organisation's. */
export async function asDirectoryService(house: House, token: string): Promise<Context | null> {
  const found = await directoryTokenByHash(house.db, hashOf(token))
  if (!found) return null
  if (found.organisationId !== house.organisation.id) throw new NotFound('There is nothing here.')
  const now = house.machineClock.now()
  if (found.usedAt === null || Date.parse(now) - Date.parse(found.usedAt) > SEEN_AGAIN_MS)
    await markDirectoryTokenUsed(house.db, found.organisationId, found.id, now)
  return contextFor(house, { kind: 'directory-service', tokenId: found.id }, null)
}

/** The product itself, in a run of its own that the audit names. */
export function asProgram(house: House, run: string): Context {
  return contextFor(house, { kind: 'program', run }, null)
}

/** Somebody with a link made for one thing, or nobody in particular. */
export function withLink(house: House, action: string, about: string): Context {
  return contextFor(house, { kind: 'link', action, about }, null)
}
