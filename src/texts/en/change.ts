import type { BreakdownResult, ChangeResult, Results } from '../../model/figures.ts'
import type { Definition } from '../../model/measures.ts'
import type { Program } from '../../model/program.ts'
import type { BrokenDownBy } from '../../model/surveys.ts'
import { OF_KIND } from './definitions.ts'
import { respondentsInWords } from './results.ts'

const SPACE = '\u00a0'
const MINUS = '\u2212'
const SHARES = ['yes-no', 'skills', 'percent']
const PLURALS: Readonly<Record<BrokenDownBy, string>> = {
  division: 'divisions',
  department: 'departments',
  team: 'teams',
}

/** One figure of change or of a group, as a file has it. */
export type FigureLine = {
  readonly part: string
  readonly of: string
  readonly figure: string
  readonly counted: number | null
  readonly base: number | null
  readonly percent: number | null
  readonly words: string
  readonly definition: Definition
}
type Shown = NonNullable<ChangeResult['shown']>

export function groupsInWords(by: BrokenDownBy): string {
  return PLURALS[by]
}

/** What a change is of: the question, and which of its answers. */
export function changeOf(program: Program, it: ChangeResult): string {
  const text = questionOf(program, it)?.text ?? it.question
  return it.option ? `${text} ${it.option}` : text
}

export function isShare(program: Program, it: ChangeResult): boolean {
  return SHARES.includes(questionOf(program, it)?.kind ?? '')
}

/** "23.3 %", or "3.2" on a scale: one decimal, half away from zero. */
export function meanInWords(mean: number, share: boolean): string {
  return `${mean < 0 ? MINUS : ''}${tenths(Math.abs(mean))}${share ? `${SPACE}%` : ''}`
}

/** "up 0.7, from 3.2 to 3.9". */
export function changeInWords({ before, after, change }: Shown, share: boolean): string {
  const span = `from ${meanInWords(before, share)} to ${meanInWords(after, share)}`
  if (change === 0) return `as before: ${span}`
  return `${change > 0 ? 'up' : 'down'} ${tenths(Math.abs(change))}${share ? ' points' : ''}, ${span}`
}

/** How far that may be chance, in a sentence. */
export function certaintyInWords({ low, high }: Shown): string {
  const span = `between ${signed(low, Math.floor)} and ${signed(high, Math.ceil)}`
  if (low > 0) return `Up beyond chance: in a larger group like this one ${span}.`
  if (high < 0) return `Down beyond chance: in a larger group like this one ${span}.`
  return `In a larger group like this one ${span}: it may also be chance.`
}

/** The first and the last survey of a change, and whose. */
export function spanInWords(program: Program, it: Pick<ChangeResult, 'first' | 'last' | 'role'>): string {
  const name = (key: string) => program.surveys[key]?.name ?? key
  return `${name(it.first)} and ${name(it.last)}, ${respondentsInWords(it.role)}`
}

/** Changes and groups as lines of a file. */
export function linesOfSeries(program: Program, { changes = [], breakdowns = [] }: Results): readonly FigureLine[] {
  return [...changes.flatMap((it) => linesOfChange(program, it)), ...breakdowns.flatMap((it) => linesOf(program, it))]
}

function linesOfChange(program: Program, it: ChangeResult): readonly FigureLine[] {
  const row = { part: 'Change', of: spanInWords(program, it), percent: null, definition: 'change' } as const
  const text = changeOf(program, it)
  if (!it.shown) return [{ ...row, figure: text, counted: null, base: null, words: 'too few, or too much alike' }]
  const { base, ...figures } = it.shown
  const names = { before: 'before', after: 'after', change: 'change', low: 'change, at least', high: 'change, at most' }
  return (Object.keys(names) as (keyof typeof names)[]).map((name) => {
    return { ...row, figure: `${text}: ${names[name]}`, counted: figures[name], base, words: '' }
  })
}

function linesOf(program: Program, it: BreakdownResult): readonly FigureLine[] {
  const survey = program.surveys[it.survey]
  const question = survey?.questions[it.role]?.find((one) => one.key === it.question)
  const text = question?.text ?? it.question
  return it.groups.flatMap(({ group, base, options }) =>
    options.map((one) => ({
      part: `By ${it.by}`,
      of: `${survey?.name ?? it.survey}, ${respondentsInWords(it.role)}, ${group}`,
      figure: `${text}: ${one.option}`,
      counted: one.people,
      base,
      percent: one.percent,
      words: one.people === null ? one.shown : '',
      definition: OF_KIND[question?.kind ?? 'skills'],
    })),
  )
}

function questionOf(program: Program, it: ChangeResult) {
  return program.surveys[it.last]?.questions[it.role]?.find((one) => one.key === it.question)
}

/** With its sign, one decimal, outward; two where one would say that it is nothing. */
function signed(value: number, round: (it: number) => number): string {
  const tenth = round(value * 10) / 10
  const [shown, digits] = tenth === 0 && value !== 0 ? [value, 2] : [tenth, 1]
  return `${shown < 0 ? MINUS : shown > 0 ? '+' : ''}${Math.abs(shown).toFixed(digits)}`
}

/** From two decimals to one, half up. */
function tenths(size: number): string {
  return (Math.floor((Math.round(size * 100) + 5) / 10) / 10).toFixed(1)
}
