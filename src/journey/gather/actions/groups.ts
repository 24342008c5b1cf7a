import { randomInt } from 'node:crypto'
import { dayIn } from '../../../calendar/days.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import { addDraw, addPlaces, membersFor } from '../../../store/groups.ts'
import { LARGEST_GROUP, planGroups, SMALLEST_GROUP } from '../rules/groups.ts'
import { type EventNamed, eventOf } from './events.ts'

const SEEDS = 2 ** 31

/** Draws small groups of those who signed up for a session, mixed across divisions. Once: whoever drew first, it stands. */
export async function drawGroups(
  ctx: Context,
  input: EventNamed & { session: string; size: number },
): Promise<{ groups: number }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'gather.drawGroups', { seasonId: season.id })
    const event = eventOf(season, input.event)
    if (!event.sessions.some((it) => it.key === input.session)) throw unfit('session', 'Choose one of the sessions.')
    if (!Number.isInteger(input.size) || input.size < SMALLEST_GROUP || input.size > LARGEST_GROUP)
      throw unfit('size', `Enter how many people a group has, from ${SMALLEST_GROUP} to ${LARGEST_GROUP}.`)
    const of = { seasonId: season.id, event: event.key, session: input.session }
    const today = dayIn(ctx.clock.now(), season.program.zone)
    const people = await membersFor(tx, ctx.organisationId, of, today)
    if (people.length === 0) throw new Refused('nobody-signed-up', {}, 'Nobody has signed up for this session yet.')
    const draw = { ...of, id: newId(), seed: randomInt(SEEDS), size: input.size, drawnAt: ctx.clock.now() }
    if (!(await addDraw(tx, ctx.organisationId, draw))) return { groups: 0 }
    const groups = planGroups(people, draw.size, draw.seed)
    const places = groups.flatMap((ids, at) => ids.map((person) => ({ id: newId(), person, number: at + 1 })))
    await addPlaces(tx, ctx.organisationId, draw.id, places)
    return { groups: groups.length }
  })
}

function unfit(place: string, message: string): Invalid {
  return new Invalid(message, { fields: [{ place, message }] })
}
