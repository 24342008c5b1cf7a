import type { Day } from '../../model/day.ts'
import type { Results } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { type House, withLink } from '../../runtime/open-context.ts'
import { findSeason } from '../../runtime/season.ts'
import type { Tx } from '../../store/database.ts'
import { participationOf, seasonFactsOf } from '../../store/facts.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import { resultsLinkByHash, type Season, seasonByKey } from '../../store/seasons.ts'
import { planCounted } from '../survey/rules.ts'
import { countParticipation, countResults } from './rules.ts'

export type ResultsScreen = { readonly program: Program; readonly results: Results }

/** Every figure of the season as of a day: `--on`, or today. */
export async function showResults(ctx: Context, input: { season?: string }): Promise<ResultsScreen> {
  return within(ctx, async (tx) => show(ctx, tx, await findSeason(ctx, tx, input.season)))
}

/** The full results by a link somebody was given; a wrong or revoked link reads like a page that is not there. */
export async function showResultsByLink(house: House, input: { season: string; link: string }): Promise<ResultsScreen> {
  const link = await resultsLinkByHash(house.db, house.organisation.id, hashOf(input.link))
  if (!link) throw new NotFound('no such link')
  const ctx = withLink(house, 'results.showResults', link.seasonId)
  return within(ctx, async (tx) => {
    const season = await seasonByKey(tx, ctx.organisationId, input.season)
    if (season?.id !== link.seasonId) throw new NotFound('no such link')
    return show(ctx, tx, season)
  })
}

async function show(ctx: Context, tx: Tx, season: Season): Promise<ResultsScreen> {
  await permit(ctx, tx, 'results.showResults', { seasonId: season.id })
  return { program: season.program, results: await resultsOn(ctx, tx, season, ctx.on ?? ctx.today) }
}

/** What anybody may see of a season: its people and pairs as counts. */
export async function seeParticipation(
  ctx: Context,
  input: { season?: string },
): Promise<{ seasonId: string; program: Program; asOf: Day; participation: Results['participation'] }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const { pairs, departments } = await participationOf(tx, ctx.organisationId, season.id, ctx.today)
    return {
      seasonId: season.id,
      program: season.program,
      asOf: ctx.today,
      participation: countParticipation(pairs.map(asPairFact), departments, ctx.today),
    }
  })
}

/** Every figure of a season as of a day, for whoever was permitted to see them. */
export async function resultsOn(ctx: Context, tx: Tx, season: Season, asOf: Day): Promise<Results> {
  const { program } = season
  const found = await seasonFactsOf(tx, ctx.organisationId, season.id, asOf, planCounted(program.surveys, asOf))
  return countResults(program, {
    ...found,
    season: season.key,
    asOf,
    pairs: found.pairs.map(asPairFact),
    surveys: found.answered
      .filter((it) => !found.sealed.some((one) => one.survey === it.survey))
      .map((it) => ({
        ...it,
        answers: found.answers.filter((one) => one.survey === it.survey && one.role === it.role),
      })),
  })
}
