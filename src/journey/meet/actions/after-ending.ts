import { type Context, permit, within } from '../../../runtime/context.ts'
import { NotFound, Refused } from '../../../runtime/errors.ts'
import { findSeason } from '../../../runtime/season.ts'
import type { Tx } from '../../../store/database.ts'
import { lockPair, pairRowById } from '../../../store/matches.ts'
import { pairOfTwo } from '../../../store/own-pairs.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { addSeeksAgain, removeSeeksAgain } from '../../../store/seeks-again.ts'
import { suggestionLetter } from '../messages/pair-letters.ts'
import { decideExtension } from '../rules/going-on.ts'
import { findPair, type PairNamed } from './find-pair.ts'
import { tell } from './tell-about-pair.ts'

type Changed = { readonly on: string; readonly changed: boolean }

/**
 * Puts one of the two of an ended pair back: the mentee on the waiting list, the mentor with the place they had. The next run of the
 * match seats them, never with each other. `back` takes it back.
 */
export async function seekAgain(
  ctx: Context,
  input: PairNamed & { who: 'mentor' | 'mentee'; back?: boolean },
): Promise<Changed> {
  return within(ctx, async (tx) => {
    const { pair, fact } = await enter(ctx, tx, 'meet.seekAgain', input)
    const on = ctx.on ?? ctx.today
    if (fact.endedOn === null)
      throw new Refused('pair-runs', {}, 'This pair has not ended. End it first; then either can find another partner.')
    const one = { pairId: pair.id, personId: input.who === 'mentor' ? pair.mentorId : pair.menteeId }
    const by = 'personId' in ctx.actor ? ctx.actor.personId : null
    const changed = input.back
      ? await removeSeeksAgain(tx, ctx.organisationId, one)
      : await addSeeksAgain(tx, ctx.organisationId, { ...one, on, by, at: ctx.clock.now() })
    return { on, changed }
  })
}

/** Asks both of a pair by letter whether they would go on until a day: they agree it between them, and nothing is decided for them. */
export async function suggestExtension(ctx: Context, input: PairNamed & { until: string }): Promise<Changed> {
  return within(ctx, async (tx) => {
    const { pair, fact, season } = await enter(ctx, tx, 'meet.suggestExtension', input)
    const two = await pairOfTwo(tx, ctx.organisationId, pair.id)
    if (!two) throw new NotFound('There is no such pair.')
    const until = decideExtension(fact, season.program.endsOn, input.until, ctx.on ?? ctx.today)
    if (!until.ok) throw new Refused(until.code, until.facts, WHY_NOT[until.code])
    const page = `${ctx.publicUrl}/pairs/${pair.id}/change`
    const about = `${pair.id} until ${until.value}`
    const to = [pair.mentorId, pair.menteeId]
    const told = await tell(ctx, tx, { pair: two, to, kind: 'pair-news', about }, (it) =>
      suggestionLetter(it, two, until.value, page),
    )
    return { on: ctx.on ?? ctx.today, changed: told > 0 }
  })
}

async function enter(ctx: Context, tx: Tx, action: string, input: PairNamed) {
  const season = await findSeason(ctx, tx, input.season)
  const pair = await findPair(ctx, tx, season, input)
  await permit(ctx, tx, action, { seasonId: season.id, people: [pair.mentorId, pair.menteeId] })
  await lockPair(tx, ctx.organisationId, pair.id)
  const row = await pairRowById(tx, ctx.organisationId, pair.id)
  if (!row) throw new NotFound('There is no such pair.')
  return { season, pair, fact: asPairFact(row) }
}

const WHY_NOT: Readonly<Record<string, string>> = {
  'pair-ended': 'This pair has ended; there is nothing to go on with.',
  'extension-too-early': 'Name a day after the season’s end, and after today.',
  'extension-too-long': 'Name a day within a year after the season’s end.',
}
