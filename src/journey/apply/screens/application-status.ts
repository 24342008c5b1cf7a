import { dayIn } from '../../../calendar/days.ts'
import type { Program } from '../../../model/program.ts'
import { ROLES, type Role } from '../../../model/role.ts'
import type { Context } from '../../../runtime/context.ts'
import type { Tx } from '../../../store/database.ts'
import { type ManagerAnswer, managerAskOf, managerOf } from '../../../store/manager-asks.ts'
import { hasMentors } from '../../../store/open-mentors.ts'
import { ownPairs } from '../../../store/own-pairs.ts'
import { seasonsOf } from '../../../store/seasons.ts'
import { asksManager } from '../rules/asks-manager.ts'
import { callPhase, type Phase } from '../rules/call-phase.ts'
import { type NextCall, nextCall } from '../rules/next-call.ts'
import { type OwnSeason, withOwnSeason } from './own-season.ts'

export type OwnLine = {
  readonly role: Role
  readonly phase: Phase
  readonly sentOn: string
  readonly isLate: boolean
  /** The day on which they took it back; null while it stands. */
  readonly withdrawnOn: string | null
  readonly mayChange: boolean
}
export type OwnManager = {
  /** As the directory has them; null where it names nobody. */
  readonly name: string | null
  readonly state: 'not-asked' | 'asked' | ManagerAnswer
  readonly until: string | null
}
export type ApplicationStatus = {
  readonly program: Program
  readonly today: string
  readonly applications: readonly OwnLine[]
  /** Null until they have heard: nothing here may differ before. */
  /** What the manager was asked and pressed; null where the program does not ask. */
  readonly manager: OwnManager | null
  /** What else there is for whoever is not placed: whether mentors show themselves, and the call that is open or opens next. */
  readonly else: { readonly hasMentors: boolean; readonly next: NextCall | null } | null
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
    const manager = await managerAsked(ctx, tx, it)
    if (!it.hasHeard) return { program, today, applications, manager, else: null, heard: null }
    const subject = { organisationId: ctx.organisationId, personId: it.me, shownOn: ctx.today }
    const pairs = (await ownPairs(tx, subject)).filter(
      (pair) => pair.seasonId === it.season.id && pair.endedOn === null,
    )
    const other = pairs.length > 0 ? null : await whatElse(ctx, tx, it)
    const heard = { pairs: pairs.map(({ name, email }) => ({ name, email })) }
    return { program, today, applications, manager, else: other, heard }
  })
}

async function managerAsked(ctx: Context, tx: Tx, it: OwnSeason): Promise<OwnManager | null> {
  const roles = it.inForce.map((one) => one.role)
  if (!asksManager(it.program, roles)) return null
  const ask = await managerAskOf(tx, ctx.organisationId, it.season.id, it.me)
  const isOver = ask !== undefined && ask.answer === null && Date.parse(ask.untilAt) <= Date.parse(ctx.clock.now())
  if (ask && !isOver)
    return { name: ask.manager, state: ask.answer ?? 'asked', until: dayIn(ask.untilAt, it.program.zone) }
  const manager = await managerOf(tx, ctx.organisationId, it.me, ctx.today)
  return { name: manager?.name ?? null, state: 'not-asked', until: null }
}

async function whatElse(ctx: Context, tx: Tx, it: OwnSeason): Promise<ApplicationStatus['else']> {
  const seasons = await seasonsOf(tx, ctx.organisationId)
  const others = seasons.filter((one) => one.id !== it.season.id).map((one) => one.program)
  return { hasMentors: await hasMentors(tx, ctx.organisationId, it.me), next: nextCall(others, ctx.today) }
}
