import { isObject, type Shape } from './plan-form.ts'
import { INSTRUMENTS, planInstrument } from './plan-instrument.ts'
import { bankQuestion } from './question-bank.ts'
import { otherForm, shapeAt, skeletonOf } from './read-form.ts'
import type { Path, TextEdit } from './splice.ts'
import { valueAt } from './value-at.ts'

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
    case 'up': {
      const at = placeOf(value, above, last)
      return at > 0 ? [{ do: 'swap', path: above, at: at - 1 }] : []
    }
    case 'down': {
      const at = placeOf(value, above, last)
      return at >= 0 ? [{ do: 'swap', path: above, at }] : []
    }
    case 'bank':
      return addQuestion(value, path, word)
    case 'instrument':
      return addInstrument(value, path, word)
    case 'form': {
      const made = otherForm(shapeAt(shape, value, path), word, valueAt(value, path))
      return made === undefined ? [] : [{ do: 'set', path, value: made }]
    }
    default:
      return []
  }
}

/** Of an item of a list its number, of a name where it stands; below 0 where it is not there. */
function placeOf(value: unknown, above: Path, last: Path[number] | undefined): number {
  if (typeof last === 'number') return last
  const there = valueAt(value, above)
  return isObject(there) ? Object.keys(there).indexOf(String(last)) : -1
}

/** A question of the bank after those that are there, under a name of its own. */
function addQuestion(value: unknown, path: Path, word: string): readonly TextEdit[] {
  const question = bankQuestion(word)
  if (!question || path[0] !== 'surveys' || path[2] !== 'questions') return []
  const there = valueAt(value, path)
  const before = Array.isArray(there) ? there : []
  const made = {
    ...question,
    key: keyOf(
      question.key,
      before.map((it) => (isObject(it) ? String(it.key) : '')),
    ),
  }
  return before.length > 0
    ? [{ do: 'insert', path, at: before.length, value: made }]
    : [{ do: 'set', path, value: [made] }]
}

/** An instrument whole; the word is its kind, and after it the short name it gets if there is one. */
function addInstrument(value: unknown, path: Path, word: string): readonly TextEdit[] {
  const [kind = '', ...name] = word.split(' ')
  const named = INSTRUMENTS.find((it) => it === kind)
  if (!named || path[0] !== 'surveys' || path.length > 1) return []
  const there = valueAt(value, path)
  const keys = isObject(there) ? Object.keys(there) : []
  const key = keyOf(name.join(' ').trim() || named, keys)
  const made = planInstrument(named, value)
  return [
    keys.length > 0 ? { do: 'set', path: [...path, key], value: made } : { do: 'set', path, value: { [key]: made } },
  ]
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
