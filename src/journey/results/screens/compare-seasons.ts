import type { Day } from '../../../model/day.ts'
import { type Context, within } from '../../../runtime/context.ts'
import { NotFound } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import { resultFactsOfEach } from '../../../store/facts.ts'
import { type Season, seasonsOf } from '../../../store/seasons.ts'
import { planCounted } from '../../survey/rules.ts'
import { type ComparedRow, compareSeasons, planCompared, planDays } from '../rules/compare.ts'
import { asksAfterwards } from '../rules/measured.ts'
import { countResults } from '../rules.ts'
import { openingOf, permitOpening } from './opening.ts'

export type ComparedSeason = { readonly key: string; readonly name: string; readonly asOf: Day }
export type ComparisonScreen = {
  /** The one that was asked for before the others. */
  readonly seasons: readonly ComparedSeason[]
  readonly rows: readonly ComparedRow[]
  readonly programs: readonly Season['program'][]
  /** Other seasons whose figures whoever asks may see. */
  readonly choices: readonly { readonly key: string; readonly name: string }[]
}

/** Beyond three a table of figures is read by nobody. */
const MOST_BESIDE = 2

/**
 * Figures of several seasons side by side, counted by the same definitions, for whoever may see those of each. A season that does
 * not open to them reads like one that is not there.
 */
export async function seeComparison(
  ctx: Context,
  input: { season: string | undefined; with: readonly string[]; at: 'today' | 'same' },
): Promise<ComparisonScreen> {
  return within(ctx, async (tx) => {
    const all = await seasonsOf(tx, ctx.organisationId)
    const first = input.season ?? (await findSeason(ctx, tx, undefined)).key
    const keys = [...new Set([first, ...input.with.filter((it) => it !== '')])].slice(0, 1 + MOST_BESIDE)
    const seasons = keys.map((key) => all.find((it) => it.key === key) ?? missing(key))
    for (const season of seasons) await permitOpening(ctx, tx, season)
    const programs = planCompared(seasons.map((it) => it.program))
    const days = planDays(programs, ctx.today, input.at)
    const asked = seasons.map(({ id }, at) => {
      const [program, day] = [programs[at], days[at] ?? ctx.today]
      const counted = program ? planCounted(program.surveys, day) : []
      return { seasonId: id, day, counted, careers: program !== undefined && asksAfterwards(program) }
    })
    const facts = await resultFactsOfEach(tx, ctx.organisationId, asked)
    const compared = programs.flatMap((program, at) => {
      const [own, asOf] = [facts[at], days[at] ?? ctx.today]
      return own ? [{ program, results: countResults(program, { ...own, season: program.key, asOf }) }] : []
    })
    return {
      seasons: seasons.map((it, at) => ({ key: it.key, name: nameOf(it), asOf: days[at] ?? ctx.today })),
      rows: compareSeasons(compared),
      programs,
      choices: all
        .filter((it) => it.key !== first && openingOf(ctx.actor, it) !== null)
        .map((it) => ({ key: it.key, name: nameOf(it) })),
    }
  })
}

function nameOf({ program }: Season): string {
  return `${program.name}, ${program.season}`
}

function missing(key: string): never {
  throw new NotFound(`There is no season "${key}".`)
}
