import { dayIn } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { ProgramEvent } from '../../../model/program.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { type LetterText, queueLetters } from '../../../runtime/queue-letters.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { type AroundEvent, aroundEvent, waitingFor } from '../../../store/events.ts'
import { theOrganisation } from '../../../store/organisations.ts'
import { namesOfHere } from '../../../store/participants.ts'
import type { Season } from '../../../store/seasons.ts'
import { writeDecision, writeEvent, writeWithoutEvent } from '../../design/rules/write-event.ts'
import { calledOffLetter, heldAfterAllLetter } from '../messages/event-news.ts'
import { DECIDED, decideRemoval } from '../rules/call-off.ts'
import { changedMeanwhile, enterEvent, findEvent, putInFile, wordOf } from './change-event.ts'
import type { EventNamed } from './events.ts'

const LONGEST_REASON_CHARACTERS = 500

export type CallingOff = AroundEvent & {
  readonly season: string
  readonly seasonName: string
  readonly event: string
  readonly name: string
  readonly calledOff: { readonly on: Day; readonly because: string } | null
  /** How many hear of it: they signed up or would come, and have not been there. */
  readonly hear: number
  readonly mayRemove: boolean
  /** The event as it stands, in a word. */
  readonly seen: string
}
type Deed = EventNamed & { readonly seen: string; readonly because: string }

/** What it would mean to call an event off or to take it out: what was done around it, and how many hear. */
export async function seeCallingOff(ctx: Context, input: EventNamed): Promise<CallingOff> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'gather.seeEvents', { seasonId: season.id })
    const event = findEvent(season, input.event)
    const around = await aroundEvent(tx, ctx.organisationId, season.id, event.key)
    return {
      ...around,
      season: season.key,
      seasonName: `${season.program.name}, ${season.program.season}`,
      event: event.key,
      name: event.name,
      calledOff: event.calledOff ?? null,
      hear: (await waitersOf(ctx, tx, season, event)).size,
      mayRemove: decideRemoval(around).ok,
      seen: wordOf(event),
    }
  })
}

/** Takes an event out of the file before anything has happened around it. */
export async function removeEvent(ctx: Context, input: Deed): Promise<{ removed: true }> {
  const because = reasonIn(input.because)
  return within(ctx, async (tx) => {
    const { season, event, entered } = await entering(ctx, tx, 'gather.removeEvent', input)
    const may = decideRemoval(await aroundEvent(tx, ctx.organisationId, season.id, event.key))
    if (!may.ok)
      throw new Refused(
        may.code,
        {},
        'Somebody has signed up, said that they would come, asked or been there meanwhile: call it off instead, so that they read what became of it.',
      )
    const decision = { on: todayIn(ctx, season), text: DECIDED.removed(event), because }
    const write = (text: string) => writeDecision(writeWithoutEvent(text, event.key), decision)
    await putInFile(ctx, tx, entered, write, because)
    return { removed: true }
  })
}

/** Calls an event off: it stays in the file and in history, and whoever waits for it hears why. */
export async function callOffEvent(ctx: Context, input: Deed): Promise<{ hear: number }> {
  const because = reasonIn(input.because)
  return within(ctx, async (tx) => {
    const { season, event, entered } = await entering(ctx, tx, 'gather.callOffEvent', input)
    if (event.calledOff) throw new Refused('called-off-already', {}, 'It is called off already.')
    const on = todayIn(ctx, season)
    const decision = { on, text: DECIDED['called-off'](event), because }
    const write = (text: string) => writeDecision(writeEvent(text, { ...event, calledOff: { on, because } }), decision)
    await putInFile(ctx, tx, entered, write, because)
    return { hear: await tellWaiters(ctx, tx, season, event, { on, because }, calledOffLetter) }
  })
}

/** Lets an event take place that was called off; the same people hear. */
export async function holdAfterAll(ctx: Context, input: Deed): Promise<{ hear: number }> {
  const because = reasonIn(input.because)
  return within(ctx, async (tx) => {
    const { season, event, entered } = await entering(ctx, tx, 'gather.holdAfterAll', input)
    if (!event.calledOff) throw new Refused('not-called-off', {}, 'It is not called off.')
    const on = todayIn(ctx, season)
    const { calledOff: _, ...held } = event
    const decision = { on, text: DECIDED.held(event), because }
    const write = (text: string) => writeDecision(writeEvent(text, held), decision)
    await putInFile(ctx, tx, entered, write, because)
    return { hear: await tellWaiters(ctx, tx, season, event, { on, because }, heldAfterAllLetter) }
  })
}

async function entering(ctx: Context, tx: Tx, action: string, input: Deed) {
  const entered = await enterEvent(ctx, tx, action, input)
  const { season, before: event } = entered
  if (!event) throw new NotFound('There is no such event.')
  if (input.seen !== wordOf(event)) throw await changedMeanwhile(ctx, tx, season, event.key, 'because')
  return { season, event, entered }
}

async function waitersOf(ctx: Context, tx: Tx, season: Season, event: ProgramEvent) {
  const ids = await waitingFor(tx, ctx.organisationId, season.id, event.key)
  return namesOfHere(tx, ctx.organisationId, ids, ctx.today)
}

async function tellWaiters(
  ctx: Context,
  tx: Tx,
  season: Season,
  event: ProgramEvent,
  why: { readonly on: Day; readonly because: string },
  letterFor: (it: Parameters<typeof calledOffLetter>[0]) => LetterText,
): Promise<number> {
  const people = await waitersOf(ctx, tx, season, event)
  const address = `${ctx.publicUrl}/seasons/${encodeURIComponent(season.key)}/events/${encodeURIComponent(event.key)}`
  const facts = { event: event.name, program: season.program.name, address, ...why }
  const isKept = (await theOrganisation(tx))?.kind === 'demo'
  const [seasonId, kind, about] = [season.id, 'event-news' as const, newId()]
  const letters = [...people].map(([personId, name]) => ({
    ...{ personId, seasonId, kind, about, isKept },
    ...letterFor({ name, ...facts }),
  }))
  return queueLetters(ctx, tx, letters)
}

function todayIn(ctx: Context, { program }: Season): Day {
  return ctx.on ?? dayIn(ctx.clock.now(), program.zone)
}

function reasonIn(words: string): string {
  const because = words.trim().replaceAll(/\s+/g, ' ')
  const message =
    because === ''
      ? 'Say in a sentence why: it stands in the log of decisions.'
      : because.length > LONGEST_REASON_CHARACTERS
        ? `Say it in at most ${LONGEST_REASON_CHARACTERS} characters.`
        : null
  if (message) throw new Invalid(message, { fields: [{ place: 'because', message }] })
  return because
}
