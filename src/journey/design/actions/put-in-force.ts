import { dayIn } from '../../../calendar/days.ts'
import type { Program } from '../../../model/program.ts'
import type { Context } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { hashOf, newId } from '../../../runtime/new-id.ts'
import type { Tx } from '../../../store/database.ts'
import { seasonCounts } from '../../../store/season-facts.ts'
import { latestVersion, putVersion } from '../../../store/season-versions.ts'
import type { Season } from '../../../store/seasons.ts'
import { readProgram } from '../load-program.ts'
import { type Change, decideChanges } from '../rules/decide-changes.ts'
import { asSeasonFacts, type SeasonFacts } from '../rules/season-facts.ts'

/** The program of a file; every fault of it at once where it has any. */
export function validProgram(text: string): Program {
  const read = readProgram(text)
  if (read.ok) return read.value
  const fields = read.faults.map((it) => ({
    place: `line ${it.line}, column ${it.column}`,
    message: it.message,
    remedy: it.remedy,
  }))
  throw new Invalid(
    `The program file has ${fields.length === 1 ? 'one fault' : `${fields.length} faults`}. Nothing was loaded.`,
    { fields },
  )
}

export async function factsOf(ctx: Context, tx: Tx, season: Season): Promise<SeasonFacts> {
  const today = ctx.on ?? dayIn(ctx.clock.now(), season.program.zone)
  return asSeasonFacts(await seasonCounts(tx, ctx.organisationId, season.id), today)
}

/** Brings a season up to date with a text, or founds it; says no where that would change what cannot change any more. */
export async function putInForce(
  ctx: Context,
  tx: Tx,
  it: { program: Program; text: string; before: Season | undefined; because: string | null },
): Promise<{ seasonId: string; changed: boolean }> {
  const { program, text, before } = it
  const id = before?.id ?? newId()
  const fileHash = hashOf(text)
  if (before && (await latestVersion(tx, ctx.organisationId, id))?.fileHash === fileHash)
    return { seasonId: id, changed: false }
  if (before) refuseLocked(decideChanges(before.program, program, await factsOf(ctx, tx, before)))
  const loadedOn = ctx.on ?? ctx.today
  const recordedAt = ctx.clock.now()
  await putVersion(tx, ctx.organisationId, {
    id: newId(),
    season: { id, key: program.key, program, loadedOn },
    fileText: text,
    fileHash,
    loadedOn,
    recordedAt,
    publishedBy: 'personId' in ctx.actor ? ctx.actor.personId : null,
    because: it.because,
  })
  return { seasonId: id, changed: true }
}

function refuseLocked(changes: readonly Change[]): void {
  const locked = changes.filter((it) => it.lock !== null)
  if (locked.length === 0) return
  const places = locked.map((it) => `${it.path.join('.')} (${it.lock})`)
  throw new Refused(
    'cannot-change-any-more',
    { places },
    `This cannot change any more: ${places.join(', ')}. Leave it as it is in force, or begin another season.`,
  )
}
