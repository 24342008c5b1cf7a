import type { Program } from '../../../model/program.ts'
import type { Role } from '../../../model/role.ts'

/** Whether the program asks for the manager's agreement: of whoever applies for both roles, and where the review asks the manager. PRODUCT.md, apply. */
export function asksManager(program: Program, roles: readonly Role[]): boolean {
  if (roles.length > 1) return true
  return roles.some((role) => program.roles[role].considerations.some((it) => it.source === 'manager'))
}
