import { type Context, permit, within } from '../../runtime/context.ts'
import { type NewLetter, queueLetters } from '../../runtime/queue-letters.ts'
import type { Tx } from '../../store/database.ts'
import { hatBook } from '../../store/hats.ts'
import { endWaysIn, leaversWithWaysIn, type PairLeftAlone, pairsLeftAlone, setLeft } from '../../store/leaving.ts'
import { namesOf } from '../../store/people.ts'
import { seasonsOf } from '../../store/seasons.ts'
import { leftAloneLetter } from '../messages/left-alone-letter.ts'
import { coordinatorsFor } from '../rules/wearers.ts'

const BATCH = 500

/**
 * Writes down who leaves and who comes back, in the transaction of whatever said so. Whose day has come has no way in from the
 * next request on, and the coordinators hear of pairs left alone; a later day is the tick's.
 */
export async function endFor(
  ctx: Context,
  tx: Tx,
  endings: readonly { readonly personId: string; readonly leftOn: string | null }[],
): Promise<void> {
  if (endings.length === 0) return
  await setLeft(tx, ctx.organisationId, endings)
  const gone = endings.filter((it) => it.leftOn !== null && it.leftOn <= ctx.today).map((it) => it.personId)
  if (gone.length === 0) return
  await endWaysIn(tx, ctx.organisationId, gone, ctx.machineClock.now())
  await queueLetters(ctx, tx, await lettersDue(ctx, tx))
}

/** What is due of people who have left: a day that came, something made since, a pair no letter has named. Says whether there was anything. */
export async function finishLeaving(ctx: Context): Promise<boolean> {
  return within(ctx, async (tx) => {
    const now = ctx.machineClock.now()
    const leavers = await leaversWithWaysIn(tx, ctx.organisationId, ctx.today, now, BATCH)
    const letters = await lettersDue(ctx, tx)
    if (leavers.length === 0 && letters.length === 0) return false
    await permit(ctx, tx, 'people.finishLeaving')
    const people = leavers.map((it) => it.id)
    await endWaysIn(tx, ctx.organisationId, people, now)
    await queueLetters(ctx, tx, letters)
    return true
  })
}

/** A letter to each coordinator of the season for each pair that none has named yet. */
async function lettersDue(ctx: Context, tx: Tx): Promise<readonly NewLetter[]> {
  const it = { seasons: null, today: ctx.today, untold: true }
  const pairs = await pairsLeftAlone(tx, ctx.organisationId, it)
  if (pairs.length === 0) return []
  const hats = await hatBook(tx, ctx.organisationId, ctx.today)
  const told = pairs.flatMap((pair) =>
    coordinatorsFor(hats, pair.seasonId, ctx.today, [pair.mentorId, pair.menteeId]).map((to) => ({ pair, to })),
  )
  const seasons = new Map((await seasonsOf(tx, ctx.organisationId)).map((season) => [season.id, season.program]))
  const names = await namesOf(tx, ctx.organisationId, [...new Set(told.map((one) => one.to))])
  return told.map(({ pair, to }) => letterOf(ctx, pair, to, names.get(to) ?? '', seasons.get(pair.seasonId)))
}

function letterOf(
  ctx: Context,
  pair: PairLeftAlone,
  to: string,
  name: string,
  program: { readonly name: string; readonly season: string } | undefined,
): NewLetter {
  const season = { program: program?.name ?? '', name: program?.season ?? '' }
  return {
    seasonId: pair.seasonId,
    personId: to,
    kind: 'left-alone',
    about: pair.pairId,
    ...leftAloneLetter(name, season, pair, `${ctx.publicUrl}/people/left-alone`),
  }
}
