import { type Cost, minutesOf } from './counted-coordinator.ts'
import {
  MINUTES_PER_ACTION,
  MINUTES_PER_FIELD,
  PAIRS,
  WORDS_READ_PER_MINUTE,
  WORDS_WRITTEN_PER_MINUTE,
} from './desk-assumed.ts'

const MUST = 2
const AIM = 1

/** Prints where a coordinator's minutes go; says 1 where there are more for a pair and week than there may be. */
export function reportDesk(
  ledger: ReadonlyMap<string, Cost>,
  it: { readonly daysOnDesk: number; readonly weeks: number },
): number {
  const rows = [...ledger].toSorted(([, a], [, b]) => minutesOf(b) - minutesOf(a))
  const all = rows.reduce(
    (sum, [, cost]) => ({
      actions: sum.actions + cost.actions,
      fields: sum.fields + cost.fields,
      read: sum.read + cost.read,
      written: sum.written + cost.written,
    }),
    { actions: 0, fields: 0, read: 0, written: 0 },
  )
  const minutes = minutesOf(all)
  const each = minutes / (PAIRS * it.weeks)
  console.log(
    `assumed: ${MINUTES_PER_ACTION} min an action, ${MINUTES_PER_FIELD} min a field, ${WORDS_READ_PER_MINUTE} words read and ${WORDS_WRITTEN_PER_MINUTE} written a minute`,
  )
  console.log(
    'not counted: what participants, reviewers, the people team and whoever runs an event do; reading applications one by one, since the rules of the program decide',
  )
  console.log('                              actions fields   read written  minutes')
  for (const [what, cost] of [...rows, ['in all', all] as const])
    console.log(
      `  ${what.padEnd(26)} ${column(cost.actions)} ${column(cost.fields)} ${column(cost.read)} ${column(cost.written)} ${minutesOf(cost).toFixed(1).padStart(8)}`,
    )
  console.log(
    `${it.daysOnDesk} mornings at the desk; ${(minutes / 60).toFixed(1)} hours for ${PAIRS} pairs from the call to the decision`,
  )
  console.log(
    `must: minutes for a pair and week of its ${it.weeks} weeks: ${each.toFixed(2)}, at most ${MUST}; aim ${AIM}: ${each <= AIM ? 'reached' : 'not reached'}`,
  )
  return each <= MUST ? 0 : 1
}

function column(many: number): string {
  return String(many).padStart(7)
}
