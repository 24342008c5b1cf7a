import type { Day } from '../../model/day.ts'
import type { Results } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { type House, withLink } from '../../runtime/open-context.ts'
import { findSeason } from '../../runtime/season.ts'
import { answeredCounts, answersOf } from '../../store/answers.ts'
import type { Tx } from '../../store/database.ts'
import { attendanceOf, meetingsOf } from '../../store/facts.ts'
import { pairsOf } from '../../store/matches.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import { peopleOn } from '../../store/people.ts'
import { resultsLinkByHash, type Season, seasonByKey } from '../../store/seasons.ts'
import { countParticipation, countResults } from './rules.ts'

export type ResultsScreen = { readonly program: Program; readonly results: Results }

/** Every figure of the season as of a day: `--on`, or today. */
export async function showResults(ctx: Context, input: { season?: string }): Promise<ResultsScreen> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'results.showResults', { seasonId: season.id })
    return { program: season.program, results: await resultsOn(ctx, tx, season, ctx.on ?? ctx.today) }
  })
}

/** The full results by a link somebody was given; a wrong or revoked link reads like a page that is not there. */
export async function showResultsByLink(house: House, input: { season: string; link: string }): Promise<ResultsScreen> {
  const link = await resultsLinkByHash(house.db, house.organisation.id, hashOf(input.link))
  const season = await seasonByKey(house.db, house.organisation.id, input.season)
  if (!link || !season || link.seasonId !== season.id) throw new NotFound('no such link')
  return showResults(withLink(house, 'results.showResults', season.id), { season: input.season })
}

/** What anybody may see of a season: its people and pairs as counts. */
export async function seeParticipation(
  ctx: Context,
  input: { season?: string },
): Promise<{ program: Program; asOf: Day; participation: Results['participation'] }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    const pairs = (await pairsOf(tx, ctx.organisationId, season.id)).map(asPairFact)
    const departments = await departmentsOn(ctx, tx, ctx.today)
    return {
      program: season.program,
      asOf: ctx.today,
      participation: countParticipation(pairs, departments, ctx.today),
    }
  })
}

async function departmentsOn(ctx: Context, tx: Tx, day: Day) {
  const people = await peopleOn(tx, ctx.organisationId, day)
  return people.map((person) => ({ personId: person.id, department: person.department }))
}

async function resultsOn(ctx: Context, tx: Tx, season: Season, asOf: Day): Promise<Results> {
  const pairs = (await pairsOf(tx, ctx.organisationId, season.id)).map(asPairFact)
  const answers = await answersOf(tx, ctx.organisationId, season.id)
  const counts = await answeredCounts(tx, ctx.organisationId, season.id)
  return countResults(season.program, {
    season: season.key,
    asOf,
    pairs,
    departments: await departmentsOn(ctx, tx, asOf),
    attendance: await attendanceOf(tx, ctx.organisationId, season.id),
    meetings: await meetingsOf(tx, ctx.organisationId, season.id),
    surveys: counts.map((it) => ({
      ...it,
      answers: answers.filter((one) => one.survey === it.survey && one.role === it.role),
    })),
  })
}
