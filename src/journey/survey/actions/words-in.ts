import { dayIn } from '../../../calendar/days.ts'
import type { ResultsAudience } from '../../../model/program.ts'
import type { Context } from '../../../runtime/context.ts'
import type { Tx } from '../../../store/database.ts'
import { stillSealed } from '../../../store/paired-answers.ts'
import { type Paraphrase, paraphrasesOf, wordsTo, writersTo } from '../../../store/paraphrases.ts'
import type { Season } from '../../../store/seasons.ts'
import {
  type AskedInWords,
  decideWordsStanding,
  planWords,
  readerOf,
  type WordsReader,
  type WordsStanding,
} from '../rules/words.ts'

export const WORDS_PER_PAGE = 50

export type WordsShown = AskedInWords & {
  readonly surveyName: string
  readonly standing: WordsStanding
  readonly reader: WordsReader
  /** For whom they are paraphrased; null where they are read as they are, by the coordinator alone. */
  readonly paraphrasedFor: ResultsAudience | null
  /** How many wrote something; for whom nothing is shown, 0 is no figure. */
  readonly writers: number
  /** A page of them; empty to whom the program does not show them. */
  readonly words: readonly string[]
  readonly isMine: boolean
  readonly paraphrase: Paraphrase | null
}
type Question = Omit<AskedInWords, 'text'>

/** The questions of a season in people's own words; what they wrote to them a page at a time, or, without one, not at all. */
export async function questionsIn(
  ctx: Context,
  tx: Tx,
  season: Season,
  part: { readonly page: number; readonly of: Question | null } | null,
): Promise<readonly WordsShown[]> {
  const { surveys } = season.program
  const today = dayIn(ctx.clock.now(), season.program.zone)
  const asked = planWords(surveys)
  const sealed = await stillSealed(tx, ctx.organisationId, season.id)
  const paraphrases = await paraphrasesOf(tx, ctx.organisationId, season.id)
  const named = asked.map((it) => ({ ...it, seasonId: season.id }))
  const counted = await writersTo(tx, ctx.organisationId, season.id, named)
  const mine = readersOf(ctx, season)
  const questions = asked.flatMap((it) => {
    const survey = surveys[it.survey]
    if (!survey) return []
    const found = paraphrases.find((one) => isSameQuestion(one, it)) ?? null
    const writers = counted.find((one) => isSameQuestion(one, it))?.writers ?? 0
    const isSealed = sealed.some((one) => one.survey === it.survey)
    const facts = { isSealed, writers, publishedOn: found?.publishedOn ?? null }
    const standing = decideWordsStanding(survey, facts, today)
    const reader = readerOf(survey)
    const isMine = mine.has(reader)
    const paraphrasedFor = survey.words?.paraphrasedFor ?? null
    const paraphrase = isMine || standing === 'published' ? found : null
    const shown = { ...it, surveyName: survey.name, standing, reader, paraphrasedFor, writers, isMine, paraphrase }
    return [{ ...shown, words: [] as readonly string[] }]
  })
  return part === null ? questions : withWords(ctx, tx, season, questions, part)
}

/** The same with a page of what people wrote, where whoever asks may read it. Only of one question there is a second page. */
async function withWords(
  ctx: Context,
  tx: Tx,
  season: Season,
  questions: readonly WordsShown[],
  { page, of }: { readonly page: number; readonly of: Question | null },
): Promise<readonly WordsShown[]> {
  const isReadable = (it: WordsShown) => it.isMine && it.standing === 'readable'
  const chosen = of === null ? undefined : questions.find((it) => isSameQuestion(it, of))
  const read = (chosen ? [chosen] : questions).filter(isReadable)
  const named = read.map((it) => ({ ...it, seasonId: season.id }))
  const offset = chosen ? (pageOf(page, chosen.writers) - 1) * WORDS_PER_PAGE : 0
  const all = await wordsTo(tx, ctx.organisationId, season.id, named, { limit: WORDS_PER_PAGE, offset })
  return questions.map((it) => ({
    ...it,
    words: all.filter((one) => isSameQuestion(one, it)).map((one) => one.words),
  }))
}

export function isSameQuestion(one: Question, two: Question): boolean {
  return one.survey === two.survey && one.role === two.role && one.question === two.question
}

/** The page asked for, or the last one that there is. */
export function pageOf(asked: number, found: number): number {
  return Math.min(Math.max(1, asked), Math.max(1, Math.ceil(found / WORDS_PER_PAGE)))
}

/** The hats among those of readers that whoever acts wears for a season. */
export function readersOf(ctx: Context, season: Season): ReadonlySet<string> {
  const hats = 'hats' in ctx.actor ? ctx.actor.hats : []
  return new Set(hats.filter((it) => it.seasonId === null || it.seasonId === season.id).map((it) => it.hat))
}
