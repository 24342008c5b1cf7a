import { addMonths } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import { no, type Outcome, yes } from '../../../model/outcome.ts'
import type { Program, Requirement } from '../../../model/program.ts'
import { ROLES, type Role } from '../../../model/role.ts'

/** `late`: closed, and who applies now is kept in reserve. `over`: nobody can apply any more. */
export type Phase = 'soon' | 'open' | 'late' | 'over'

/** Where a role's call stands on a day of the season's zone; the closing day runs to its end. PRODUCT.md, apply. */
export function callPhase(program: Program, role: Role, today: Day): Phase {
  const { opens, closes, late } = program.roles[role].call
  if (today < opens) return 'soon'
  if (today <= (closes ?? program.endsOn)) return 'open'
  return late === 'reserve' && today <= program.endsOn ? 'late' : 'over'
}

export type Standing = {
  readonly role: Role
  readonly today: Day
  /** Roles in which the person has an application in force. */
  readonly inForce: readonly Role[]
  /** Whether they have heard what became of their application. */
  readonly hasHeard: boolean
  readonly inDirectory: boolean
  readonly isOnlyCoordinator: boolean
}

/** Whether somebody may apply for a role now, or change what they sent. PRODUCT.md, apply. */
export function decideApplying(program: Program, it: Standing): Outcome<'open' | 'late'> {
  const phase = callPhase(program, it.role, it.today)
  const stands = it.inForce.includes(it.role)
  if (phase === 'soon') return no('call-not-open')
  if (stands && (phase !== 'open' || it.hasHeard)) return no('application-stands')
  if (phase === 'over') return no('call-closed')
  if (!it.inDirectory && !program.acceptsSelfDeclared) return no('not-in-the-directory')
  if (it.isOnlyCoordinator) return no('no-second-coordinator')
  if (!program.dual.allowed && ROLES.some((role) => role !== it.role && it.inForce.includes(role)))
    return no('one-role-only')
  return yes(phase)
}

/** Whether somebody has been here long enough on a day: from which day on they have, or that nobody knows. */
export type Tenure =
  | { readonly is: 'not-asked' }
  | { readonly is: 'met' }
  | { readonly is: 'unknown' }
  | { readonly is: 'not-yet'; readonly fromOn: Day; readonly months: number }

/** The start date plus n calendar months on or before the day of application; of several such rules the longest. PRODUCT.md, review. */
export function countTenure(requirements: readonly Requirement[], startedOn: Day | null, today: Day): Tenure {
  const months = requirements.flatMap((it) => (it.kind === 'tenure' ? [it.months] : []))
  if (months.length === 0) return { is: 'not-asked' }
  if (startedOn === null) return { is: 'unknown' }
  const longest = Math.max(...months)
  const fromOn = addMonths(startedOn, longest)
  return fromOn <= today ? { is: 'met' } : { is: 'not-yet', fromOn, months: longest }
}

/** Whether an application may be taken back now. Once pairs are fixed it waits until everybody has heard. */
export function decideWithdrawing(it: {
  readonly hasHeard: boolean
  readonly isPaired: boolean
  readonly isMatchMade: boolean
}): Outcome<true> {
  if (it.hasHeard && it.isPaired) return no('in-a-pair')
  // The same for everybody: a pair that nobody has heard of must not show in it.
  return !it.hasHeard && it.isMatchMade ? no('match-is-made') : yes(true)
}
