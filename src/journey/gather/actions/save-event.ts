import { eventSchema, type ProgramEvent } from '../../../model/program.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { readYaml } from '../../design/read-yaml.ts'
import { writeEvent, writeWithoutDecision, writeWithoutEvent } from '../../design/rules/write-event.ts'
import { DECIDED } from '../rules/call-off.ts'
import { readEvent } from '../rules/event-form.ts'
import { type EventGiven, giveEvent } from '../rules/event-given.ts'
import { changedMeanwhile, type Entered, enterEvent, findEvent, lookBack, putInFile, wordOf } from './change-event.ts'

const SEE = 'gather.seeEvents'
const ACTION = 'gather.saveEvent'

export type EventForm = {
  readonly season: string
  readonly seasonName: string
  readonly zone: string
  readonly startsOn: string
  readonly endsOn: string
  readonly key: string | null
  readonly name: string | null
  readonly given: EventGiven
  /** The event as it stood when the form was opened, in a word. */
  readonly seen: string
}

/** The form of an event, or an empty one. */
export async function seeEventForm(ctx: Context, input: { season: string; event: string | null }): Promise<EventForm> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, SEE, { seasonId: season.id })
    const event = input.event === null ? null : findEvent(season, input.event)
    const { program } = season
    return {
      season: season.key,
      seasonName: `${program.name}, ${program.season}`,
      zone: program.zone,
      startsOn: program.startsOn,
      endsOn: program.endsOn,
      key: event?.key ?? null,
      name: event?.name ?? null,
      given: giveEvent(event),
      seen: wordOf(event),
    }
  })
}

type Change = { readonly season: string; readonly event: string | null; readonly seen: string }
type Saved = { readonly event: string; readonly changed: boolean }

/**
 * Saves an event as a new version of the season's file, in which everything else stays as it was written. What somebody else changed
 * since the form was opened is never overwritten unasked. The same again changes nothing.
 */
export async function saveEvent(ctx: Context, input: Change & { readonly given: EventGiven }): Promise<Saved> {
  return within(ctx, async (tx) => {
    const entered = await entering(ctx, tx, input)
    const { event, faults } = readEvent(
      input.given,
      entered.before,
      entered.season.program.events.map((it) => it.key),
    )
    if (!event) throw new Invalid('Not saved yet.', { fields: faults })
    return save(ctx, tx, entered, event, input.seen)
  })
}

/** The same of an event as it stands in a program file, which may say more than the form. */
export async function saveEventText(ctx: Context, input: Change & { readonly text: string }): Promise<Saved> {
  const read = readYaml(input.text, {
    schema: eventSchema,
    begin: 'Begin with "key:", as an event of a program file does.',
  })
  if (!read.ok) {
    const fields = read.faults.map((it) => ({ ...it, place: `line ${it.line}, column ${it.column}` }))
    throw new Invalid('The event cannot be read. Nothing was saved.', { fields })
  }
  const event = read.value
  return within(ctx, async (tx) => {
    const entered = await entering(ctx, tx, input)
    const { season, before } = entered
    if (before && event.key !== before.key) throw unfit('key', `The event is “${before.key}”, and its key stays.`)
    if (!before && season.program.events.some((it) => it.key === event.key))
      throw unfit('key', `There is an event “${event.key}” already: say that it is the one you change.`)
    if (JSON.stringify(event.calledOff) !== JSON.stringify(before?.calledOff))
      throw unfit(
        'calledOff',
        'An event is called off, or takes place after all, by an action of its own: people hear of it.',
      )
    return save(ctx, tx, entered, event, input.seen)
  })
}

/** Puts an event back as it was before it was last changed, if nobody has changed it since; one that was new is taken away. */
export async function putBackEvent(
  ctx: Context,
  input: { season: string; event: string; seen: string },
): Promise<{ removed: boolean }> {
  return within(ctx, async (tx) => {
    const entered = await enterEvent(ctx, tx, ACTION, input)
    const { season, before: now } = entered
    if (input.seen !== wordOf(now)) throw await changedMeanwhile(ctx, tx, season, input.event)
    const earlier = await lookBack(ctx, tx, season, input.event)
    if (!earlier && !now) throw new NotFound('There is no such event.')
    if (!earlier) throw new Refused('nothing-before', {}, 'There is nothing before this to put back.')
    const { event } = earlier
    if ((now?.calledOff === undefined) !== (event?.calledOff === undefined) && now && event)
      throw new Refused('people-have-heard', {}, 'People have heard of it: call it off, or let it take place, instead.')
    const write = (text: string) => {
      if (!event) return writeWithoutEvent(text, input.event)
      const back = writeEvent(text, event)
      return now ? back : writeWithoutDecision(back, DECIDED.removed(event))
    }
    await putInFile(ctx, tx, entered, write, `The event “${event?.name ?? now?.name}” was put back as it was.`)
    return { removed: event === null }
  })
}

function unfit(place: string, message: string): Invalid {
  return new Invalid(message, { fields: [{ place, message }] })
}

async function entering(ctx: Context, tx: Tx, input: Change): Promise<Entered> {
  const entered = await enterEvent(ctx, tx, ACTION, input)
  if (input.event !== null && !entered.before) throw new NotFound('There is no such event.')
  return entered
}

async function save(ctx: Context, tx: Tx, entered: Entered, event: ProgramEvent, seen: string): Promise<Saved> {
  const { season, before } = entered
  if (wordOf(event) === wordOf(before)) return { event: event.key, changed: false }
  if (seen !== wordOf(before)) throw await changedMeanwhile(ctx, tx, season, before?.key ?? null)
  await putInFile(ctx, tx, entered, (text) => writeEvent(text, event), `The event “${event.name}” was changed.`)
  return { event: event.key, changed: true }
}
