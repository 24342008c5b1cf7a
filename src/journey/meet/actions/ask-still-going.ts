import { dayIn } from '../../../calendar/days.ts'
import type { PairFact } from '../../../model/figures.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { type NewLetter, queueLetters } from '../../../runtime/queue-letters.ts'
import type { Tx } from '../../../store/database.ts'
import { theOrganisation } from '../../../store/organisations.ts'
import { asPairFact } from '../../../store/pair-facts.ts'
import { type Season, seasonsOf } from '../../../store/seasons.ts'
import { type StillGoingRows, stillGoingRowsOf } from '../../../store/still-going.ts'
import { stillGoingLetter } from '../messages/meeting-letters.ts'
import { planStillGoing } from '../rules/plan-still-going.ts'

/** Asks the two of each pair once a month whether they are still going; running it again asks nobody twice. */
export async function askStillGoing(ctx: Context): Promise<{ readonly written: number }> {
  return within(ctx, async (tx) => {
    let written = 0
    const isKept = (await theOrganisation(tx))?.kind === 'demo'
    for (const season of await seasonsOf(tx, ctx.organisationId)) written += await askSeason(ctx, tx, season, isKept)
    return { written }
  })
}

async function askSeason(ctx: Context, tx: Tx, season: Season, isKept: boolean): Promise<number> {
  const { meetings: rhythm, zone } = season.program
  const today = dayIn(ctx.clock.now(), zone)
  if (today < rhythm.from || today > rhythm.until) return 0
  const rows = await stillGoingRowsOf(tx, ctx.organisationId, season.id, today)
  const due = rows.pairs.map(asPairFact).flatMap((pair) => {
    const month = planStillGoing(rhythm, pair, today)
    return month === null ? [] : lettersTo(ctx, season, rows, pair, month)
  })
  if (due.length === 0) return 0
  await permit(ctx, tx, 'meet.askStillGoing', { seasonId: season.id })
  return queueLetters(
    ctx,
    tx,
    due.map((it) => ({ ...it, isKept })),
  )
}

/** To both, unless one of them has left: then there is nothing to go on with. */
function lettersTo(
  ctx: Context,
  season: Season,
  rows: StillGoingRows,
  pair: PairFact,
  month: number,
): readonly NewLetter[] {
  const two = [pair.mentorId, pair.menteeId].flatMap((id) => rows.people.find((it) => it.id === id) ?? [])
  if (two.length < 2) return []
  const about = `${pair.id} ${month}`
  return two
    .filter(({ id }) => !rows.written.some((it) => it.personId === id && it.about === about))
    .map(({ id, name }) => {
      const partner = two.find((it) => it.id !== id)?.name ?? ''
      const letter = stillGoingLetter(
        { name, partner, season: season.program.name },
        `${ctx.publicUrl}/pairs/${pair.id}`,
      )
      return { personId: id, seasonId: season.id, kind: 'still-going', about, ...letter }
    })
}
