import { type Context, permit, within } from '../../runtime/context.ts'
import { NotFound } from '../../runtime/errors.ts'
import { boardOf } from '../../store/organisations.ts'
import { type BoardFacts, type BoardLine, missingHats, type NeededHat, planBoard } from '../rules/board.ts'
import { readerOf } from './reader.ts'

export type BoardScreen = {
  readonly facts: BoardFacts
  readonly lines: readonly BoardLine[]
  readonly missing: readonly NeededHat[]
}

/** What is left to set up, and the facts of what is. */
export async function board(ctx: Context): Promise<BoardScreen> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'office.seeBoard')
    const facts = await boardOf(tx, ctx.organisationId, readerOf(ctx), ctx.today)
    if (!facts) throw new NotFound('There is no organisation.')
    return { facts, lines: planBoard(facts), missing: missingHats(facts.hats) }
  })
}
