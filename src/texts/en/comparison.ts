import type { MeasureFigure } from '../../model/measure-figure.ts'
import type { Definition } from '../../model/measures.ts'
import type { Program } from '../../model/program.ts'
import { lengthInWords } from './days.ts'
import { DEFINED, type Defined, definitionInWords, ROUNDING } from './definitions.ts'
import { figureInWords, partInWords } from './measures.ts'
import { targetInWords } from './percent.ts'

type Difference = { readonly what: string; readonly values: readonly string[] }
type Row = {
  readonly definition: Definition
  readonly of: readonly string[]
  readonly figures: readonly (MeasureFigure | null)[]
  readonly differs: readonly Difference[]
}
type Screen = {
  readonly seasons: readonly { readonly key: string; readonly name: string; readonly asOf: string }[]
  readonly programs: readonly Program[]
  readonly rows: readonly Row[]
}

/** What one season says in a row: its figure beside its own aim. */
export function cellInWords(figure: MeasureFigure | null): string {
  if (figure === null) return 'none such'
  const words = figureInWords(figure)
  return figure.target === null ? words : `${words}; aim ${targetInWords(figure.target)}`
}

/** What a row is about; the whole of it where its part has no name. */
export function rowInWords(programs: readonly Program[], { definition, of, figures }: Row): string {
  const at = figures.findIndex((it) => it !== null)
  const [program, figure] = [programs[at], figures[at]]
  const part = program && figure ? partInWords(program, figure) : of.join(', ')
  return part === '' ? DEFINED[definition].name : part
}

/** What the same definition takes differently in each season, in a sentence. */
export function differenceInWords({ what, values }: Difference, names: readonly string[]): string {
  const said = values.map((value, at) => `${names[at]}: ${valueInWords(what, value)}`).join('; ')
  return `${STARTS[what] ?? 'They differ.'} ${said}.`
}

const STARTS: Readonly<Record<string, string>> = {
  rhythm: 'Their windows are not equally long, so it is not equally hard to reach.',
  completion: 'They ask for a different number of meetings.',
  events: 'They do not count the same events.',
  training: 'The training is not the same.',
  question: 'The question was not asked in the same words.',
  months: 'They are counted at another distance from the end.',
}

function valueInWords(what: string, value: string): string {
  if (value === '') return what === 'months' ? 'on the day shown' : 'none'
  if (what === 'rhythm') return lengthInWords(Number(value))
  return what === 'months' ? `${value} months after` : value
}

export const COMPARED_COLUMNS = [
  ...(['definition', 'figure', 'season', 'as_of', 'counted', 'base', 'percent', 'words', 'target'] as const),
  ...(['differs', 'defined'] as const),
]

/** A row for each figure of each season. */
export function comparedInRows({ seasons, programs, rows }: Screen): readonly (readonly (string | number | null)[])[] {
  const names = seasons.map((it) => it.name)
  return rows.flatMap((row) =>
    row.figures.map((figure, at) => [
      row.definition,
      rowInWords(programs, row),
      seasons[at]?.key ?? '',
      seasons[at]?.asOf ?? '',
      figure?.counted ?? null,
      figure?.base ?? null,
      figure?.percent ?? null,
      figure === null || figure.counted === null ? cellInWords(figure) : '',
      figure?.target ?? null,
      row.differs.map((it) => differenceInWords(it, names)).join(' '),
      definitionInWords(row.definition),
    ]),
  )
}

type Compared = Screen & { readonly choices: readonly { readonly key: string; readonly name: string }[] }

/** The same as data, in which every figure says what it is made of. */
export function comparedAsData({ seasons, programs, rows, choices }: Compared) {
  const names = seasons.map((it) => it.name)
  const definitions: Partial<Record<Definition, Defined>> = Object.fromEntries(
    rows.map(({ definition }) => [definition, DEFINED[definition]]),
  )
  return {
    seasons,
    rows: rows.map((row) => ({
      ...row,
      figure: rowInWords(programs, row),
      differs: row.differs.map((it) => differenceInWords(it, names)),
    })),
    choices,
    definitions,
    rounding: ROUNDING,
  }
}
