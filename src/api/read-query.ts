import { Invalid } from '../runtime/errors.ts'
import type { Given, Operation } from './operation.ts'
import { type Option, optionFault } from './option.ts'
import { DATES, ON, STRICT } from './parameters.ts'
import type { Taken } from './take-sheet.ts'

type Query = Readonly<Record<string, string>>

/** What a request's query says to an operation; a value that does not fit is said by its name. */
export function readQuery(operation: Operation, query: Query): Omit<Taken, 'file'> {
  refuseUnknown(operation, query)
  return {
    options: optionsOf(operation, query),
    map: mapOf(query),
    dates: DATES.choices.find((it) => it === readOption(DATES, query)) ?? 'iso',
    strict: readOption(STRICT, query) === true,
  }
}

/** A misspelt name would be passed over in silence, and something else done than was meant. */
function refuseUnknown(operation: Operation, query: Query): void {
  const known = [...operation.options, ON, ...(operation.file ? [DATES, STRICT] : [])].map((it) => it.name)
  const unknown = Object.keys(query).find(
    (name) => name !== 'season' && !known.includes(name) && !(operation.file && name.startsWith('map.')),
  )
  if (unknown === undefined) return
  const remedy = `This operation knows: ${['season', ...known].join(', ')}.`
  throw new Invalid(`${unknown} is not known here. ${remedy}`, {
    fields: [{ place: unknown, message: 'is not known here', remedy }],
  })
}

/** The day a request names, if it names one. */
export function readOn(query: Query): string | null {
  const on = readOption(ON, query)
  return on === undefined ? null : String(on)
}

function optionsOf(operation: Operation, query: Query): Given['options'] {
  const own = operation.options.map((option) => [option.name, readOption(option, query)])
  return { season: query.season, ...Object.fromEntries(own) }
}

function readOption(option: Option, query: Query): string | number | boolean | undefined {
  const value = query[option.name]
  if (value === undefined && option.required) throw wrong(option, 'is missing', option.about)
  if (value === undefined) return undefined
  const fault = optionFault(option, value)
  if (fault) throw wrong(option, fault)
  if (option.kind === 'switch') return value === 'true'
  return option.kind === 'number' ? Number(value) : value
}

function wrong({ name }: Option, message: string, remedy?: string): Invalid {
  return new Invalid(`${name} ${message}`, { fields: [{ place: name, message, remedy }] })
}

function mapOf(query: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (key.startsWith('map.') ? [[key.slice(4), value]] : [])),
  )
}
