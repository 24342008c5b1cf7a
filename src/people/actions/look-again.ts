import { addWorkingDays, dayIn } from '../../calendar/days.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { Invalid, NotFound, Refused } from '../../runtime/errors.ts'
import { newId } from '../../runtime/new-id.ts'
import { queueLetters } from '../../runtime/queue-letters.ts'
import { selfOf } from '../../runtime/self.ts'
import { addLookAgain, answer, heardOf, lockLookAgain } from '../../store/look-again.ts'
import { lookAgainLetter } from '../messages/look-again-letter.ts'

/** Working days until an answer is due. Issue 3, rights. */
export const DAYS_TO_ANSWER = 10
export const LONGEST_WORDS = 5000

/** Asks that a person looks again at what became of one's application to a season, once everyone has heard. */
export async function askToLookAgain(
  ctx: Context,
  input: { season: string; words: string },
): Promise<{ askedOn: string; dueOn: string }> {
  const me = selfOf(ctx)
  const words = readWords('words', input.words)
  return within(ctx, async (tx) => {
    const heard = (await heardOf(tx, ctx.organisationId, me)).find((it) => it.key === input.season)
    await permit(ctx, tx, 'people.askToLookAgain', { seasonId: heard?.seasonId, people: [me] })
    if (!heard) throw new NotFound('There is no decision of this season that you have heard of.')
    const askedAt = ctx.clock.now()
    const askedOn = dayIn(askedAt, heard.zone)
    const dueOn = addWorkingDays(askedOn, DAYS_TO_ANSWER)
    const asked = { id: newId(), seasonId: heard.seasonId, personId: me, words, askedOn, dueOn, askedAt }
    if (!(await addLookAgain(tx, ctx.organisationId, asked)))
      throw new Refused(
        'asked-already',
        {},
        'You have asked already, and somebody is looking. Your page “My data” says until when you hear.',
      )
    return { askedOn, dueOn }
  })
}

/** Answers somebody who asked, by letter and on their page; one's own request is answered by another coordinator. */
export async function answerLookAgain(
  ctx: Context,
  input: { request: string; answer: string },
): Promise<{ name: string; sent: boolean }> {
  const me = selfOf(ctx)
  const words = readWords('answer', input.answer)
  return within(ctx, async (tx) => {
    const asked = await lockLookAgain(tx, ctx.organisationId, input.request)
    const about = { seasonId: asked?.seasonId, people: asked ? [asked.personId] : [] }
    await permit(ctx, tx, 'people.answerLookAgain', about)
    if (!asked) throw new NotFound('Nobody asked this.')
    if (asked.answer !== null)
      throw new Refused('answered-already', {}, `${asked.name} has an answer already, from ${asked.answeredOn}.`)
    await answer(tx, ctx.organisationId, { id: asked.id, answer: words, by: me, at: ctx.clock.now() })
    const { personId, seasonId, id } = asked
    const letter = lookAgainLetter(asked, asked.season, words)
    await queueLetters(ctx, tx, [{ personId, seasonId, kind: 'look-again', about: id, ...letter }])
    return { name: asked.name, sent: ctx.sendsMail }
  })
}

function readWords(place: string, given: string): string {
  const words = given.replaceAll('\r\n', '\n').trim()
  const at = (message: string) => new Invalid(message, { fields: [{ place, message }] })
  if (words === '') throw at('Write a sentence first.')
  if (words.length > LONGEST_WORDS) throw at(`Write at most ${LONGEST_WORDS} characters; these are ${words.length}.`)
  return words
}
