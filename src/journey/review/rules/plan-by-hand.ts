import type { Role } from '../../../model/role.ts'

type Outcome = 'pool' | 'reserve' | 'declined'
export type Decidable = {
  readonly id: string
  readonly role: Role
  readonly division: string | null
  readonly outcome: Outcome | null
  readonly stepId: string | null
  readonly releasedOn: string | null
  readonly isPaired: boolean
}
export type HandPlan = {
  /** Those whose decision changes. */
  readonly changes: readonly Decidable[]
  /** Those that are decided so already. */
  readonly same: number
  /** Those that stay as they are: they have a pair. */
  readonly paired: number
  /** Those that stay as they are: their decision was released. */
  readonly heard: number
  readonly balance: readonly DivisionBalance[]
}
/** People in the pool of one division, before and after. */
export type DivisionBalance = {
  readonly division: string
  readonly mentors: { readonly before: number; readonly after: number }
  readonly mentees: { readonly before: number; readonly after: number }
}

/** What deciding some of all applications by hand would change, before it is done. PRODUCT.md, review: decisions stay pending until released. */
export function planByHand(all: readonly Decidable[], ids: ReadonlySet<string>, outcome: Outcome): HandPlan {
  const targets = all.filter((it) => ids.has(it.id))
  const heard = targets.filter((it) => it.releasedOn !== null)
  const paired = targets.filter((it) => it.releasedOn === null && it.isPaired)
  const free = targets.filter((it) => it.releasedOn === null && !it.isPaired)
  const changes = free.filter((it) => it.outcome !== outcome)
  const changing = new Set(changes.map((it) => it.id))
  const after = (it: Decidable) => (changing.has(it.id) ? outcome : it.outcome)
  const divisions = [...new Set(all.map((it) => it.division ?? ''))].toSorted()
  const pool = (role: Role, division: string) => {
    const here = all.filter((it) => it.role === role && (it.division ?? '') === division)
    return {
      before: here.filter((it) => it.outcome === 'pool').length,
      after: here.filter((it) => after(it) === 'pool').length,
    }
  }
  return {
    changes,
    same: free.length - changes.length,
    paired: paired.length,
    heard: heard.length,
    balance: divisions.map((division) => ({
      division,
      mentors: pool('mentor', division),
      mentees: pool('mentee', division),
    })),
  }
}

/** What somebody saw of decisions, in a text that differs where any of them does. */
export function seenOf(targets: readonly Decidable[]): string {
  return targets
    .map((it) => [it.id, it.outcome, it.stepId, it.releasedOn, it.isPaired].join(' '))
    .toSorted()
    .join('\n')
}
