import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, NotFound } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { queueLetters } from '../../runtime/queue-letters.ts'
import type { Tx } from '../../store/database.ts'
import { addGlass, closeGlass, type GlassRow, lockGlass, openGlass } from '../../store/glass.ts'
import { theOrganisation } from '../../store/organisations.ts'
import { namesOf, personByEmail } from '../../store/people.ts'
import { seasonByKey } from '../../store/seasons.ts'
import { glassLetter } from '../messages/glass-letter.ts'
import { decideAgree, decideAsk, decideEndGlass } from '../rules/glass.ts'
import { actingPerson } from './acting-person.ts'
import { refuseUnless } from './refuse-unless.ts'

export type GlassAsked = { readonly email: string; readonly season: string; readonly reason: string }

/** Asks to read one person's application for an hour. Whether there is one it does not say. */
export async function askToBreakGlass(ctx: Context, input: GlassAsked): Promise<{ id: string }> {
  return within(ctx, async (tx) => {
    const id = newId()
    await permit(ctx, tx, 'office.askToBreakGlass', { about: id })
    const ownerId = actingPerson(ctx)
    const subject = await personByEmail(tx, ctx.organisationId, input.email.trim().toLowerCase())
    if (!subject) throw wrong('email', `Nobody in the directory has the address ${input.email}.`)
    const season = await seasonByKey(tx, ctx.organisationId, input.season)
    if (!season) throw wrong('season', 'Choose a season.')
    const reason = input.reason.trim()
    refuseUnless(decideAsk({ ownerId, subjectId: subject.id, reason }))
    const askedAt = ctx.machineClock.now()
    await addGlass(tx, ctx.organisationId, { id, ownerId, subjectId: subject.id, seasonId: season.id, reason, askedAt })
    return { id }
  })
}

/** Opens it for an hour, as the second person. Whom it is about is told in the same transaction, or it does not open. */
export async function agreeToBreakGlass(ctx: Context, input: { id: string }): Promise<{ untilAt: string }> {
  return within(ctx, async (tx) => {
    const glass = await findGlass(ctx, tx, input.id)
    await permit(ctx, tx, 'office.agreeToBreakGlass', { about: glass.id })
    const secondId = actingPerson(ctx)
    const now = ctx.machineClock.now()
    // The same consent again is the same request, retried.
    if (glass.secondId === secondId && glass.untilAt) return { untilAt: glass.untilAt }
    const { untilAt } = refuseUnless(decideAgree(glass, secondId, now))
    await openGlass(tx, ctx.organisationId, glass.id, { secondId, agreedAt: now, untilAt })
    await tellSubject(ctx, tx, glass, secondId, untilAt)
    return { untilAt }
  })
}

/** Closes it before its hour is over, or calls it off before anybody agreed. */
export async function endGlass(ctx: Context, input: { id: string }): Promise<{ changed: boolean }> {
  return within(ctx, async (tx) => {
    const glass = await findGlass(ctx, tx, input.id)
    await permit(ctx, tx, 'office.endGlass', { about: glass.id })
    const now = ctx.machineClock.now()
    const decided = decideEndGlass(glass, actingPerson(ctx), now)
    if (!decided.ok) throw new NotFound('There is nothing of yours to close here.')
    if (decided.value === 'unchanged') return { changed: false }
    await closeGlass(tx, ctx.organisationId, glass.id, now)
    return { changed: true }
  })
}

async function findGlass(ctx: Context, tx: Tx, id: string): Promise<GlassRow> {
  const glass = await lockGlass(tx, ctx.organisationId, id)
  if (!glass) throw new NotFound('There is nothing here.')
  return glass
}

async function tellSubject(ctx: Context, tx: Tx, glass: GlassRow, secondId: string, untilAt: string): Promise<void> {
  const organisation = await theOrganisation(tx)
  const names = await namesOf(tx, ctx.organisationId, [secondId])
  const letter = glassLetter(glass.subject, {
    season: glass.season,
    owner: glass.owner,
    second: names.get(secondId) ?? 'another person',
    reason: glass.reason,
    untilAt,
    privacyContact: organisation?.privacyContact ?? null,
    dataUrl: `${ctx.publicUrl}/me`,
  })
  await queueLetters(ctx, tx, [{ personId: glass.subjectId, kind: 'glass', about: glass.id, ...letter }])
}

function wrong(place: string, message: string): Invalid {
  return new Invalid(message, { fields: [{ place, message }] })
}
