import { keepReached } from '../../journey/review/rules/reached.ts'
import { stateOf } from '../../journey/review/rules/select-applications.ts'
import type { Context } from '../../runtime/context.ts'
import type { Tx } from '../../store/database.ts'
import { toldWithoutPlace } from '../../store/group-letters.ts'
import { applicationLines, mentorOnlyOf } from '../../store/season-applications.ts'
import type { Season } from '../../store/seasons.ts'
import { type ApplicantGroup, type ApplicantsPlan, planApplicants } from '../rules/plan-applicants.ts'
import type { Side } from '../rules/plan-group.ts'

export type FoundApplicants = ApplicantsPlan & {
  /** Whether an application of whoever looks was left out. */
  readonly hasOwn: boolean
  /** Whether everybody has heard: before, there is one group, and after it are others. */
  readonly isTold: boolean
}

/** Who is in a group of a season's applicants; whoever looks is in none. */
export async function applicantsOf(
  ctx: Context,
  tx: Tx,
  season: Season,
  it: { readonly to: ApplicantGroup; readonly who: Side; readonly me: string; readonly today: string },
): Promise<FoundApplicants> {
  const all = await applicationLines(tx, ctx.organisationId, season.id, it.today)
  const mentorOnly = await mentorOnlyOf(tx, ctx.organisationId, season.id)
  const reached = new Map(keepReached(season.program, all, { but: it.me, mentorOnly }).map((one) => [one.id, one]))
  const withoutPlace = await toldWithoutPlace(tx, ctx.organisationId, season.id)
  const applicants = all
    .filter((one) => one.personId !== it.me)
    .map(({ id, personId, role }) => {
      const found = reached.get(id)
      return {
        personId,
        role,
        reached: found !== undefined,
        waits: found !== undefined && stateOf(found) === 'waiting',
      }
    })
  return {
    ...planApplicants(it.to, it.who, applicants, withoutPlace),
    hasOwn: all.some((one) => one.personId === it.me),
    isTold: withoutPlace !== null,
  }
}
