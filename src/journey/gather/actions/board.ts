import { dayIn } from '../../../calendar/days.ts'
import { type Context, isAllowed, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound } from '../../../runtime/errors.ts'
import { newUntimedId } from '../../../runtime/new-id.ts'
import { countTry } from '../../../runtime/rate-limit.ts'
import { findSeason } from '../../../runtime/season.ts'
import { selfOf } from '../../../runtime/self.ts'
import {
  addQuestion,
  addVote,
  lockQuestion,
  markAnswered,
  markHidden,
  questionsOn,
  removeQuestion,
  removeVote,
  votesAmong,
} from '../../../store/board.ts'
import type { Tx } from '../../../store/database.ts'
import { rolesIn } from '../../../store/training.ts'
import { eventOf } from './events.ts'

export const QUESTIONS_PER_PAGE = 50
/** Characters of the longest question: one that can be read out. */
export const LONGEST_QUESTION = 500
/** Questions that one person may ask: a board is for everybody. */
const ASKS = { name: 'board', most: 20, minutes: 24 * 60 }

export type BoardNamed = { readonly season: string; readonly event: string | null }
type QuestionNamed = { readonly season: string; readonly question: string }
export type BoardQuestion = {
  readonly id: string
  readonly words: string
  readonly votes: number
  readonly answeredOn: string | null
  /** Taken off the board: only coordinators see it. */
  readonly isHidden: boolean
  readonly isMine: boolean
  readonly hasMyVote: boolean
}
export type Board = {
  readonly season: string
  readonly seasonName: string
  readonly seasonEndsOn: string
  readonly event: { readonly key: string; readonly name: string } | null
  /** Whether the reader takes part, and so may ask and vote; a coordinator may only mark what was answered. */
  readonly takesPart: boolean
  readonly mayAnswer: boolean
  readonly found: number
  readonly questions: readonly BoardQuestion[]
}

/** The questions of a season, or of one of its events, with the reader’s own marked for them alone. */
export async function seeBoard(ctx: Context, input: BoardNamed & { page: number }): Promise<Board> {
  return within(ctx, async (tx) => {
    const { season, personId, takesPart } = await enter(ctx, tx, 'gather.seeBoard', input.season)
    const event = input.event ? eventOf(season, input.event) : null
    const offset = (input.page - 1) * QUESTIONS_PER_PAGE
    const mayAnswer = isAllowed(ctx.actor, 'gather.answerQuestion', { seasonId: season.id })
    const board = { seasonId: season.id, event: event?.key ?? null, hiddenToo: mayAnswer }
    const rows = await questionsOn(tx, ctx.organisationId, board, QUESTIONS_PER_PAGE, offset)
    const votes = rows.map(({ id }) => ({ question: id, voter: wordOf(ctx, 'vote', id, personId) }))
    const mine = await votesAmong(tx, ctx.organisationId, votes)
    return {
      season: season.key,
      seasonName: season.program.name,
      seasonEndsOn: season.program.endsOn,
      event: event && { key: event.key, name: event.name },
      takesPart,
      mayAnswer,
      found: rows[0]?.found ?? 0,
      questions: rows.map(({ found: _, asker, hiddenOn, ...it }) => ({
        ...it,
        isHidden: hiddenOn !== null,
        isMine: asker === wordOf(ctx, 'question', it.id, personId),
        hasMyVote: mine.has(it.id),
      })),
    }
  })
}

/** Asks a question. Nothing is kept of who asked but a word by which this installation knows it again as theirs. */
export async function askQuestion(ctx: Context, input: BoardNamed & { words: string }): Promise<void> {
  return within(ctx, async (tx) => {
    const { season, personId } = await enter(ctx, tx, 'gather.askQuestion', input.season)
    const event = input.event ? eventOf(season, input.event).key : null
    const words = readWords(input.words)
    await countTry(ctx, tx, ASKS, personId)
    const id = newUntimedId()
    const asker = wordOf(ctx, 'question', id, personId)
    const askedOn = dayIn(ctx.clock.now(), season.program.zone)
    await addQuestion(tx, ctx.organisationId, { id, seasonId: season.id, event, words, asker, askedOn })
  })
}

/** Votes for a question, once, or takes the vote back; either may be done twice. */
export async function voteQuestion(
  ctx: Context,
  input: QuestionNamed & { back: boolean },
): Promise<{ event: string | null }> {
  return within(ctx, async (tx) => {
    const { season, personId } = await enter(ctx, tx, 'gather.voteQuestion', input.season)
    const { id, event, isHidden } = await found(ctx, tx, season.id, input.question)
    if (isHidden) throw new NotFound('There is no such question.')
    const voter = wordOf(ctx, 'vote', id, personId)
    if (input.back) await removeVote(tx, ctx.organisationId, id, voter)
    else await addVote(tx, ctx.organisationId, id, voter)
    return { event }
  })
}

/** Takes a question of one’s own away; of anybody else’s it is not there. */
export async function withdrawQuestion(ctx: Context, input: QuestionNamed): Promise<{ event: string | null }> {
  return within(ctx, async (tx) => {
    const { season, personId } = await enter(ctx, tx, 'gather.withdrawQuestion', input.season)
    const { id, event, asker } = await found(ctx, tx, season.id, input.question)
    if (asker !== wordOf(ctx, 'question', id, personId)) throw new NotFound('There is no such question.')
    await removeQuestion(tx, ctx.organisationId, id)
    return { event }
  })
}

/** Marks a question as answered, or as open again. */
export async function answerQuestion(
  ctx: Context,
  input: QuestionNamed & { back: boolean },
): Promise<{ event: string | null }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'gather.answerQuestion', { seasonId: season.id })
    const { id, event } = await found(ctx, tx, season.id, input.question)
    await markAnswered(tx, ctx.organisationId, id, input.back ? null : dayIn(ctx.clock.now(), season.program.zone))
    return { event }
  })
}

/** Takes a question off the board for everybody but coordinators, or puts it back; its votes stay. */
export async function hideQuestion(
  ctx: Context,
  input: QuestionNamed & { back: boolean },
): Promise<{ event: string | null }> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'gather.hideQuestion', { seasonId: season.id })
    const { id, event } = await found(ctx, tx, season.id, input.question)
    await markHidden(tx, ctx.organisationId, id, input.back ? null : dayIn(ctx.clock.now(), season.program.zone))
    return { event }
  })
}

async function enter(ctx: Context, tx: Tx, action: string, key: string) {
  const personId = selfOf(ctx)
  const season = await findSeason(ctx, tx, key)
  const takesPart = (await rolesIn(tx, ctx.organisationId, season.id, personId)).length > 0
  await permit(ctx, tx, action, { seasonId: season.id, people: takesPart ? [personId] : [] })
  return { season, personId, takesPart }
}

async function found(ctx: Context, tx: Tx, seasonId: string, id: string) {
  const question = await lockQuestion(tx, ctx.organisationId, seasonId, id)
  if (!question) throw new NotFound('There is no such question.')
  return question
}

/**
 * Of a question and a person, made with a key that no database holds. It is another one for each question, so that two by the same
 * person do not look alike. After a new root key it is a new one: older questions can be answered then, and not withdrawn.
 */
function wordOf(ctx: Context, what: 'question' | 'vote', questionId: string, personId: string): string {
  return ctx.keyring.fingerprint(`board ${what} ${ctx.organisationId} ${questionId} ${personId}`)
}

function readWords(given: string): string {
  const words = given.replaceAll('\r\n', '\n').trim()
  const at = (message: string) => new Invalid(message, { fields: [{ place: 'words', message }] })
  if (words === '') throw at('Write your question first.')
  if (words.length > LONGEST_QUESTION)
    throw at(`A question has at most ${LONGEST_QUESTION} characters; this one has ${words.length}.`)
  return words
}
