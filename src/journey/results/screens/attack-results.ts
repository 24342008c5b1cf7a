import { addDays } from '../../../calendar/days.ts'
import { type Context, permit, within } from '../../../runtime/context.ts'
import { editionContents } from '../../../store/editions.ts'
import { seasonsOf } from '../../../store/seasons.ts'
import { type Attack, attack, type Page, type Read } from '../rules/attack.ts'
import { resultsOn } from '../screens.ts'

export type Attacked = Attack & { readonly seasons: number; readonly days: number }

/** Reads every figure of every season, as of each day on which one may change and in every edition, and tries to make an answer certain. */
export async function attackResults(ctx: Context): Promise<Attacked> {
  return within(ctx, async (tx) => {
    await permit(ctx, tx, 'results.attackResults')
    const read: Read[] = []
    for (const season of await seasonsOf(tx, ctx.organisationId)) {
      const closes = Object.values(season.program.surveys).map((it) => addDays(it.closes, 1))
      const kept = await editionContents(tx, ctx.organisationId, season.id)
      const pages: Page[] = kept.map(({ content }) => JSON.parse(content).results)
      for (const day of [...new Set([...closes, ctx.today])].sort()) pages.push(await resultsOn(ctx, tx, season, day))
      read.push({ season: season.key, program: season.program, pages })
    }
    const days = read.reduce((sum, it) => sum + it.pages.length, 0)
    return { seasons: read.length, days, ...attack(read) }
  })
}
