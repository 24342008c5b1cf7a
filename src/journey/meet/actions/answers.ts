import { type Context, permit, within } from '../../../runtime/context.ts'
import { Invalid, NotFound } from '../../../runtime/errors.ts'
import { hashOf } from '../../../runtime/new-id.ts'
import { selfOf } from '../../../runtime/self.ts'
import type { Tx } from '../../../store/database.ts'
import { turnOff, turnOn } from '../../../store/letter-choices.ts'
import { type MeetingPair, meetingPair } from '../../../store/meeting-pairs.ts'
import {
  type OpenQuestion,
  type QuestionAnswer,
  questionByHash,
  spendQuestion,
} from '../../../store/meeting-questions.ts'
import type { HowMet } from '../../../store/meeting-views.ts'
import type { Answer } from '../rules/decide-answer.ts'
import { keepAnswer } from './keep-answer.ts'

/** Says for oneself whether the pair met; it may be said anew until the figures close. */
export async function answerMeeting(
  ctx: Context,
  input: { readonly pair: string; readonly answer: Answer; readonly how?: HowMet },
): Promise<{ readonly window: string }> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    const pair = await enterPair(ctx, tx, 'meet.answerMeeting', input.pair)
    const window = await keepAnswer(ctx, tx, pair, me, input.answer, input.how ?? 'call')
    return { window: window.firstDay }
  })
}

export type AnswerByLink = { readonly secret: string; readonly answer: QuestionAnswer; readonly on: string | null }

/** Answers the one question a letter asked, once; the same link again changes nothing and says what was answered. Null where it is over. */
export async function answerByLink(ctx: Context, input: AnswerByLink): Promise<{ readonly fresh: boolean } | null> {
  return within(ctx, async (tx) => {
    const now = ctx.clock.now()
    const question = await questionByHash(tx, ctx.organisationId, hashOf(input.secret), now, ctx.today)
    const pair = question && (await meetingPair(tx, ctx.organisationId, question.pairId))
    if (!question || !pair) return null
    await permit(ctx, tx, 'meet.answerByLink', { seasonId: pair.seasonId, about: question.id })
    if (question.spentAt) return { fresh: false }
    const on = dayOf(question, input)
    if (!(await spendQuestion(tx, ctx.organisationId, question.id, { answer: input.answer, on, now })))
      return { fresh: false }
    const answer = answerOf(question, input.answer, on, ctx.today)
    if (answer) await keepAnswer(ctx, tx, pair, question.personId, answer, 'call')
    return { fresh: true }
  })
}

/** The day that is meant: one's own, that of the planned meeting, or none remembered. */
function dayOf({ plannedAt, firstDay, lastDay }: OpenQuestion, { answer, on }: AnswerByLink): string | null {
  if (answer === 'not-met') return null
  if (answer === 'another-day' && !on) throw atDay('Say on which day it is, or was.')
  if (answer === 'met' && on && (on < firstDay || on > lastDay)) throw atDay('Choose a day of these weeks.')
  return on ?? plannedAt?.slice(0, 10) ?? null
}

/** What it says of the meetings; a day still to come says nothing of them yet. */
function answerOf({ firstDay }: OpenQuestion, answer: QuestionAnswer, on: string | null, today: string): Answer | null {
  if (answer === 'not-met') return { says: 'not-met', window: firstDay }
  return on !== null && on > today ? null : { says: 'met', on, window: firstDay }
}

function atDay(message: string): Invalid {
  return new Invalid(message, { fields: [{ place: 'on', message }] })
}

/** Has one's own reminders and questions by e-mail, or on the page only. */
export async function turnReminders(
  ctx: Context,
  input: { readonly pair: string; readonly on: boolean },
): Promise<{ readonly on: boolean }> {
  const me = selfOf(ctx)
  return within(ctx, async (tx) => {
    await enterPair(ctx, tx, 'meet.turnReminders', input.pair)
    const turn = input.on ? turnOn : turnOff
    await turn(tx, ctx.organisationId, me, 'meetings', ctx.clock.now())
    return { on: input.on }
  })
}

/** The pair, if the actor is one of its two: to everybody else it is not there. */
export async function enterPair(ctx: Context, tx: Tx, action: string, pairId: string): Promise<MeetingPair> {
  const pair = await meetingPair(tx, ctx.organisationId, pairId)
  const people = pair ? [pair.mentorId, pair.menteeId] : []
  await permit(ctx, tx, action, { seasonId: pair?.seasonId, people, about: pairId })
  if (!pair) throw new NotFound('There is no such pair.')
  return pair
}
