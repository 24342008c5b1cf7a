import { parseArgs } from 'node:util'
import type { Operation } from '../api/operation.ts'
import { OPERATIONS } from '../api/operations.ts'
import { optionFault } from '../api/option.ts'
import { isDay } from '../model/day.ts'
import { Invalid } from '../runtime/errors.ts'

export type Command = {
  readonly operation: Operation
  readonly file: string | null
  /** Where at this machine it writes to, as it was typed. */
  readonly place: string | null
  readonly options: Readonly<Record<string, string | number | boolean | undefined>>
  readonly map: Readonly<Record<string, string>>
  readonly dates: 'iso' | 'dmy' | 'mdy'
  readonly strict: boolean
  readonly json: boolean
  readonly on: string | null
  readonly as: string | undefined
}

const COMMON = {
  season: { type: 'string' },
  json: { type: 'boolean' },
  on: { type: 'string' },
  as: { type: 'string' },
  map: { type: 'string', multiple: true },
  dates: { type: 'string' },
  strict: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** Reads the words of a command line; whatever does not fit is said with what would. */
export function parseCommand(words: readonly string[]): Command {
  const [stage, verb, ...rest] = words
  const operation = OPERATIONS.find((it) => it.stage === stage && it.verb === verb)
  if (!operation) throw unknownCommand(stage, verb)
  const own = Object.fromEntries(
    operation.options.map((it) => [
      it.name,
      { type: it.kind === 'switch' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { values: named, positionals } = read(rest, { ...COMMON, ...own })
  const word = positionals[0] ?? null
  const bare = operation.options.filter((it) => it.word && named[it.name] === undefined)
  const typed = bare.flatMap((it, at) => (positionals[at] === undefined ? [] : [[it.name, positionals[at]]]))
  const values = { ...named, ...Object.fromEntries(typed) }
  const wanted = operation.file ? ['FILE'] : operation.place ? [operation.place] : bare.map(inCapitals)
  const missing = wanted[positionals.length]
  if (missing) throw new Invalid(`Name the ${missing.toLowerCase()}: alongside ${stage} ${verb} ${wanted.join(' ')}`)
  if (positionals.length > wanted.length) throw new Invalid(`There is a word too many: ${positionals.at(-1)}`)
  return {
    operation,
    file: operation.file ? word : null,
    place: operation.place ? word : null,
    options: { season: textOf(values.season), ...ownOptions(operation, values) },
    map: readMap(values.map),
    dates: readDates(textOf(values.dates)),
    strict: values.strict === true,
    json: values.json === true,
    on: readDay(textOf(values.on)),
    as: textOf(values.as),
  }
}

function inCapitals({ name }: { readonly name: string }): string {
  return name.toUpperCase()
}

type Values = Readonly<Record<string, unknown>>

function read(
  words: string[],
  options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>,
): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: words, options, allowPositionals: true })
  } catch (error) {
    throw new Invalid(error instanceof Error ? error.message : String(error))
  }
}

function ownOptions(operation: Operation, values: Values) {
  const out: Record<string, string | number | boolean | undefined> = {}
  for (const option of operation.options) {
    const value = values[option.name]
    if (value === undefined && option.required) throw new Invalid(`--${option.name} is missing: ${option.about}.`)
    const fault = typeof value === 'string' ? optionFault(option, value) : null
    if (fault) throw new Invalid(`--${option.name} ${fault}.`)
    out[option.name] =
      option.kind === 'number' && value !== undefined ? Number(value) : (value as string | boolean | undefined)
  }
  return out
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function readDay(day: string | undefined): string | null {
  if (day === undefined) return null
  if (!isDay(day)) throw new Invalid(`--on is a day such as 2021-07-08, not ${day}.`)
  return day
}

export function readDates(order: string | undefined): 'iso' | 'dmy' | 'mdy' {
  if (order === undefined) return 'iso'
  if (order === 'dmy' || order === 'mdy' || order === 'iso') return order
  throw new Invalid(`--dates is dmy or mdy, not ${order}.`)
}

export function readMap(entries: unknown): Record<string, string> {
  const list = Array.isArray(entries) ? entries.map(String) : []
  return Object.fromEntries(
    list.map((entry) => {
      const at = entry.indexOf('=')
      if (at < 1) throw new Invalid(`--map is written column=their header, not ${entry}.`)
      return [entry.slice(0, at).trim(), entry.slice(at + 1).trim()]
    }),
  )
}

function unknownCommand(stage: string | undefined, verb: string | undefined): Invalid {
  const verbs = OPERATIONS.filter((it) => it.stage === stage).map((it) => it.verb)
  if (verbs.length > 0)
    return new Invalid(`"${stage} ${verb ?? ''}" is not a command. ${stage} has: ${verbs.join(', ')}.`)
  return new Invalid(`"${stage ?? ''}" is not a command. See them all with: alongside --help`)
}
