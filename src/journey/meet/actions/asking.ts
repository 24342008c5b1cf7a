import { type Context, within } from '../../../runtime/context.ts'
import { Invalid, Refused } from '../../../runtime/errors.ts'
import { newId } from '../../../runtime/new-id.ts'
import { enterOwnPair, type OwnPair } from '../../../runtime/own-pair.ts'
import type { Tx } from '../../../store/database.ts'
import { peopleById } from '../../../store/own-pairs.ts'
import { addPairRequest } from '../../../store/pair-requests.ts'
import { anotherMatchLetter, helpLetter } from '../messages/pair-letters.ts'
import { LONGEST } from '../shapes.ts'
import { coordinatorsBeside, tell } from './tell-about-pair.ts'

/** Asks the coordinators for help, in a letter with one's own words; the partner is not told. */
export async function askForHelp(ctx: Context, input: { pair: string; words: string }): Promise<{ asked: boolean }> {
  const words = readWords(input.words)
  return within(ctx, async (tx) => {
    const pair = await enterOwnPair(ctx, tx, 'meet.askForHelp', input.pair)
    const request = await ask(ctx, tx, pair, 'help')
    // A second text of a day would be read by nobody: it is given back rather than dropped.
    if (!request)
      throw fault(
        'Your words of today are with the coordinators already. Add to them by answering their letter, or here tomorrow.',
      )
    const [me] = (await peopleById(tx, ctx.organisationId, [pair.me])).values()
    if (me) await tellCoordinators(ctx, tx, pair, request, (to) => helpLetter(to, pair, me, words))
    return { asked: true }
  })
}

/** Asks for another match. The coordinators see that, and nothing else; asking twice on a day is asking once. */
export async function askForAnotherMatch(ctx: Context, input: { pair: string }): Promise<{ asked: boolean }> {
  return within(ctx, async (tx) => {
    const pair = await enterOwnPair(ctx, tx, 'meet.askForAnotherMatch', input.pair)
    const request = await ask(ctx, tx, pair, 'another-match')
    const me = { name: pair.role === 'mentor' ? pair.mentorName : pair.menteeName }
    if (request) await tellCoordinators(ctx, tx, pair, request, (to) => anotherMatchLetter(to, pair, me))
    return { asked: request !== null }
  })
}

/** The id of what is written down, or null where it was asked today already. */
async function ask(ctx: Context, tx: Tx, pair: OwnPair, kind: 'help' | 'another-match'): Promise<string | null> {
  const times = { askedOn: ctx.today, askedAt: ctx.clock.now() }
  const asked = { id: newId(), pairId: pair.id, kind, askedBy: pair.me, untilOn: null, ...times }
  return (await addPairRequest(tx, ctx.organisationId, asked)) ? asked.id : null
}

async function tellCoordinators(
  ctx: Context,
  tx: Tx,
  pair: OwnPair,
  about: string,
  letter: Parameters<typeof tell>[3],
): Promise<void> {
  const to = await coordinatorsBeside(ctx, tx, pair)
  const told = await tell(ctx, tx, { pair, to, kind: 'asks-coordinator', about }, letter)
  if (told === 0)
    throw new Refused(
      'no-coordinator',
      {},
      'No coordinator outside of your pair is there today, so nothing was sent. The page of the program says whom else to ask.',
    )
}

function readWords(given: string): string {
  const words = given.replaceAll('\r\n', '\n').trim()
  if (words === '') throw fault('Write a sentence about what would help.')
  if (words.length > LONGEST.paragraph)
    throw fault(`Write at most ${LONGEST.paragraph} characters; these are ${words.length}.`)
  return words
}

function fault(message: string): Invalid {
  return new Invalid(message, { fields: [{ place: 'words', message }] })
}
