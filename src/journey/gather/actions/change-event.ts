import { dayIn } from '../../../calendar/days.ts'
import { eventSchema, type ProgramEvent } from '../../../model/program.ts'
import { type Context, permit } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { hashOf, newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { seasonCounts } from '../../../store/season-facts.ts'
import { latestVersion, putVersion, versionsBack } from '../../../store/season-versions.ts'
import { lockSeason, type Season } from '../../../store/seasons.ts'
import { readProgram } from '../../design/load-program.ts'
import { decideChanges, type Lock } from '../../design/rules/decide-changes.ts'
import { asSeasonFacts } from '../../design/rules/season-facts.ts'
import { placeOfChange } from '../rules/event-form.ts'

/** Versions that are looked through for an earlier state of an event. */
const MOST_BACK = 50

/** An event before something is done to it, in its season, locked. */
export type Entered = { readonly season: Season; readonly before: ProgramEvent | null }

/** Opens a season to change one of its events; null where the season has none of that key. */
export async function enterEvent(
  ctx: Context,
  tx: Tx,
  action: string,
  input: { readonly season: string; readonly event: string | null },
): Promise<Entered> {
  const { id } = await findSeason(ctx, tx, input.season)
  await lockSeason(tx, ctx.organisationId, id)
  // Read once more: whoever held the lock may have changed it.
  const season = await findSeason(ctx, tx, input.season)
  await permit(ctx, tx, action, { seasonId: season.id, about: input.event ?? 'new' })
  return { season, before: season.program.events.find((it) => it.key === input.event) ?? null }
}

export function findEvent(season: Season, key: string): ProgramEvent {
  const event = season.program.events.find((it) => it.key === key)
  if (!event) throw new NotFound('There is no such event.')
  return event
}

/** An event as it stands, in a word that another state of it does not share. */
export function wordOf(event: ProgramEvent | null): string {
  if (!event) return 'new'
  // In the order of the schema: the database keeps a program without the order of its names.
  const read = eventSchema.safeParse(event)
  return hashOf(JSON.stringify(read.data ?? event)).slice(0, 32)
}

type Earlier = {
  /** The event before it was changed last; null where it was not there. */
  readonly event: ProgramEvent | null
  readonly changedBy: string | null
  readonly changedOn: string
}

/** What an event was before it was changed last, and who changed it; null where it always was as it is. */
export async function lookBack(ctx: Context, tx: Tx, season: Season, key: string): Promise<Earlier | null> {
  const versions = await versionsBack(tx, ctx.organisationId, season.id, MOST_BACK)
  const now = wordOf(season.program.events.find((it) => it.key === key) ?? null)
  for (const [at, { fileText }] of versions.entries()) {
    const read = readProgram(fileText)
    if (!read.ok) continue
    const event = read.value.events.find((it) => it.key === key) ?? null
    const changed = versions[at - 1]
    if (!changed || wordOf(event) === now) continue
    return { event, changedBy: changed.by, changedOn: changed.loadedOn }
  }
  return null
}

/** Of two who opened the same event, the second is told by whom it was changed; nothing of the first is overwritten unasked. */
export async function changedMeanwhile(
  ctx: Context,
  tx: Tx,
  season: Season,
  key: string | null,
  place = 'name',
): Promise<Invalid> {
  const last = key === null ? null : await lookBack(ctx, tx, season, key)
  const who = last?.changedBy ?? 'somebody'
  const message = `Changed by ${who}${last ? ` on ${last.changedOn}` : ''} since you opened it. Nothing was saved. What you entered stands below: save it again to put it in the place of theirs.`
  return new Invalid(message, { fields: [{ place, message }] })
}

const WHY_NOT: Readonly<Partial<Record<Lock, string>>> = {
  'people-came': 'People came to it, and it is in the figures, so this stays as it was.',
  'people-signed-up': 'People have signed up for it, so it stays. Give it another day, or call the event off.',
}

/** Puts the season's file in force with an event changed, as its next version, unless that would change what cannot change any more. */
export async function putInFile(
  ctx: Context,
  tx: Tx,
  { season, before }: Entered,
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
  const today = ctx.on ?? dayIn(ctx.clock.now(), season.program.zone)
  const facts = asSeasonFacts(await seasonCounts(tx, ctx.organisationId, season.id), today)
  // That it is called off, or takes place after all, is told to those who wait for it by the action that does it.
  const isTold = (path: readonly string[]) => path[2] === 'calledOff'
  const locked = decideChanges(season.program, read.value, facts).filter((it) => it.lock !== null && !isTold(it.path))
  if (locked.length > 0) {
    const fields = locked.map(({ path, lock }) => ({
      place: placeOfChange(before, path),
      message: (lock && WHY_NOT[lock]) ?? 'This cannot change any more.',
    }))
    throw new Invalid('Not saved yet.', { fields })
  }
  await putVersion(tx, ctx.organisationId, {
    id: newId(),
    season: { ...season, program: read.value },
    fileText,
    fileHash: hashOf(fileText),
    loadedOn: ctx.on ?? ctx.today,
    recordedAt: ctx.clock.now(),
    publishedBy: 'personId' in ctx.actor ? ctx.actor.personId : null,
    because,
  })
}
