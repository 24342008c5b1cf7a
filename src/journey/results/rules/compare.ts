import { addDays, daysBetween } from '../../../calendar/days.ts'
import type { Day } from '../../../model/day.ts'
import type { Results } from '../../../model/figures.ts'
import type { MeasureFigure } from '../../../model/measure-figure.ts'
import { COUNTS, DEFINITIONS, type Definition, type Measure } from '../../../model/measures.ts'
import type { Program } from '../../../model/program.ts'

/** One season of a comparison: its rules, and its figures of a day, counted by the measures of all of them. */
export type Compared = { readonly program: Program; readonly results: Results }

/** What the same definition takes differently from season to season; its values stand in the order of the seasons. */
export type Difference = {
  readonly what: 'rhythm' | 'completion' | 'events' | 'training' | 'question' | 'months'
  readonly values: readonly string[]
}

/** One figure, side by side; null where a season has none such. */
export type ComparedRow = {
  readonly definition: Definition
  readonly of: readonly string[]
  readonly figures: readonly (MeasureFigure | null)[]
  readonly differs: readonly Difference[]
}

/** What is compared whatever the files ask for. */
const ALWAYS: readonly Definition[] = ['participation', 'departments', 'retention', 'attendance', 'cadence', 'feedback']

/**
 * The measures by which all of these programs are counted, so that every figure is the same thing in each: the usual ones, and every
 * definition that one of them asks for. A target is each season's own. Issue 7, compare seasons.
 */
export function planCompared(programs: readonly Program[]): readonly Program[] {
  const asked = new Set<Definition>([...ALWAYS, ...programs.flatMap((it) => it.measures.map((one) => one.definition))])
  const compared = DEFINITIONS.filter((it) => asked.has(it))
  return programs.map((program) => ({ ...program, measures: compared.map((it) => measureOf(program, it)) }))
}

function measureOf({ measures }: Program, definition: Definition): Measure {
  const own = measures.find((it) => it.definition === definition)
  const isWhole = own?.question === undefined && own?.survey === undefined && own?.training === undefined
  const target = isWhole && !COUNTS.includes(definition) ? own?.targetPercent : undefined
  return {
    key: definition,
    text: definition,
    definition,
    ...(target === undefined ? {} : { targetPercent: target }),
    ...(own?.monthsAfter === undefined ? {} : { monthsAfter: own.monthsAfter }),
  }
}

/** Each season's day: today, or the day on which each had met for as long as the youngest has now. Issue 7, compare seasons. */
export function planDays(programs: readonly Program[], today: Day, at: 'today' | 'same'): readonly Day[] {
  if (at === 'today') return programs.map(() => today)
  const days = Math.max(0, Math.min(...programs.map(({ meetings }) => daysBetween(meetings.from, today))))
  return programs.map(({ meetings }) => addDays(meetings.from, days))
}

/**
 * Figures of several seasons side by side, by definition and what they are about. They are made of what each season publishes by
 * itself and of nothing else, so that seasons beside each other tell no more than one after the other. PRODUCT.md, survey answers.
 */
export function compareSeasons(seasons: readonly Compared[]): readonly ComparedRow[] {
  const keyOf = (it: MeasureFigure) => JSON.stringify([it.definition, ...it.of])
  const figures = seasons.map(({ results }) => new Map(results.measures.map((it) => [keyOf(it), it])))
  const order = DEFINITIONS.flatMap((definition) => {
    const own = figures.flatMap((of) => [...of].filter(([, it]) => it.definition === definition).map(([key]) => key))
    return [...new Set(own)]
  })
  return order.flatMap((key) => {
    const row = figures.map((of) => of.get(key) ?? null)
    const first = row.find((it) => it !== null)
    if (!first) return []
    // "Not there" beside a figure says less than no figure at all.
    if (first.of.length === 0 && row.every((it) => it === null || it.missing !== null) && seasons.length > 1) return []
    const { definition, of } = first
    return [{ definition, of, figures: row, differs: differencesOf(definition, of, seasons) }]
  })
}

function differencesOf(
  definition: Definition,
  of: readonly string[],
  seasons: readonly Compared[],
): readonly Difference[] {
  const said = seasons.map(({ program }) => saysOf(program, definition, of))
  const kinds = [...new Set(said.flatMap((it) => Object.keys(it)))] as Difference['what'][]
  return kinds
    .map((what) => ({ what, values: said.map((it) => it[what] ?? '') }))
    .filter(({ values }) => new Set(values).size > 1)
}

/** What of a program file goes into a figure beyond its definition. */
function saysOf(
  program: Program,
  definition: Definition,
  of: readonly string[],
): Partial<Record<Difference['what'], string>> {
  switch (definition) {
    case 'cadence':
      return { rhythm: String(program.meetings.everyDays) }
    case 'completion':
      return {
        rhythm: String(program.meetings.everyDays),
        completion: program.completion ? `${program.completion.meetings} of ${program.completion.of}` : '',
      }
    case 'attendance':
      return {
        events: program.events
          .filter((it) => it.countsTowardsTarget)
          .map((it) => it.name)
          .join(', '),
      }
    case 'training':
      return {
        training:
          program.training
            .find((it) => it.alternatives.some((one) => one.key === of[0]))
            ?.alternatives.map((one) => one.name)
            .join(', ') ?? '',
      }
    case 'staying':
    case 'promotion':
    case 'transfer':
      return { months: String(program.measures.find((it) => it.definition === definition)?.monthsAfter ?? '') }
    case 'goals':
    case 'skills':
    case 'agreement':
    case 'recommend':
      return questionOf(program, of)
    default:
      return {}
  }
}

function questionOf({ surveys }: Program, [survey = '', who, question]: readonly string[]) {
  const asked = Object.entries(surveys[survey]?.questions ?? {}).find(([key]) => key === who)?.[1]
  const found = asked?.find((it) => it.key === question)
  // A season that does not ask it has no figure, which says it already.
  return found ? { question: found.kind === 'agreement' ? `${found.text} (${found.points} steps)` : found.text } : {}
}
