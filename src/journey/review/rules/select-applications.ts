import type { Role } from '../../../model/role.ts'
import { orderByPriority } from '../rules.ts'

/** How an application stands, as one filters by it: `waiting` is the waiting list of mentees and the reserve of mentors. */
export const APPLICATION_STATES = ['open', 'admitted', 'waiting', 'declined', 'placed'] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]
export const APPLICATION_SORTS = ['priority', 'name', 'sent'] as const

export type Listed = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly division: string | null
  readonly submittedAt: string
  readonly priority: number | null
  readonly outcome: 'pool' | 'reserve' | 'declined' | null
  readonly isPaired: boolean
  /** Whether a match that is published could have given them a seat: from then on the pool without a pair waits. */
  readonly mayWait: boolean
}
export type ApplicationsFilter = {
  readonly q: string
  readonly role: Role | null
  /** A division's name; an empty one is those without. */
  readonly division: string | null
  readonly state: ApplicationState | null
  readonly sort: (typeof APPLICATION_SORTS)[number]
}

/** How one application stands; once a match is published, the pool without a pair waits. PRODUCT.md, words. */
export function stateOf(it: Pick<Listed, 'outcome' | 'isPaired' | 'mayWait'>): ApplicationState {
  if (it.isPaired) return 'placed'
  if (it.outcome === null) return 'open'
  if (it.outcome === 'declined') return 'declined'
  return it.outcome === 'reserve' || it.mayWait ? 'waiting' : 'admitted'
}

/** The applications that fit a filter, in its order; by priority is the order in which seats are given. */
export function selectApplications<T extends Listed>(all: readonly T[], filter: ApplicationsFilter): readonly T[] {
  const wanted = filter.q.trim().toLowerCase()
  const fitting = all.filter(
    (it) =>
      (filter.role === null || it.role === filter.role) &&
      (filter.division === null || (it.division ?? '') === filter.division) &&
      (filter.state === null || stateOf(it) === filter.state) &&
      `${it.name}\n${it.email}`.toLowerCase().includes(wanted),
  )
  if (filter.sort === 'priority') return orderByPriority(fitting)
  const key = (it: T) => (filter.sort === 'name' ? it.name.toLowerCase() : it.submittedAt)
  return fitting.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1))
}

/** Those before and after one of a list; null at its ends and where it is not in it. */
export function neighboursOf(list: readonly { readonly id: string }[], id: string) {
  const at = list.findIndex((it) => it.id === id)
  return {
    at: at + 1,
    of: list.length,
    before: at > 0 ? (list[at - 1]?.id ?? null) : null,
    after: at < 0 ? null : (list[at + 1]?.id ?? null),
  }
}
