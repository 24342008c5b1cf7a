import type { Day } from '../../../model/day.ts'
import type { AttendanceFact, PairFact } from '../../../model/figures.ts'
import type { Standing } from '../../../model/measure-figure.ts'
import type { ProgramEvent } from '../../../model/program.ts'
import { cameBy, eventDays, planRoster } from '../rules.ts'

/** Who of an event’s roster came, and who may still: nobody is missing before its last day has passed. PRODUCT.md, figures: roster. */
export function countEventStanding(
  event: ProgramEvent,
  pairs: readonly PairFact[],
  attendance: readonly AttendanceFact[],
  today: Day,
): Standing {
  const roster = planRoster(event, pairs)
  const facts = cameBy([event], attendance, today).filter((it) => it.event === event.key)
  const came = new Set(facts.map((it) => it.personId))
  const reached = [...roster].filter((id) => came.has(id)).length
  const last = eventDays(event)?.last ?? null
  const rest = roster.size - reached
  return last !== null && last < today ? { reached, missed: rest, open: 0 } : { reached, missed: 0, open: rest }
}
