import type { Day } from '../../../model/day.ts'
import type {
  AttendanceFact,
  CareerFact,
  DepartmentFact,
  PairFact,
  Results,
  TrainedFact,
} from '../../../model/figures.ts'
import type { MeasureFigure, Standing } from '../../../model/measure-figure.ts'
import { AFTERWARDS, type Measure } from '../../../model/measures.ts'
import { percent } from '../../../model/percent.ts'
import type { Program } from '../../../model/program.ts'
import type { planStrips } from '../../meet/rules.ts'

/** What the catalogue counts from: facts of a season, the figures that are there already, and the measure that is asked for. */
export type Asked = {
  readonly measure: Measure
  readonly program: Program
  readonly asOf: Day
  /** Published by the day. */
  readonly pairs: readonly PairFact[]
  readonly strips: ReturnType<typeof planStrips>
  readonly departments: readonly DepartmentFact[]
  readonly attendance: readonly AttendanceFact[]
  readonly trained: readonly TrainedFact[]
  /** The days on which questions were asked on the boards. */
  readonly questionsAskedOn: readonly Day[]
  /** What the directory tells of people over time; null where no measure asks for it. */
  readonly careers: { readonly people: readonly CareerFact[]; readonly newestOn: Day | null } | null
  readonly results: Omit<Results, 'measures'>
}

/** A figure before its target is set beside it. */
export type Counted = Omit<MeasureFigure, 'measure' | 'definition' | 'target' | 'forecast'> & {
  /** Whether the target of the measure is meant for it. */
  readonly isAimed: boolean
}

const NOTHING = {
  shown: null,
  least: null,
  most: null,
  change: null,
  excluded: 0,
  missing: null,
  standing: null,
} as const

/** A plain number. */
export function plainCount(of: readonly string[], counted: number): Counted {
  return { ...NOTHING, of, counted, base: null, percent: null, isAimed: false }
}

/** So many of so many; `standing` says what is settled of it, all of it where nothing is said. */
export function share(of: readonly string[], counted: number, base: number, more: Partial<Counted> = {}): Counted {
  const standing: Standing = { reached: counted, missed: base - counted, open: 0 }
  return { ...NOTHING, of, counted, base, percent: percent(counted, base), standing, isAimed: true, ...more }
}

/** No figure, and why. */
export function noFigure(of: readonly string[], missing: Counted['missing']): Counted {
  return { ...NOTHING, of, counted: null, base: null, percent: null, missing, isAimed: true }
}

/** Everyone ever in one of these pairs, each once. PRODUCT.md, figures: people. */
export function peopleOf(pairs: readonly PairFact[]): ReadonlySet<string> {
  return new Set(pairs.flatMap((pair) => [pair.mentorId, pair.menteeId]))
}

/** How a share stands whose rest may still come until a day. PRODUCT.md, figures. */
export function openUntil(last: string, asOf: string, reached: number, total: number): Standing {
  const rest = total - reached
  return asOf <= last ? { reached, missed: 0, open: rest } : { reached, missed: rest, open: 0 }
}

/** Whether a program asks what became of people after the season. */
export function asksAfterwards({ measures }: Pick<Program, 'measures'>): boolean {
  return measures.some((it) => AFTERWARDS.includes(it.definition))
}
