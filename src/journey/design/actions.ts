import { type Context, permit, within } from '../../runtime/context.ts'
import { findSeason } from '../../runtime/season.ts'
import { lockSeason, seasonByKey } from '../../store/seasons.ts'
import { factsOf, putInForce, validProgram } from './actions/put-in-force.ts'
import { describeProgram } from './load-program.ts'
import { type Change, decideChanges } from './rules/decide-changes.ts'

export type Loaded = { readonly season: string; readonly name: string; readonly changed: boolean }

/** Loads a program file as a season, or brings the season of its key up to date; every version is kept. */
export async function loadProgram(ctx: Context, input: { text: string; because?: string }): Promise<Loaded> {
  const program = validProgram(input.text)
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'design.loadProgram', { about: program.key })
    const found = await seasonByKey(tx, ctx.organisationId, program.key)
    if (found) await lockSeason(tx, ctx.organisationId, found.id)
    const before = found && (await seasonByKey(tx, ctx.organisationId, program.key))
    const because = input.because?.trim() || null
    const { changed } = await putInForce(ctx, tx, { program, text: input.text, before, because })
    return { season: program.key, name: program.name, changed }
  })
}

/** Says everything that is wrong with a file, by line and column, and changes nothing. */
export async function checkProgram(
  _ctx: Context | null,
  input: { text: string },
): Promise<{ season: string; name: string; faults: 0 }> {
  const program = validProgram(input.text)
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

export type Compared = {
  readonly season: string
  readonly changes: readonly (Omit<Change, 'path'> & { place: string })[]
}

/** What a file would change in the season of its key: whom it touches, and what cannot change any more. Nothing is changed. */
export async function compareProgram(ctx: Context, input: { text: string }): Promise<Compared> {
  const program = validProgram(input.text)
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, program.key)
    await permit(ctx, tx, 'design.compareProgram', { seasonId: season.id })
    const changes = decideChanges(season.program, program, await factsOf(ctx, tx, season))
    return { season: season.key, changes: changes.map(({ path, ...it }) => ({ place: path.join('.'), ...it })) }
  })
}
