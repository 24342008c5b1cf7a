import type { z } from 'zod'
import type { Context } from '../runtime/context.ts'
import type { Agrees } from './agrees.ts'
import type { Option } from './option.ts'

/** What the doors hand to an operation: its options, and the file's text or the rows that were read from it. */
export type Given = {
  readonly options: Readonly<Record<string, string | number | boolean | undefined>>
  readonly text: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** Files that are no sheets: a program, one event of it, an e-mail, the words of a letter. */
const TEXT_FILES = ['program', 'event', 'message', 'words'] as const
type TextFile = (typeof TEXT_FILES)[number]

export function isTextFile(file: Operation['file']): file is TextFile {
  return TEXT_FILES.some((it) => it === file)
}

export type Operation = {
  readonly action: string
  readonly stage: string
  readonly verb: string
  readonly about: string
  /** What its file is: a text of a kind, a sheet of a kind, or nothing. */
  readonly file?:
    | TextFile
    | 'people'
    | 'holidays'
    | 'applications'
    | 'clearance'
    | 'reviews'
    | 'training'
    | 'attendance'
    | 'meetings'
    | 'survey'
  /** Where it writes to at the machine itself: the word after the command, handed over as `options.place`. */
  readonly place?: 'FOLDER' | 'FILE'
  readonly options: readonly Option[]
  /** When one row that cannot be read means that nothing of the sheet is taken. */
  readonly allOrNothing?: (options: Given['options']) => boolean
  /** Whether it only shows; then `--on` is the as-of day. */
  readonly shows: boolean
  readonly noSeason?: boolean
  /** Where anybody reads it without a token; `{key}` is the season's. */
  readonly publicPath?: `/public/${string}`
  /** What it answers, key by key; its title names it in the API's description. */
  readonly result: z.ZodType<object>
  readonly run: (ctx: Context, given: Given) => Promise<object>
}

type Declared<Result, Answer> = Omit<Operation, 'result' | 'run'> & {
  readonly result: Result
  readonly run: (ctx: Context, given: Given) => Promise<Answer>
}

/** Declares an operation. Where its result is not what its action answers, key by key, it is none and does not compile. */
export function operation<Result extends z.ZodType<object>, Answer extends object>(
  it: Declared<Result, Answer>,
): Agrees<z.infer<Result>, Answer> extends true ? Operation : 'the result is not what run answers'
export function operation(it: Operation): Operation {
  return it
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
