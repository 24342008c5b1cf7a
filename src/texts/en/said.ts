import type { Signed } from '../../model/quote.ts'
import type { Role } from '../../model/role.ts'

/** Under a quote: who says it, as far as its author wants it known. */
export function signature(it: { readonly signed: Signed; readonly role: Role; readonly name: string | null }): string {
  if (it.signed === 'name' && it.name) return `${it.name}, ${it.role}`
  if (it.signed === 'role') return `A ${it.role}, released by its author`
  return 'Released by its author'
}
