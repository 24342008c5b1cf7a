import { dayIn } from '../../calendar/days.ts'
import type { OwnStrip } from '../../journey/meet/rules/own-strip.ts'
import { planAsked } from '../../journey/meet/rules/plan-asked.ts'
import { type Planned, startsOf } from '../../journey/meet/rules/planned-starts.ts'
import type { Day } from '../../model/day.ts'
import type { PairFacts } from './plan-next.ts'

/** What is planned, proposed and said of one pair, as one of its two has it before them. */
export type PlanOfPair = Pick<PairFacts, 'timesBy' | 'planned'> & {
  /** Days in the season's zone on which a planned meeting has begun. */
  readonly plannedBefore: readonly Day[]
  readonly said: ReadonlySet<Day>
}
type Rows = {
  readonly planned: readonly (Planned & { readonly pairId: string })[]
  readonly proposed: readonly { readonly pairId: string; readonly by: string }[]
  readonly said: readonly { readonly pairId: string; readonly window: Day }[]
}

/** What one pair has planned next and before, who waits for the other to choose a time, and of which windows was spoken. Instants. */
export function planOf(
  rows: Rows,
  { id, program }: { readonly id: string; readonly program: { readonly zone: string } },
  it: { readonly me: string; readonly now: string; readonly zone: string },
): PlanOfPair {
  const starts = rows.planned.filter((one) => one.pairId === id).flatMap(startsOf)
  const at = starts.filter((one) => one > it.now).sort()[0]
  const by = rows.proposed.find((one) => one.pairId === id)?.by
  return {
    timesBy: by === undefined ? null : by === it.me ? 'me' : 'partner',
    planned: at === undefined ? null : { at, day: dayIn(at, it.zone) },
    plannedBefore: starts.flatMap((one) => (one <= it.now ? [dayIn(one, program.zone)] : [])),
    said: new Set(rows.said.flatMap((one) => (one.pairId === id ? [one.window] : []))),
  }
}

/** The days of which the reader has said nothing yet, while an answer is still due; what the partner says is a question of its own. */
export function unsaidOf({ cells }: OwnStrip, { said, plannedBefore }: PlanOfPair, today: Day): PairFacts['unsaid'] {
  const asked = planAsked({ cells, questions: [] }, said, plannedBefore, today)
  return asked?.state === 'due' ? { firstDay: asked.firstDay, lastDay: asked.lastDay, on: asked.on } : null
}
