import { addDays } from '../../calendar/days.ts'
import type { Hat } from '../../model/hats.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, NotFound } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import type { Tx } from '../../store/database.ts'
import { addHat, endHats, hatBook } from '../../store/hats.ts'
import { lockOrganisation, type Organisation } from '../../store/organisations.ts'
import { seasonByKey } from '../../store/seasons.ts'
import { newcomerByEmail } from '../../store/sign-in-links.ts'
import { decideGive, decideLend, decideTake, type HatBook, type Wearing } from '../rules/hats.ts'
import { actingPerson } from './acting-person.ts'
import { refuseUnless } from './refuse-unless.ts'
import { tellOfHats } from './tell-of-hats.ts'

export type HatGiven = {
  readonly email: string
  readonly hat: Hat
  /** The key of its season; for the whole organisation unless said. */
  readonly season?: string
  readonly until?: string
  readonly deputy?: boolean
}
export type HatChanged = { readonly hatId: string | null; readonly changed: boolean }
/** With the last day it had before, for whoever wants to give it again as it was. */
export type HatTaken = HatChanged & { readonly untilBefore: string | null }

/** Gives a hat to a person of the directory, from today on; it counts from their next request. */
export async function giveHat(ctx: Context, input: HatGiven): Promise<HatChanged> {
  return within(ctx, async (tx) => {
    const { organisation, book } = await openBook(ctx, tx)
    const person = await somebody(ctx, tx, input.email)
    const seasonId = await seasonIdOf(ctx, tx, input.season)
    const id = newId()
    await permit(ctx, tx, 'office.giveHat', { about: `${input.hat} ${id}` })
    const isDeputy = input.hat === 'named-contact' && input.deputy === true
    const giving = { personId: person.id, hat: input.hat, seasonId, untilOn: input.until ?? null, isDeputy }
    if (refuseUnless(decideGive(book, giving)) === 'unchanged') return { hatId: null, changed: false }
    const givenBy = actingPerson(ctx)
    await addHat(tx, { ...giving, organisationId: ctx.organisationId, id, fromOn: ctx.today, givenBy })
    const watchers = person.id === givenBy ? watchersOf(book, givenBy) : []
    await tellOfHats(ctx, tx, { organisation: organisation.name, hatIds: [id], how: 'given', watchers })
    return { hatId: id, changed: true }
  })
}

/** Takes a hat off at once, with what was lent from it; one that is off already stays as it was. */
export async function takeHat(ctx: Context, input: { hatId: string }): Promise<HatTaken> {
  return within(ctx, async (tx) => {
    const { organisation, book } = await openBook(ctx, tx)
    await permit(ctx, tx, 'office.takeHat', { about: input.hatId })
    return takeOff(ctx, tx, organisation, book, input.hatId)
  })
}

export type HatNamed = { readonly email: string; readonly hat: Hat; readonly season?: string }

/** The same for whoever names person and hat instead of choosing from a list. */
export async function takeHatOf(ctx: Context, input: HatNamed): Promise<HatTaken> {
  return within(ctx, async (tx) => {
    const { organisation, book } = await openBook(ctx, tx)
    const person = await somebody(ctx, tx, input.email)
    const seasonId = await seasonIdOf(ctx, tx, input.season)
    const worn = book.wearings.filter((it) => it.personId === person.id && it.hat === input.hat)
    const found = worn.find((it) => it.seasonId === seasonId)
    await permit(ctx, tx, 'office.takeHat', { about: found?.id ?? input.hat })
    if (found) return takeOff(ctx, tx, organisation, book, found.id)
    const elsewhere = worn.length > 0 ? ' It is worn for one season: say which, with its key.' : ''
    throw new NotFound(`${input.email} does not wear this hat.${elsewhere}`)
  })
}

/** Lends a hat of one's own until a day; the lender keeps it, and an owner or the lender can end it before. */
export async function delegateHat(
  ctx: Context,
  input: { hatId: string; email: string; until: string },
): Promise<HatChanged> {
  return within(ctx, async (tx) => {
    const { organisation, book } = await openBook(ctx, tx)
    const lenderId = actingPerson(ctx)
    const own = book.wearings.find((it) => it.id === input.hatId && it.personId === lenderId)
    if (!own) throw new NotFound('You do not wear this hat.')
    const id = newId()
    await permit(ctx, tx, 'office.delegateHat', { seasonId: own.seasonId ?? undefined, about: `${own.hat} ${id}` })
    const to = await somebody(ctx, tx, input.email)
    const asked = { lenderId, wearingId: own.id, toPersonId: to.id, untilOn: input.until }
    if (book.wearings.some((it) => isSameLoan(it, own, asked))) return { hatId: null, changed: false }
    const lent = refuseUnless(decideLend(book, asked))
    await addHat(tx, { ...lent, organisationId: ctx.organisationId, id, givenBy: lenderId })
    await tellOfHats(ctx, tx, { organisation: organisation.name, hatIds: [id], how: 'lent' })
    return { hatId: id, changed: true }
  })
}

/** Ends a loan of one's own at once. */
export async function takeBackHat(ctx: Context, input: { hatId: string }): Promise<HatTaken> {
  return within(ctx, async (tx) => {
    const { organisation, book } = await openBook(ctx, tx)
    const lent = book.wearings.find((it) => it.id === input.hatId)
    if (lent && lent.lentBy !== actingPerson(ctx)) throw new NotFound('You did not lend this hat.')
    await permit(ctx, tx, 'office.takeBackHat', { people: [actingPerson(ctx)], about: input.hatId })
    return takeOff(ctx, tx, organisation, book, input.hatId)
  })
}

/** The hats of everybody, locked: two changes never run into each other. */
export async function openBook(ctx: Context, tx: Tx): Promise<{ organisation: Organisation; book: HatBook }> {
  const organisation = await lockOrganisation(tx, ctx.organisationId)
  const wearings = await hatBook(tx, ctx.organisationId, ctx.today)
  return {
    organisation,
    book: { wearings, today: ctx.today, onePersonDecided: organisation.onePersonDecidedOn !== null },
  }
}

async function takeOff(
  ctx: Context,
  tx: Tx,
  organisation: Organisation,
  book: HatBook,
  hatId: string,
): Promise<HatTaken> {
  const ended = refuseUnless(decideTake(book, hatId))
  const untilBefore = book.wearings.find((it) => it.id === hatId)?.untilOn ?? null
  if (ended.length === 0) return { hatId, changed: false, untilBefore }
  await endHats(tx, ctx.organisationId, ended, addDays(ctx.today, -1))
  await tellOfHats(ctx, tx, { organisation: organisation.name, hatIds: ended, how: 'taken' })
  return { hatId, changed: true, untilBefore }
}

/** Somebody of the directory by their address. */
export async function somebody(ctx: Context, tx: Tx, email: string): Promise<{ readonly id: string }> {
  const person = await newcomerByEmail(tx, ctx.organisationId, email.trim().toLowerCase(), ctx.today)
  if (person) return person
  const message = `Nobody in the directory has the address ${email}.`
  throw new Invalid(message, {
    fields: [{ place: 'email', message, remedy: 'Correct it, or import the person first.' }],
  })
}

async function seasonIdOf(ctx: Context, tx: Tx, key: string | undefined): Promise<string | null> {
  if (!key) return null
  const season = await seasonByKey(tx, ctx.organisationId, key)
  if (season) return season.id
  const message = `There is no season "${key}".`
  throw new Invalid(message, { fields: [{ place: 'season', message, remedy: 'Choose one of the list.' }] })
}

/** The other owners, and the auditors. */
function watchersOf(book: HatBook, personId: string): readonly string[] {
  const watching = book.wearings.filter((it) => it.hat === 'owner' || it.hat === 'auditor')
  return [...new Set(watching.map((it) => it.personId))].filter((id) => id !== personId)
}

/** The same loan again is the same request, retried. */
function isSameLoan(it: Wearing, own: Wearing, asked: { toPersonId: string; untilOn: string }): boolean {
  const isTheSame = it.lentBy === own.personId && it.hat === own.hat && it.seasonId === own.seasonId
  return isTheSame && it.personId === asked.toPersonId && it.untilOn === asked.untilOn
}
