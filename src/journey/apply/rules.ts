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
}

/**
 * Of two applications by one person for one role the later replaces the earlier, unless it came after the close: then it is
 * the one that is set aside. Instants are ISO 8601. PRODUCT.md, apply.
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
    for (const one of group) if (one.id !== inForce?.id) replacedBy.set(one.id, inForce?.id ?? one.id)
  }
  return { replacedBy }
}

/** The latest that came in time; when none did, the first that came late. */
function chooseInForce(group: readonly Applied[]): Applied | undefined {
  const ordered = [...group].sort(
    (a, b) => Date.parse(a.submitted_at) - Date.parse(b.submitted_at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  return ordered.filter((one) => !one.late).at(-1) ?? ordered[0]
}
