import type { Context } from '../runtime/context.ts'

export type Option = {
  readonly name: string
  readonly kind: 'text' | 'number' | 'switch' | 'role'
  readonly required?: boolean
  readonly about: string
}

/** What the doors hand to an operation: its options, and the file's text or the rows that were read from it. */
export type Given = {
  readonly options: Readonly<Record<string, string | number | boolean | undefined>>
  readonly text: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

export type Operation = {
  readonly action: string
  readonly stage: string
  readonly verb: string
  readonly about: string
  /** What its file is: a program, a sheet of a kind, or nothing. */
  readonly file?:
    | 'program'
    | 'people'
    | 'applications'
    | 'clearance'
    | 'reviews'
    | 'training'
    | 'attendance'
    | 'meetings'
    | 'survey'
  readonly options: readonly Option[]
  /** Whether it only shows; then `--on` is the as-of day. */
  readonly shows: boolean
  readonly noSeason?: boolean
  readonly run: (ctx: Context, given: Given) => Promise<object>
}

/** An option as text, if it was given. */
export function text(given: Given, name: string): string | undefined {
  return given.options[name] === undefined ? undefined : String(given.options[name])
}

export function must(given: Given, name: string): string {
  return text(given, name) ?? ''
}

export function number(given: Given, name: string): number | undefined {
  return given.options[name] === undefined ? undefined : Number(given.options[name])
}

export function season(given: Given): { season: string | undefined } {
  return { season: text(given, 'season') }
}
