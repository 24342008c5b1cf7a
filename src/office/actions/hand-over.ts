import { addDays } from '../../calendar/days.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { queueLetters } from '../../runtime/queue-letters.ts'
import { findSeason } from '../../runtime/season.ts'
import { applicationsOf } from '../../store/applications.ts'
import type { Tx } from '../../store/database.ts'
import { addHandOver, type HandOver, handOverById, markUndone, restoreHats } from '../../store/hand-overs.ts'
import { addHat, endHats } from '../../store/hats.ts'
import { pairsOf } from '../../store/matches.ts'
import { namesOf } from '../../store/people.ts'
import type { Season } from '../../store/seasons.ts'
import { handedOverLetter, handOverKnownLetter } from '../messages/hand-over-letters.ts'
import { decideHandOver } from '../rules/hand-over.ts'
import type { HatBook } from '../rules/hats.ts'
import { actingPerson } from './acting-person.ts'
import { openBook, somebody } from './hats.ts'
import { refuseUnless } from './refuse-unless.ts'
import { tellOfHats } from './tell-of-hats.ts'

export type HandedOver = { readonly handOverId: string; readonly keepsHat: boolean }

/** Hands a season over to another coordinator: they get its hat and everything open in it, and one’s own hat of it ends. */
export async function handOverSeason(ctx: Context, input: { season?: string; email: string }): Promise<HandedOver> {
  return within(ctx, async (tx) => {
    const { organisation, book } = await openBook(ctx, tx)
    const season = await findSeason(ctx, tx, input.season)
    const fromId = actingPerson(ctx)
    const id = newId()
    await permit(ctx, tx, 'office.handOverSeason', { seasonId: season.id, about: id })
    const to = await somebody(ctx, tx, input.email)
    const takesPart = await takesPartIn(ctx, tx, season.id, to.id)
    const { give, end } = refuseUnless(decideHandOver(book, { fromId, toId: to.id, seasonId: season.id, takesPart }))
    const givenHatId = give && newId()
    if (give && givenHatId)
      await addHat(tx, {
        ...give,
        organisationId: ctx.organisationId,
        id: givenHatId,
        fromOn: ctx.today,
        givenBy: fromId,
      })
    const endedHats = end.map((it) => ({ id: it.id, untilOn: it.untilOn }))
    await endHats(
      tx,
      ctx.organisationId,
      endedHats.map((it) => it.id),
      addDays(ctx.today, -1),
    )
    const done = { id, seasonId: season.id, fromId, toId: to.id, givenHatId, endedHats, handedOn: ctx.today }
    await addHandOver(tx, ctx.organisationId, { ...done, at: ctx.clock.now() })
    const lent = end.filter((it) => it.personId !== fromId).map((it) => it.id)
    if (lent.length > 0) await tellOfHats(ctx, tx, { organisation: organisation.name, hatIds: lent, how: 'taken' })
    await tell(ctx, tx, season, done, book)
    return { handOverId: id, keepsHat: end.every((it) => it.personId !== fromId) }
  })
}

/** Takes a hand-over back on the day it was made: every hat is as it was before. */
export async function undoHandOver(ctx: Context, input: { handOverId: string }): Promise<{ readonly undone: boolean }> {
  return within(ctx, async (tx) => {
    const { organisation } = await openBook(ctx, tx)
    const me = actingPerson(ctx)
    const found = await handOverById(tx, ctx.organisationId, input.handOverId)
    if (!found || found.fromId !== me) throw new NotFound('There is no such hand-over of yours.')
    await permit(ctx, tx, 'office.undoHandOver', { seasonId: found.seasonId, people: [me], about: found.id })
    if (found.isUndone) return { undone: false }
    if (found.handedOn !== ctx.today) throw dayIsOver()
    await markUndone(tx, ctx.organisationId, found.id, ctx.clock.now())
    await restoreHats(tx, ctx.organisationId, found.endedHats)
    const given = found.givenHatId ? [found.givenHatId] : []
    await endHats(tx, ctx.organisationId, given, addDays(ctx.today, -1))
    if (given.length > 0) await tellOfHats(ctx, tx, { organisation: organisation.name, hatIds: given, how: 'taken' })
    return { undone: true }
  })
}

async function takesPartIn(ctx: Context, tx: Tx, seasonId: string, personId: string): Promise<boolean> {
  const applications = await applicationsOf(tx, ctx.organisationId, seasonId)
  const pairs = await pairsOf(tx, ctx.organisationId, seasonId)
  return (
    applications.some((it) => it.person_id === personId) ||
    pairs.some((it) => it.mentorId === personId || it.menteeId === personId)
  )
}

type Done = Omit<HandOver, 'isUndone'>

/** To whoever takes over, and to those who watch over hats. */
async function tell(ctx: Context, tx: Tx, season: Season, it: Done, book: HatBook): Promise<void> {
  const watching = book.wearings.filter((worn) => worn.hat === 'owner' || worn.hat === 'auditor')
  const watchers = [...new Set(watching.map((worn) => worn.personId))].filter(
    (id) => id !== it.fromId && id !== it.toId,
  )
  const names = await namesOf(tx, ctx.organisationId, [it.fromId, it.toId, ...watchers])
  const nameOf = (id: string) => names.get(id) ?? ''
  const { name, season: when } = season.program
  const told = { season: `${name}, ${when}`, from: nameOf(it.fromId), to: nameOf(it.toId) }
  const page = `${ctx.publicUrl}/hand-overs/${it.id}`
  // What it is about names a hat of the two: an erasure empties letters that name them by it.
  const about = `handed ${it.givenHatId ?? it.endedHats[0]?.id ?? it.id} ${it.id}`
  await queueLetters(ctx, tx, [
    { personId: it.toId, kind: 'hat', about, ...handedOverLetter({ ...told, page }) },
    ...watchers.map((personId) => ({
      personId,
      kind: 'hat' as const,
      about,
      ...handOverKnownLetter(nameOf(personId), told),
    })),
  ])
}

function dayIsOver(): Refused {
  const says =
    'The day of the hand-over is over. Whoever has the season now can hand it back, or an owner gives you the hat.'
  return new Refused('hand-over-stands', {}, says)
}
