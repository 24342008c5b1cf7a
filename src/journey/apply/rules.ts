import { dayIn } from '../../calendar/days.ts'
import type { Day } from '../../model/day.ts'

/** Whether an application came after its call closed: the closing day runs to its end in the season's zone; an open call is never late. PRODUCT.md, design. */
export function isLate(submittedAt: string, closes: Day | undefined, zone: string): boolean {
  return closes !== undefined && dayIn(submittedAt, zone) > closes
}

type Applied = {
  readonly id: string
  readonly person_id: string
  readonly role: string
  readonly submitted_at: string
  readonly late: boolean
  /** When its person took it back; null, or nothing, while it stands. */
  readonly withdrawn_at?: string | null
}

/**
 * Of two applications by one person for one role the later replaces the earlier, unless it came after the close: then it is
 * the one that is set aside. One that its person took back is in force no more, and replaced by itself. Instants are ISO 8601. PRODUCT.md, apply.
 */
export function decideSuperseding(applications: readonly Applied[]): {
  readonly replacedBy: ReadonlyMap<string, string>
} {
  const groups = new Map<string, Applied[]>()
  for (const one of applications) {
    const key = `${one.person_id} ${one.role}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const replacedBy = new Map<string, string>()
  for (const group of groups.values()) {
    const inForce = chooseInForce(group)
    for (const one of group)
      if (one.id !== inForce?.id || one.withdrawn_at) replacedBy.set(one.id, inForce?.id ?? one.id)
  }
  return { replacedBy }
}

/**
 * The latest that came in time; when none did, the first that came late. Whatever was sent before its person took an
 * application back is over with it, so the withdrawn one itself stands for them until they apply again.
 */
function chooseInForce(group: readonly Applied[]): Applied | undefined {
  const withdrawnAt = Math.max(...group.map((it) => (it.withdrawn_at ? Date.parse(it.withdrawn_at) : -Infinity)))
  const since = group.filter((it) => !it.withdrawn_at && Date.parse(it.submitted_at) > withdrawnAt)
  if (since.length === 0) return group.find((it) => it.withdrawn_at && Date.parse(it.withdrawn_at) === withdrawnAt)
  const ordered = since.sort(
    (a, b) => Date.parse(a.submitted_at) - Date.parse(b.submitted_at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  return ordered.filter((one) => !one.late).at(-1) ?? ordered[0]
}
