import { dayIn } from '../../../calendar/days.ts'
import type { Program } from '../../../model/program.ts'
import { ROLES, type Role } from '../../../model/role.ts'
import type { Context } from '../../../runtime/context.ts'
import { ownPairs } from '../../../store/own-pairs.ts'
import { callPhase, type Phase } from '../rules/call-phase.ts'
import { withOwnSeason } from './own-season.ts'

export type OwnLine = {
  readonly role: Role
  readonly phase: Phase
  readonly sentOn: string
  readonly isLate: boolean
  /** The day on which they took it back; null while it stands. */
  readonly withdrawnOn: string | null
  readonly mayChange: boolean
}
export type ApplicationStatus = {
  readonly program: Program
  readonly today: string
  readonly applications: readonly OwnLine[]
  /** Null until they have heard: nothing here may differ before. */
  readonly heard: { readonly pairs: readonly { readonly name: string; readonly email: string }[] } | null
}

/**
 * What became of one's own application. Until they have heard it says when it was sent and what comes next, and reads nothing
 * of clearance, review, decision or match: it cannot tell what it does not ask for.
 */
export async function applicationStatus(ctx: Context, input: { season: string }): Promise<ApplicationStatus> {
  return withOwnSeason(ctx, input.season, async (tx, it) => {
    const { program, today } = it
    const applications = ROLES.flatMap((role) => {
      const inForce = it.inForce.find((one) => one.role === role)
      const shown = inForce ?? it.own.find((one) => one.role === role && one.withdrawn_at !== null)
      if (!shown) return []
      const withdrawnAt = inForce ? null : shown.withdrawn_at
      const phase = callPhase(program, role, today)
      return [
        {
          role,
          phase,
          sentOn: shown.submitted_on,
          isLate: shown.late,
          withdrawnOn: withdrawnAt && dayIn(withdrawnAt, program.zone),
          mayChange: phase === 'open' && !it.hasHeard,
        },
      ]
    })
    if (!it.hasHeard) return { program, today, applications, heard: null }
    const subject = { organisationId: ctx.organisationId, personId: it.me, shownOn: ctx.today }
    const pairs = (await ownPairs(tx, subject)).filter(
      (pair) => pair.seasonId === it.season.id && pair.endedOn === null,
    )
    return { program, today, applications, heard: { pairs: pairs.map(({ name, email }) => ({ name, email })) } }
  })
}
