import { type GivenApplication, NOTHING_GIVEN } from '../../../model/given-application.ts'
import type { Outcome } from '../../../model/outcome.ts'
import type { Program } from '../../../model/program.ts'
import { ROLES, type Role } from '../../../model/role.ts'
import type { Context } from '../../../runtime/context.ts'
import { draftRoles } from '../../../store/application-drafts.ts'
import { interestsOf } from '../../../store/call-interest.ts'
import type { Tx } from '../../../store/database.ts'
import { coordinatorsOf } from '../../../store/hats.ts'
import { callPhase, countTenure, decideApplying, type Phase, type Tenure } from '../rules/call-phase.ts'
import { asGiven } from '../rules/plan-application.ts'
import { type OwnSeason, openDraft, openWishes, withOwnSeason } from './own-season.ts'

export type CallLine = {
  readonly role: Role
  readonly phase: Phase
  readonly has: 'nothing' | 'draft' | 'application'
  readonly tenure: Tenure
  /** Why they cannot apply, or change what they sent, now; null where they can. */
  readonly refusal: string | null
  readonly wantsToHear: boolean
}
export type ApplyOverview = { readonly program: Program; readonly today: string; readonly calls: readonly CallLine[] }

/** Which roles are open to the reader, and what they have begun or sent. */
export async function applyOverview(ctx: Context, input: { season: string }): Promise<ApplyOverview> {
  return withOwnSeason(ctx, input.season, async (tx, it) => {
    const drafts = await draftRoles(tx, ctx.organisationId, it.season.id, it.me)
    const interests = await interestsOf(tx, ctx.organisationId, it.me)
    const calls: CallLine[] = []
    for (const role of ROLES) {
      const decided = await decide(ctx, tx, it, role)
      const sent = it.inForce.some((one) => one.role === role)
      calls.push({
        role,
        phase: callPhase(it.program, role, it.today),
        has: sent ? 'application' : drafts.includes(role) ? 'draft' : 'nothing',
        tenure: countTenure(it.program.roles[role].requirements, it.startedOn, it.today),
        refusal: decided.ok ? null : decided.code,
        wantsToHear: interests.includes(role),
      })
    }
    return { program: it.program, today: it.today, calls }
  })
}

export type ApplyForm = {
  readonly program: Program
  readonly role: Role
  readonly today: string
  readonly phase: Phase
  readonly given: GivenApplication
  /** Of the draft that is shown; null where none was kept yet. */
  readonly version: number | null
  readonly keptAt: string | null
  /** Whether sending changes what was sent before. */
  readonly isChange: boolean
  /** Whether they have applied for the other role too. */
  readonly isDual: boolean
  readonly tenure: Tenure
  readonly refusal: string | null
}

/** One role's form as far as it was filled in: the draft, else what was sent, else empty. */
export async function applyForm(ctx: Context, input: { season: string; role: Role }): Promise<ApplyForm> {
  return withOwnSeason(ctx, input.season, async (tx, it) => {
    const { role } = input
    const draft = await openDraft(ctx, tx, { seasonId: it.season.id, personId: it.me, role })
    const sent = it.own.find((one) => one.role === role)
    const lists = await openWishes(ctx, tx, it.me, it.season.id, role)
    const decided = await decide(ctx, tx, it, role)
    return {
      program: it.program,
      role,
      today: it.today,
      phase: callPhase(it.program, role, it.today),
      given: draft?.given ?? (sent ? asGiven(it.program, role, sent, lists) : NOTHING_GIVEN),
      version: draft?.version ?? null,
      keptAt: draft?.keptAt ?? null,
      isChange: it.inForce.some((one) => one.role === role),
      isDual: it.inForce.some((one) => one.role !== role),
      tenure: countTenure(it.program.roles[role].requirements, it.startedOn, it.today),
      refusal: decided.ok ? null : decided.code,
    }
  })
}

async function decide(ctx: Context, tx: Tx, it: OwnSeason, role: Role): Promise<Outcome<'open' | 'late'>> {
  const coordinators = await coordinatorsOf(tx, ctx.organisationId, it.season.id, ctx.today)
  return decideApplying(it.program, {
    role,
    today: it.today,
    inForce: it.inForce.map((one) => one.role),
    hasHeard: it.hasHeard,
    inDirectory: it.inDirectory,
    isOnlyCoordinator: coordinators.size === 1 && coordinators.has(it.me),
  })
}
