import { dayIn } from '../../../calendar/days.ts'
import type { ResultsAudience } from '../../../model/program.ts'
import type { Respondent } from '../../../model/respondent.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { stillSealed } from '../../../store/paired-answers.ts'
import { type Paraphrase, paraphrasesOf, removeWords, saveParaphrase, wordsTo } from '../../../store/paraphrases.ts'
import { type QuoteShown, quotesOf } from '../../../store/quotes.ts'
import { lockSeason, type Season } from '../../../store/seasons.ts'
import {
  type AskedInWords,
  decideParaphrase,
  decideWordsStanding,
  LONGEST_PARAPHRASE,
  planWords,
  readerOf,
  type WordsReader,
  type WordsStanding,
} from '../rules/words.ts'

export type WordsShown = AskedInWords & {
  readonly surveyName: string
  readonly standing: WordsStanding
  readonly reader: WordsReader
  /** For whom they are paraphrased; null where they are read as they are, by the coordinator alone. */
  readonly paraphrasedFor: ResultsAudience | null
  /** Empty to whom the program does not show them. */
  readonly words: readonly string[]
  readonly isMine: boolean
  readonly paraphrase: Paraphrase | null
}
export type WordsScreen = {
  readonly season: string
  readonly seasonName: string
  readonly questions: readonly WordsShown[]
  /** Null to whoever is no coordinator. */
  readonly quotes: readonly QuoteShown[] | null
}

/** What people wrote to the surveys of a season, as far as the program shows it to whoever asks, and the quotes that are offered. */
export async function readWords(ctx: Context, input: { season: string }): Promise<WordsScreen> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'survey.readWords', { seasonId: season.id })
    const isCoordinator = readersOf(ctx, season).has('coordinator')
    return {
      season: season.key,
      seasonName: season.program.name,
      questions: await questionsIn(ctx, tx, season),
      quotes: isCoordinator ? await quotesOf(tx, ctx.organisationId, season.id) : null,
    }
  })
}

export type Paraphrasing = {
  readonly season: string
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
    const found = (await questionsIn(ctx, tx, season)).find(
      (it) => it.survey === input.survey && it.role === input.role && it.question === input.question,
    )
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
      base: publishedOn === null ? null : (before?.base ?? found.words.length),
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

async function questionsIn(ctx: Context, tx: Tx, season: Season): Promise<readonly WordsShown[]> {
  const { surveys } = season.program
  const today = dayIn(ctx.clock.now(), season.program.zone)
  const asked = planWords(surveys)
  const sealed = await stillSealed(tx, ctx.organisationId, season.id)
  const paraphrases = await paraphrasesOf(tx, ctx.organisationId, season.id)
  const named = asked.map((it) => ({ ...it, seasonId: season.id }))
  const all = await wordsTo(tx, ctx.organisationId, season.id, named)
  const mine = readersOf(ctx, season)
  const isSame = (one: Omit<AskedInWords, 'text'>, two: Omit<AskedInWords, 'text'>) =>
    one.survey === two.survey && one.role === two.role && one.question === two.question
  return asked.flatMap((it) => {
    const survey = surveys[it.survey]
    if (!survey) return []
    const found = paraphrases.find((one) => isSame(one, it)) ?? null
    const words = all.filter((one) => isSame(one, it)).map((one) => one.words)
    const isSealed = sealed.some((one) => one.survey === it.survey)
    const facts = { isSealed, writers: words.length, publishedOn: found?.publishedOn ?? null }
    const standing = decideWordsStanding(survey, facts, today)
    const reader = readerOf(survey)
    const isMine = mine.has(reader)
    return [
      {
        ...it,
        surveyName: survey.name,
        standing,
        reader,
        paraphrasedFor: survey.words?.paraphrasedFor ?? null,
        words: isMine && standing === 'readable' ? words : [],
        isMine,
        paraphrase: isMine || standing === 'published' ? found : null,
      },
    ]
  })
}

/** The hats among those of readers that whoever acts wears for a season. */
function readersOf(ctx: Context, season: Season): ReadonlySet<string> {
  const hats = 'hats' in ctx.actor ? ctx.actor.hats : []
  return new Set(hats.filter((it) => it.seasonId === null || it.seasonId === season.id).map((it) => it.hat))
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
