import { randomInt } from 'node:crypto'
import { dayIn } from '../../../calendar/days.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import {
  addDraw,
  addPlaces,
  type DrawOf,
  lockDraws,
  markReplaced,
  membersFor,
  removeDraw,
} from '../../../store/groups.ts'
import { pairsOf } from '../../../store/matches.ts'
import { LARGEST_GROUP, planGroups, SMALLEST_GROUP } from '../rules/groups.ts'
import { type EventNamed, eventOf } from './events.ts'

const SEEDS = 2 ** 31
const ACTION = 'gather.drawGroups'

/**
 * Draws small groups for a session, mixed across divisions and without one's own pair: of those who came, once somebody did, else of
 * those who signed up. `instead` is the draw that the page showed, to be replaced; without it only the first draw stands.
 */
export async function drawGroups(
  ctx: Context,
  input: EventNamed & { session: string; size: number; instead: string | null },
): Promise<{ groups: number }> {
  return within(ctx, async (tx) => {
    const { of, today } = await enter(ctx, tx, input)
    if (!Number.isInteger(input.size) || input.size < SMALLEST_GROUP || input.size > LARGEST_GROUP)
      throw unfit('size', `Enter how many people a group has, from ${SMALLEST_GROUP} to ${LARGEST_GROUP}.`)
    const came = await membersFor(tx, ctx.organisationId, of, today, 'came')
    const people = came.length > 0 ? came : await membersFor(tx, ctx.organisationId, of, today, 'signed-up')
    if (people.length === 0) throw new Refused('nobody-signed-up', {}, 'Nobody has signed up for this session yet.')
    // An ended pair stays apart too: they may not want to meet again just here.
    const pairs = (await pairsOf(tx, ctx.organisationId, of.seasonId)).map((it) => [it.mentorId, it.menteeId] as const)
    const seed = randomInt(SEEDS)
    const groups = planGroups(people, pairs, input.size, seed)
    if (!groups.ok) throw cannotBeDrawn(groups.code, people.length)
    if (input.instead) await replace(ctx, tx, of, input.instead)
    const draw = { ...of, id: newId(), seed, size: input.size, drawnAt: ctx.clock.now() }
    if (!(await addDraw(tx, ctx.organisationId, draw))) return { groups: 0 }
    const places = groups.value.flatMap((ids, at) => ids.map((person) => ({ id: newId(), person, number: at + 1 })))
    await addPlaces(tx, ctx.organisationId, draw.id, places)
    return { groups: groups.value.length }
  })
}

/** Puts the groups of before back in the place of the draw that the page showed. */
export async function putBackGroups(
  ctx: Context,
  input: EventNamed & { session: string; instead: string },
): Promise<void> {
  return within(ctx, async (tx) => {
    const { of } = await enter(ctx, tx, input)
    const [current, before] = await lockDraws(tx, ctx.organisationId, of)
    if (!current || !before || !current.isCurrent || current.id !== input.instead) throw drawnMeanwhile()
    await removeDraw(tx, ctx.organisationId, current.id)
    await markReplaced(tx, ctx.organisationId, before.id, null)
  })
}

async function enter(ctx: Context, tx: Tx, input: EventNamed & { session: string }) {
  const season = await findSeason(ctx, tx, input.season)
  await permit(ctx, tx, ACTION, { seasonId: season.id })
  const event = eventOf(season, input.event)
  if (!event.sessions.some((it) => it.key === input.session)) throw unfit('session', 'Choose one of the sessions.')
  const of: DrawOf = { seasonId: season.id, event: event.key, session: input.session }
  return { of, today: dayIn(ctx.clock.now(), season.program.zone) }
}

async function replace(ctx: Context, tx: Tx, of: DrawOf, instead: string): Promise<void> {
  const [current] = await lockDraws(tx, ctx.organisationId, of)
  if (current?.id !== instead || !current.isCurrent) throw drawnMeanwhile()
  await markReplaced(tx, ctx.organisationId, current.id, ctx.clock.now())
}

function drawnMeanwhile(): Refused {
  const message = 'Somebody drew these groups since you opened the page. Look at them first; nothing was changed.'
  return new Refused('changed-since', {}, message)
}

function cannotBeDrawn(code: string, people: number): Refused {
  const who = people === 1 ? 'One person is' : `${people} people are`
  const message =
    code === 'pairs-meet'
      ? `${who} too few to draw groups of ${SMALLEST_GROUP} to ${LARGEST_GROUP} in which nobody meets their own pair. Stay in one round.`
      : `${who} too few for a group: it takes ${SMALLEST_GROUP}.`
  return new Refused(code, { people }, message)
}

function unfit(place: string, message: string): Invalid {
  return new Invalid(message, { fields: [{ place, message }] })
}
