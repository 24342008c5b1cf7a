import type { Day } from '../../model/day.ts'
import type { Results } from '../../model/figures.ts'
import { audienceOf, type Program } from '../../model/program.ts'
import type { SeasonDecision } from '../../model/season-decision.ts'
import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { hashOf } from '../../runtime/new-id.ts'
import { type House, withLink } from '../../runtime/open-context.ts'
import { findSeason } from '../../runtime/season.ts'
import type { Tx } from '../../store/database.ts'
import { closingOf, type EditionLine, editionOf } from '../../store/editions.ts'
import { participationOf, resultFactsOf } from '../../store/facts.ts'
import { asPairFact } from '../../store/pair-facts.ts'
import type { Paraphrase } from '../../store/paraphrases.ts'
import type { QuotesFound } from '../../store/quotes.ts'
import { resultsLinkByHash, type Season, seasonByKey } from '../../store/seasons.ts'
import { planCounted } from '../survey/rules.ts'
import { type LookBack, planLookBack } from './rules/look-back.ts'
import { asksAfterwards } from './rules/measured.ts'
import { paraphrasesFor } from './rules/said.ts'
import { planSummaries, type Summary } from './rules/summaries.ts'
import { countParticipation, countResults, daysToLookBackFrom } from './rules.ts'
import { openingOf, permitOpening } from './screens/opening.ts'

export type ResultsScreen = {
  readonly program: Program
  readonly results: Results
  /** Days on which something changed all at once, the last of them today: to look back from. */
  readonly days: readonly Day[]
  readonly lookBack: LookBack | null
  readonly editions: readonly EditionLine[]
  /** What was decided at the end, the newest first. */
  readonly decisions: readonly SeasonDecision[]
  /** What the coordinator says of each survey, by its key: their own words, else those of the program file. */
  readonly summaries: Readonly<Record<string, Summary>>
  /** What is published of people's own words. */
  readonly said: QuotesFound & { readonly part: QuotesAsked; readonly paraphrases: readonly Paraphrase[] }
  /** Whether whoever asks may keep an edition and record a decision. */
  readonly mayClose: boolean
}
type Asked = { readonly season?: string; readonly on?: Day; readonly quotes?: QuotesAsked }
/** Which fifty of the quotes, or all of them, to print. */
export type QuotesAsked = number | 'all'
export const QUOTES_PER_PAGE = 50
/** The most that are shown at once. */
export const MOST_QUOTES = 1000

/** Every figure of the season as of a day: the one asked for, `--on`, or today. */
export async function showResults(ctx: Context, input: Asked): Promise<ResultsScreen> {
  return within(ctx, async (tx) => show(ctx, tx, await findSeason(ctx, tx, input.season), input))
}

/** The figures alone, as data. */
export async function readResults(ctx: Context, input: Asked): Promise<Results> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permitOpening(ctx, tx, season)
    return resultsOn(ctx, tx, season, input.on ?? ctx.on ?? ctx.today)
  })
}

/** The figures of a season whose results are for anybody; of any other they read like a page that is not there. */
export async function seePublicResults(
  ctx: Context,
  input: Asked,
): Promise<{ readonly program: Program; readonly results: Results }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    if (audienceOf(season.program) !== 'public') throw new NotFound('The results of this season are not public.')
    await permit(ctx, tx, 'results.showToAnybody', { seasonId: season.id })
    return { program: season.program, results: await resultsOn(ctx, tx, season, input.on ?? ctx.on ?? ctx.today) }
  })
}

/** Every figure to those whom the program opens them to, and to everybody else how many take part. */
export async function seeResults(ctx: Context, input: Asked): Promise<ResultsScreen | Counts> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    return openingOf(ctx.actor, season) ? show(ctx, tx, season, input) : countsOf(ctx, tx, season)
  })
}

/** The full results by a link somebody was given; a wrong or revoked link reads like a page that is not there. */
export async function showResultsByLink(
  house: House,
  input: Asked & { season: string; link: string },
): Promise<ResultsScreen> {
  return byLink(house, input, (ctx, tx, season) => show(ctx, tx, season, input))
}

async function byLink<T>(
  house: House,
  input: { season: string; link: string },
  see: (ctx: Context, tx: Tx, season: Season) => Promise<T>,
): Promise<T> {
  const link = await resultsLinkByHash(house.db, house.organisation.id, hashOf(input.link))
  if (!link) throw new NotFound('no such link')
  const ctx = withLink(house, 'results.showResults', link.seasonId)
  return within(ctx, async (tx) => {
    const season = await seasonByKey(tx, ctx.organisationId, input.season)
    if (season?.id !== link.seasonId) throw new NotFound('no such link')
    return see(ctx, tx, season)
  })
}

async function show(ctx: Context, tx: Tx, season: Season, { on, quotes = 1 }: Asked): Promise<ResultsScreen> {
  const action = await permitOpening(ctx, tx, season)
  const asOf = on ?? ctx.on ?? ctx.today
  const results = await resultsOn(ctx, tx, season, asOf)
  const part = quotes === 'all' ? { page: 1, limit: MOST_QUOTES } : { page: quotes, limit: QUOTES_PER_PAGE }
  const closing = await closingOf(tx, ctx.organisationId, season.id, asOf, part)
  const { written, quotes: found, paraphrases, ...kept } = closing
  return {
    program: season.program,
    results,
    days: daysToLookBackFrom(season.program, ctx.today),
    lookBack: planLookBack(season.program, ctx.today),
    ...kept,
    summaries: planSummaries(season.program, written),
    said: { ...found, part: quotes, paraphrases: paraphrasesFor(season.program, paraphrases, action) },
    mayClose: isAllowed(ctx.actor, 'results.recordDecision', { seasonId: season.id }),
  }
}

export type EditionScreen = EditionLine & {
  readonly program: Program
  readonly results: Results
  readonly summaries: ResultsScreen['summaries']
  /** Whether it is what it was when it was made. */
  readonly isWhole: boolean
}

/** Results as they were kept, for whoever may see the results of today. */
export async function seeEdition(ctx: Context, input: { season: string; number: number }): Promise<EditionScreen> {
  return within(ctx, async (tx) => editionIn(ctx, tx, await findSeason(ctx, tx, input.season), input.number))
}

/** The same by a link. */
export async function seeEditionByLink(
  house: House,
  input: { season: string; link: string; number: number },
): Promise<EditionScreen> {
  return byLink(house, input, (ctx, tx, season) => editionIn(ctx, tx, season, input.number))
}

async function editionIn(ctx: Context, tx: Tx, season: Season, number: number): Promise<EditionScreen> {
  await permitOpening(ctx, tx, season)
  const found = await editionOf(tx, ctx.organisationId, season.id, number)
  if (!found) throw new NotFound('There is no such edition.')
  const { content, ...line } = found
  const { program, results, summaries = planSummaries(program, []) } = JSON.parse(content)
  // What an older edition did not count yet is not counted now.
  return {
    ...line,
    program,
    summaries,
    results: { ...NOT_COUNTED_YET, ...results },
    isWhole: hashOf(content) === line.hash,
  }
}

const NOT_COUNTED_YET = { measures: [] } as const

export type Counts = {
  readonly seasonId: string
  readonly program: Program
  readonly asOf: Day
  readonly participation: Results['participation']
  readonly summaries: ResultsScreen['summaries']
}

/** What anybody may see of a season: its people and pairs as counts. */
export async function seeParticipation(ctx: Context, input: { season?: string }): Promise<Counts> {
  return within(ctx, async (tx) => countsOf(ctx, tx, await findSeason(ctx, tx, input.season)))
}

async function countsOf(ctx: Context, tx: Tx, season: Season): Promise<Counts> {
  const { pairs, departments, written } = await participationOf(tx, ctx.organisationId, season.id, ctx.today)
  return {
    seasonId: season.id,
    program: season.program,
    asOf: ctx.today,
    participation: countParticipation(pairs.map(asPairFact), departments, ctx.today),
    summaries: planSummaries(season.program, written),
  }
}

/** Every figure of a season as of a day, for whoever was permitted to see them. */
export async function resultsOn(ctx: Context, tx: Tx, { id, key, program }: Season, asOf: Day): Promise<Results> {
  const facts = await resultFactsOf(tx, ctx.organisationId, id, asOf, {
    counted: planCounted(program.surveys, asOf),
    careers: asksAfterwards(program),
  })
  return countResults(program, { ...facts, season: key, asOf })
}
