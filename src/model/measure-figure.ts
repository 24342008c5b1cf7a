import type { ChangeResult } from './figures.ts'
import type { Definition } from './measures.ts'

/** How a share stands that is not decided yet: `reached` and `missed` are settled, `open` may still go either way. Whole numbers. */
export type Standing = { readonly reached: number; readonly missed: number; readonly open: number }

/** What can still come of a share against its target. */
export type Forecast = {
  readonly total: number
  /** The least and the most that can come of it, in percent with two decimals. */
  readonly least: number
  readonly most: number
  /** How many of the open may still miss it; below 0 it cannot be reached any more, by so many. */
  readonly mayMiss: number
  readonly state: 'reached' | 'open' | 'out-of-reach'
}

/** One figure of a measure that the program names. */
export type MeasureFigure = {
  readonly measure: string
  readonly definition: Definition
  /** What it is about, by keys of the program file: an event, a course, a side, or survey, role, question and choice. */
  readonly of: readonly string[]
  readonly counted: number | null
  readonly base: number | null
  readonly percent: number | null
  /** The words that stand for a figure that would tell too much. */
  readonly shown: 'too few' | 'nearly all' | 'nearly none' | null
  /** Where not everything is known: the fewest and the most it can be; null where it is known. */
  readonly least: number | null
  readonly most: number | null
  /** Of a change: the means before and after, and between what their difference lies. */
  readonly change: NonNullable<ChangeResult['shown']> | null
  /** How many were left out of it. */
  readonly excluded: number
  /** Why there is no figure, if there is none. */
  readonly missing: MissingFigure | null
  readonly target: number | null
  readonly standing: Standing | null
  readonly forecast: Forecast | null
}

/** Why a figure is not there. */
export const MISSING_FIGURES = [
  'not-begun',
  'not-published',
  'no-answers',
  'no-such-question',
  'not-in-the-program',
  'not-yet',
  'directory-is-older',
  'directory-says-nothing',
] as const
export type MissingFigure = (typeof MISSING_FIGURES)[number]
