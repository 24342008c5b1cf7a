import type { Respondent } from '../../../model/respondent.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { removeWords, saveParaphrase } from '../../../store/paraphrases.ts'
import { countQuotes, type QuoteShown, quotesOf } from '../../../store/quotes.ts'
import { lockSeason } from '../../../store/seasons.ts'
import { decideParaphrase, LONGEST_PARAPHRASE } from '../rules/words.ts'
import { isSameQuestion, pageOf, questionsIn, readersOf, WORDS_PER_PAGE, type WordsShown } from './words-in.ts'

export type WordsScreen = {
  readonly season: string
  readonly seasonName: string
  /** Every question that is asked, to choose one from. */
  readonly asked: readonly WordsShown[]
  /** The one that was chosen, or all of them. */
  readonly shown: readonly WordsShown[]
  /** The page of the words of each that is shown. */
  readonly page: number
  /** Null to whoever is no coordinator. */
  readonly quotes: QuotesPage | null
}
/** Fifty of the quotes that are offered. */
export type QuotesPage = {
  readonly quotes: readonly QuoteShown[]
  readonly found: number
  readonly page: number
}
export type WordsAsked = {
  readonly season: string
  /** One question, or null for all of them. */
  readonly of: Pick<WordsShown, 'survey' | 'role' | 'question'> | null
  readonly page: number
  readonly quotesPage: number
}

/** What people wrote to the surveys of a season, as far as the program shows it to whoever asks, and the quotes that are offered. */
export async function readWords(ctx: Context, input: WordsAsked): Promise<WordsScreen> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'survey.readWords', { seasonId: season.id })
    const { of } = input
    const asked = await questionsIn(ctx, tx, season, { page: input.page, of })
    const chosen = of === null ? [] : asked.filter((it) => isSameQuestion(it, of))
    return {
      season: season.key,
      seasonName: season.program.name,
      asked,
      shown: chosen.length === 0 ? asked : chosen,
      page: pageOf(input.page, Math.max(0, ...chosen.map((it) => it.writers))),
      quotes: readersOf(ctx, season).has('coordinator')
        ? await quotesIn(tx, ctx.organisationId, season.id, input.quotesPage)
        : null,
    }
  })
}

export type ParaphrasesSeen = {
  readonly season: string
  readonly questions: readonly Omit<WordsShown, 'words' | 'writers' | 'isMine'>[]
  readonly quotes: QuotesPage
}

/** Where every question in people's own words stands, with its paraphrase, and the quotes that are offered; never what people wrote. */
export async function seeParaphrases(
  ctx: Context,
  input: { season: string | undefined; page: number },
): Promise<ParaphrasesSeen> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'survey.seeParaphrases', { seasonId: season.id })
    const asked = await questionsIn(ctx, tx, season, null)
    return {
      season: season.key,
      questions: asked.map(({ words, writers, isMine, ...it }) => it),
      quotes: await quotesIn(tx, ctx.organisationId, season.id, input.page),
    }
  })
}

async function quotesIn(tx: Tx, organisationId: string, seasonId: string, asked: number): Promise<QuotesPage> {
  const found = await countQuotes(tx, organisationId, seasonId)
  const page = pageOf(asked, found)
  const part = { limit: WORDS_PER_PAGE, offset: (page - 1) * WORDS_PER_PAGE }
  return { quotes: await quotesOf(tx, organisationId, seasonId, part), found, page }
}

export type Paraphrasing = {
  readonly season: string | undefined
  readonly survey: string
  readonly role: Respondent
  readonly question: string
  readonly text: string
  /** The version that was read; 0 where there was none. */
  readonly version: number
  readonly publish: boolean
  readonly isSure: boolean
}

/** Keeps a paraphrase of what people wrote, or publishes it: then what they wrote is deleted. */
export async function paraphrase(ctx: Context, input: Paraphrasing): Promise<{ became: 'kept' | 'published' }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'survey.paraphrase', { seasonId: season.id })
    await lockSeason(tx, ctx.organisationId, season.id)
    const found = (await questionsIn(ctx, tx, season, null)).find((it) => isSameQuestion(it, input))
    if (!found?.isMine) throw new NotFound('There is nothing to paraphrase here.')
    if (!found.paraphrasedFor || found.standing === 'coming' || found.standing === 'few')
      throw new Refused(
        'words-not-open',
        { standing: found.standing },
        'What people wrote is not paraphrased, or cannot be read yet.',
      )
    const decided = decideParaphrase(input.text, input)
    if (!decided.ok) throw unusable(decided.code, placeOf(input))
    const before = found.paraphrase
    if ((before?.version ?? 0) !== input.version) throw new Refused('changed-since', {}, CHANGED)
    const publishedOn = before?.publishedOn ?? (input.publish ? ctx.today : null)
    const named = { seasonId: season.id, survey: found.survey, role: found.role, question: found.question }
    await saveParaphrase(tx, ctx.organisationId, {
      ...named,
      id: newId(),
      text: decided.value,
      base: publishedOn === null ? null : (before?.base ?? found.writers),
      publishedOn,
      at: ctx.clock.now(),
    })
    if (publishedOn !== null) await removeWords(tx, ctx.organisationId, named)
    return { became: publishedOn === null ? 'kept' : 'published' }
  })
}

const CHANGED =
  'Somebody has changed this paraphrase since you opened it. Theirs stands beside yours; nothing was overwritten. Keep yours again to put it in the place of theirs.'

/** The field in which the paraphrase of a question is written. */
function placeOf(it: Pick<Paraphrasing, 'survey' | 'role' | 'question'>): string {
  return `words-${it.survey}-${it.role}-${it.question}`
}

function unusable(code: string, place: string): Invalid {
  const says: Readonly<Record<string, string>> = {
    'too-long': `Shorten this to ${LONGEST_PARAPHRASE} characters.`,
    'nothing-written': 'Write the paraphrase first.',
    'not-sure': 'Say that what people wrote may be deleted: nobody can bring it back.',
  }
  const message = says[code] ?? 'This cannot be used.'
  return new Invalid(message, { fields: [{ place: code === 'not-sure' ? `${place}-sure` : place, message }] })
}
