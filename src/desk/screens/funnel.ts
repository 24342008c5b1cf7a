import { dayIn } from '../../calendar/days.ts'
import { countFunnel, type Funnel } from '../../journey/review/rules/count-funnel.ts'
import { hasReached } from '../../journey/review/rules/reached.ts'
import { type Context, permit, within } from '../../runtime/context.ts'
import { selfOf } from '../../runtime/self.ts'
import { applicationLines, beganOf, takenBackOf } from '../../store/season-applications.ts'
import { seasonAsked } from './season-asked.ts'

export type FunnelOfSeason = Funnel & {
  readonly season: string
  readonly name: string
  /** Whether the people team is asked at all. */
  readonly asksClearance: boolean
}
const SEE_FUNNEL = 'review.seeFunnel'

/** How many came how far, from those who began to those who are placed: counts alone, without whoever looks. */
export async function seeFunnel(ctx: Context, input: { readonly season?: string }): Promise<FunnelOfSeason> {
  return within(ctx, async (tx) => {
    const season = await seasonAsked(ctx, tx, SEE_FUNNEL, input.season)
    await permit(ctx, tx, SEE_FUNNEL, { seasonId: season.id })
    const { program } = season
    const me = selfOf(ctx)
    const day = ctx.on ?? dayIn(ctx.clock.now(), program.zone)
    const lines = (await applicationLines(tx, ctx.organisationId, season.id, day)).filter((it) => it.personId !== me)
    const all = lines.map((it) => ({ ...it, isReached: hasReached(program, it) }))
    const takenBack = await takenBackOf(tx, ctx.organisationId, season.id, day, me)
    return {
      ...countFunnel(all, takenBack, await beganOf(tx, ctx.organisationId, season.id, me)),
      season: season.key,
      name: `${program.name}, ${program.season}`,
      asksClearance: (['mentor', 'mentee'] as const).some((role) =>
        program.roles[role].requirements.some((it) => it.kind === 'standing'),
      ),
    }
  })
}
