import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid } from '../../runtime/errors.ts'
import { hashOf, newId } from '../../runtime/new-id.ts'
import { findSeason } from '../../runtime/season.ts'
import { addVersion, latestVersion, lockSeason, saveSeason, seasonByKey } from '../../store/seasons.ts'
import { describeProgram, readProgram } from './load-program.ts'

export type Loaded = { readonly season: string; readonly name: string; readonly changed: boolean }

/** Loads a program file as a season, or brings the season of its key up to date; every version is kept. */
export async function loadProgram(ctx: Context, input: { text: string }): Promise<Loaded> {
  const program = valid(input.text)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'design.loadProgram', { about: program.key })
    const before = await seasonByKey(tx, ctx.organisationId, program.key)
    const id = before?.id ?? newId()
    const loadedOn = ctx.on ?? ctx.today
    const recordedAt = ctx.clock.now()
    if (before) await lockSeason(tx, ctx.organisationId, id)
    const fileHash = hashOf(input.text)
    const same = before && (await latestVersion(tx, ctx.organisationId, id))?.fileHash === fileHash
    if (same) return { season: program.key, name: program.name, changed: false }
    await saveSeason(tx, ctx.organisationId, { id, key: program.key, program, loadedOn, recordedAt })
    await addVersion(tx, ctx.organisationId, {
      id: newId(),
      seasonId: id,
      fileText: input.text,
      fileHash,
      loadedOn,
      recordedAt,
    })
    return { season: program.key, name: program.name, changed: true }
  })
}

/** Says everything that is wrong with a file, by line and column, and changes nothing. */
export async function checkProgram(
  _ctx: Context | null,
  input: { text: string },
): Promise<{ season: string; name: string; faults: 0 }> {
  const program = valid(input.text)
  return { season: program.key, name: program.name, faults: 0 }
}

/** A season's rules in plain lines. */
export async function showProgram(
  ctx: Context,
  input: { season?: string },
): Promise<{ season: string; lines: readonly string[] }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'design.showProgram', { seasonId: season.id })
    return { season: season.key, lines: describeProgram(season.program) }
  })
}

function valid(text: string) {
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
