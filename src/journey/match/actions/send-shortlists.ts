import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound, Refused } from '../../../runtime/errors.ts'
import { queueLetters } from '../../../runtime/queue-letters.ts'
import { findSeason, lockOpenSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { namesOfHere } from '../../../store/participants.ts'
import type { Season } from '../../../store/seasons.ts'
import { markShortlistsSent, offersOf, type Shortlists, shortlistsOf } from '../../../store/shortlists.ts'
import { sayNotYet } from '../messages/say-not-yet.ts'
import { shortlistLetter } from '../messages/shortlist-letters.ts'
import { readProblem } from '../read-problem.ts'
import { decideMaking } from '../rules/choosing.ts'
import { readerOf } from './of-the-match.ts'

export type ShortlistsSent = {
  readonly sentOn: string
  readonly letters: number
  /** Who had sent them before; null where it was done just now. */
  readonly before: string | null
}

/**
 * Opens every mentee's list at one instant and writes to each of them, if nothing the lists were made from has changed since. Whoever
 * names the lists they looked at does not send others that were made meanwhile.
 */
export async function sendShortlists(
  ctx: Context,
  input: { season?: string; lists?: string },
): Promise<ShortlistsSent> {
  return within(ctx, async (tx) => {
    const season = await findSeason(ctx, tx, input.season)
    await permit(ctx, tx, 'match.sendShortlists', { seasonId: season.id })
    await lockOpenSeason(ctx, tx, season.id)
    const lists = await shortlistsOf(tx, ctx.organisationId, season.id)
    if (lists?.sentOn) return { sentOn: lists.sentOn, letters: 0, before: lists.sentBy ?? 'somebody' }
    const asked = await readProblem(ctx, tx, season)
    const decided = decideMaking(asked.choosing, asked.isFirst)
    if (!decided.ok) throw new Refused(decided.code, {}, sayNotYet(decided.code, season.program))
    if (!lists) throw new NotFound('There are no shortlists yet. Make them, look at them, then send them.')
    if (input.lists !== undefined && input.lists !== lists.id) throw madeAnew(lists)
    if (lists.inputHash !== asked.inputHash || lists.size !== season.program.matching.shortlist?.size)
      throw new Refused(
        'shortlists-changed',
        {},
        'People, applications or rules have changed since the shortlists were made. Nothing was sent: make them again, look at them, then send.',
      )
    const on = ctx.on ?? ctx.today
    await markShortlistsSent(tx, ctx.organisationId, lists.id, { by: readerOf(ctx), on, at: ctx.clock.now() })
    return { sentOn: on, letters: await writeToMentees(ctx, tx, season, lists.id), before: null }
  })
}

function madeAnew({ madeBy }: Shortlists): Refused {
  const by = madeBy ? ` by ${madeBy}` : ''
  return new Refused(
    'shortlists-changed',
    {},
    `The shortlists were made anew${by} since you opened them. Nothing was sent: look at them, then send.`,
  )
}

async function writeToMentees(ctx: Context, tx: Tx, season: Season, listsId: string): Promise<number> {
  const { program, id: seasonId } = season
  const offers = await offersOf(tx, ctx.organisationId, seasonId)
  const lists = Map.groupBy(offers, (it) => it.menteeId)
  const names = await namesOfHere(tx, ctx.organisationId, [...lists.keys()], ctx.today)
  const chooseBy = program.matching.shortlist?.chooseBy ?? ''
  const letters = [...lists].flatMap(([personId, all]) => {
    const name = names.get(personId)
    const about = `open ${listsId}`
    return name === undefined
      ? []
      : [
          {
            ...{ personId, seasonId, kind: 'shortlist' as const, about },
            ...shortlistLetter(program, { name }, { mentors: all.length, chooseBy }, ctx.publicUrl),
          },
        ]
  })
  return queueLetters(ctx, tx, letters)
}
