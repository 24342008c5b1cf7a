import type { Day } from '../../model/day.ts'
import { type Context, isAllowed, permit, within } from '../../runtime/context.ts'
import { seasonsOf } from '../../store/seasons.ts'

export type EarlierSeason = {
  readonly key: string
  readonly name: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly closedOn: Day
  readonly givesCertificates: boolean
}
const SEE_EARLIER = 'desk.seeEarlierSeasons'

/** The seasons that were closed, of those whoever looks coordinates, the latest first. */
export async function seeEarlierSeasons(ctx: Context): Promise<readonly EarlierSeason[]> {
  return within(ctx, async (tx) => {
    const seasons = await seasonsOf(tx, ctx.organisationId)
    const mine = seasons.filter(({ id }) => isAllowed(ctx.actor, SEE_EARLIER, { seasonId: id }))
    await permit(ctx, tx, SEE_EARLIER, { seasonId: mine[0]?.id })
    return mine
      .flatMap(({ key, program, closedOn }) =>
        closedOn
          ? [
              {
                key,
                name: `${program.name}, ${program.season}`,
                startsOn: program.startsOn,
                endsOn: program.endsOn,
                closedOn,
                givesCertificates: program.certificate !== undefined,
              },
            ]
          : [],
      )
      .toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1))
  })
}
