import type { ProgramEvent } from '../../../model/program.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { hashOf, newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { lastChangeOf, usedSessions } from '../../../store/events.ts'
import {
  addVersion,
  latestVersion,
  lockSeason,
  type Season,
  saveSeason,
  versionBefore,
} from '../../../store/seasons.ts'
import { readProgram } from '../../design/load-program.ts'
import { writeEvent, writeWithoutEvent } from '../../design/rules/write-event.ts'
import { type EventGiven, giveEvent, readEvent } from '../rules/event-form.ts'

const SEE = 'gather.seeEvents'
const ACTION = 'gather.saveEvent'
/** What changes a season's events, in this form or in its file. */
const CHANGES = [ACTION, 'design.loadProgram'] as const

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
    const event = findEvent(season, input.event)
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

/**
 * Saves an event as a new version of the season's file, in which everything else stays as it was written. What somebody else changed
 * since the form was opened is never overwritten unasked. The same again changes nothing.
 */
export async function saveEvent(
  ctx: Context,
  input: { season: string; event: string | null; given: EventGiven; seen: string },
): Promise<{ event: string; changed: boolean }> {
  return within(ctx, async (tx) => {
    const { season, before, last } = await enter(ctx, tx, input)
    const keys = season.program.events.map((it) => it.key)
    const { event, faults } = readEvent(input.given, before, keys)
    if (!event) throw new Invalid('Not saved yet.', { fields: faults })
    if (wordOf(event) === wordOf(before)) return { event: event.key, changed: false }
    if (input.seen !== wordOf(before)) throw changedMeanwhile(last)
    await refuseUsed(ctx, tx, season, event, before)
    await keep(ctx, tx, season, (text) => writeEvent(text, event), `The event “${event.name}” was changed.`)
    return { event: event.key, changed: true }
  })
}

/** Puts an event back as it was before it was last saved, if nobody has changed it since; one that was new is taken away. */
export async function putBackEvent(
  ctx: Context,
  input: { season: string; event: string; seen: string },
): Promise<{ removed: boolean }> {
  return within(ctx, async (tx) => {
    const { season, before: now, last } = await enter(ctx, tx, input)
    if (input.seen !== wordOf(now)) throw changedMeanwhile(last)
    const older = readProgram((await versionBefore(tx, ctx.organisationId, season.id))?.fileText ?? '')
    if (!older.ok) throw new Refused('nothing-before', {}, 'There is nothing before this to put back.')
    const event = older.value.events.find((it) => it.key === input.event) ?? null
    await refuseUsed(ctx, tx, season, event, now)
    const write = (text: string) => (event ? writeEvent(text, event) : writeWithoutEvent(text, input.event))
    await keep(ctx, tx, season, write, `The event “${event?.name ?? now?.name}” was put back as it was.`)
    return { removed: event === null }
  })
}

async function enter(ctx: Context, tx: Tx, input: { season: string; event: string | null }) {
  const { id } = await findSeason(ctx, tx, input.season)
  await lockSeason(tx, ctx.organisationId, id)
  // Read once more: whoever held the lock may have changed it.
  const season = await findSeason(ctx, tx, input.season)
  const last = await lastChangeOf(tx, ctx.organisationId, season, CHANGES)
  await permit(ctx, tx, ACTION, { seasonId: season.id, about: input.event ?? 'new' })
  return { season, last, before: findEvent(season, input.event) }
}

function findEvent(season: Season, key: string | null): ProgramEvent | null {
  if (key === null) return null
  const event = season.program.events.find((it) => it.key === key)
  if (!event) throw new NotFound('There is no such event.')
  return event
}

/** An event as it stands, in a word that another state of it does not share. */
export function wordOf(event: ProgramEvent | null): string {
  return event ? hashOf(JSON.stringify(giveEvent(event))).slice(0, 32) : 'new'
}

function changedMeanwhile(last: { readonly name: string | null; readonly on: string } | undefined): Invalid {
  const who = last?.name ?? 'somebody'
  const message = `Changed by ${who}${last ? ` on ${last.on}` : ''} since you opened it. Nothing was saved. What you entered stands below: save it again to put it in the place of theirs.`
  return new Invalid(message, { fields: [{ place: 'name', message }] })
}

/** A session that somebody signed up for or came to is not taken away. */
async function refuseUsed(
  ctx: Context,
  tx: Tx,
  season: Season,
  event: ProgramEvent | null,
  before: ProgramEvent | null,
) {
  const gone = (before?.sessions ?? []).filter((it) => !event?.sessions.some((one) => one.key === it.key))
  const keys = gone.map((it) => it.key)
  const used = await usedSessions(tx, ctx.organisationId, season.id, before?.key ?? '', keys)
  const [first] = used
  if (!first) return
  const message = `People have signed up for session ${first} or came to it, so it stays. Give it another day, or ask them to change first.`
  const at = before?.sessions.findIndex((it) => it.key === first) ?? 0
  throw new Invalid(message, { fields: [{ place: `on-${at}`, message }] })
}

async function keep(
  ctx: Context,
  tx: Tx,
  season: Season,
  write: (text: string) => string,
  because: string,
): Promise<void> {
  const version = await latestVersion(tx, ctx.organisationId, season.id)
  if (!version) throw new Refused('no-program-file', {}, 'This season has no program file to write to.')
  const fileText = write(version.fileText)
  const read = readProgram(fileText)
  if (!read.ok) {
    const fields = read.faults.map((it) => ({ place: 'name', message: `${it.message}. ${it.remedy}` }))
    throw new Invalid('Not saved yet.', { fields })
  }
  const [loadedOn, recordedAt] = [ctx.on ?? ctx.today, ctx.clock.now()]
  await saveSeason(tx, ctx.organisationId, { ...season, program: read.value, recordedAt })
  const kept = { id: newId(), seasonId: season.id, fileText, fileHash: hashOf(fileText) }
  const publishedBy = 'personId' in ctx.actor ? ctx.actor.personId : null
  await addVersion(tx, ctx.organisationId, { ...kept, loadedOn, recordedAt, publishedBy, because })
}
