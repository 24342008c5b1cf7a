import { isObject, type Shape } from './plan-form.ts'
import { otherForm, shapeAt, skeletonOf } from './read-form.ts'
import type { Path, TextEdit } from './splice.ts'

/**
 * The edits of a button that does more than save, as it is sent: "add f/events", "remove f/events/2". They are made of the value
 * that the fields have left; a place that is not there any more changes nothing.
 */
export function readStep(shape: Shape, value: unknown, step: string, word: string): readonly TextEdit[] {
  const [verb, name = ''] = step.split(' ')
  const path = pathOf(name, value)
  const last = path.at(-1)
  const above = path.slice(0, -1)
  switch (verb) {
    case 'add':
      return add(shape, value, path, word)
    case 'remove':
      return valueAt(value, path) === undefined ? [] : [{ do: 'remove', path }]
    case 'up':
      return typeof last === 'number' && last > 0 ? [{ do: 'swap', path: above, at: last - 1 }] : []
    case 'down':
      return typeof last === 'number' ? [{ do: 'swap', path: above, at: last }] : []
    case 'form': {
      const made = otherForm(shapeAt(shape, value, path), word, valueAt(value, path))
      return made === undefined ? [] : [{ do: 'set', path, value: made }]
    }
    default:
      return []
  }
}

function add(shape: Shape, value: unknown, path: Path, word: string): readonly TextEdit[] {
  const at = shapeAt(shape, value, path)
  const there = valueAt(value, path)
  if (at.type === 'array') {
    const made = skeletonOf(at.items ?? {})
    if (!Array.isArray(there)) return [{ do: 'set', path, value: [made] }]
    return there.length === 0
      ? [{ do: 'set', path, value: [made] }]
      : [{ do: 'insert', path, at: there.length, value: made }]
  }
  if (typeof at.additionalProperties !== 'object')
    return there === undefined || there === null ? [{ do: 'set', path, value: skeletonOf(at) }] : []
  const key = keyOf(word, isObject(there) ? Object.keys(there) : [])
  const made = skeletonOf(at.additionalProperties)
  const isThere = isObject(there) && Object.keys(there).length > 0
  return [isThere ? { do: 'set', path: [...path, key], value: made } : { do: 'set', path, value: { [key]: made } }]
}

/** A key made of what was entered, and of its own where there is one of that name. */
function keyOf(word: string, taken: readonly string[]): string {
  const key =
    word
      .toLowerCase()
      .replace(/[^a-z0-9_]+/g, '-')
      .replace(/^[-_]+|-+$/g, '') || 'new'
  if (!taken.includes(key)) return key
  for (let more = 2; ; more += 1) if (!taken.includes(`${key}-${more}`)) return `${key}-${more}`
}

/** The path a field's name says; a step into a list is a number. */
function pathOf(name: string, value: unknown): Path {
  const steps = name
    .split('/')
    .slice(1)
    .map((it) => it.replaceAll('~1', '/').replaceAll('~0', '~'))
  let at = value
  return steps.map((step) => {
    const key = Array.isArray(at) && /^\d+$/.test(step) ? Number(step) : step
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[String(key)] : undefined
    return key
  })
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string, unknown>)[String(step)]
        : undefined,
    value,
  )
}
