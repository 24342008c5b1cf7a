import { type Program, programSchema } from '../../../model/program.ts'
import { isObject } from './plan-form.ts'

/** One place where two versions of a program differ; null is where one of them has nothing. */
export type Difference = {
  /** Steps into the file; of a list whose items have keys, the key. */
  readonly path: readonly string[]
  readonly before: string | null
  readonly after: string | null
}

/** Every difference of two programs, in the order of the file; empty where they say the same. */
export function comparePrograms(before: Program, after: Program): readonly Difference[] {
  return compare(inOrder(before), inOrder(after), [])
}

function compare(before: unknown, after: unknown, path: readonly string[]): readonly Difference[] {
  if (same(before, after)) return []
  const [one, two] = [asNamed(before), asNamed(after)]
  // A part that is new or gone is one difference; a part that is another is as many as it has.
  if (one && two) {
    const keys = [...new Set([...Object.keys(two), ...Object.keys(one)])]
    const differences = keys.flatMap((key) => compare(one[key], two[key], [...path, key]))
    // The order of a list says something, that of names does not.
    if (differences.length > 0 || !Array.isArray(before)) return differences
    return [{ path: [...path, 'order'], before: Object.keys(one).join(', '), after: Object.keys(two).join(', ') }]
  }
  if (Array.isArray(before) && Array.isArray(after)) return compareItems(before, after, path)
  return [{ path, before: inWords(before), after: inWords(after) }]
}

/** Items without a key: which went, and which came. */
function compareItems(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly string[],
): readonly Difference[] {
  const gone = before.filter((it) => !after.some((other) => same(it, other)))
  const come = after.filter((it) => !before.some((other) => same(it, other)))
  if (gone.length === 0 && come.length === 0)
    return [{ path: [...path, 'order'], before: inWords(before), after: inWords(after) }]
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({
    path,
    before: at < gone.length ? inWords(gone[at]) : null,
    after: at < come.length ? inWords(come[at]) : null,
  }))
}

/** A list of things with keys is compared by key, so that a thing put in between moves nothing. */
function asNamed(value: unknown): Readonly<Record<string, unknown>> | null {
  if (isObject(value)) return value
  if (!Array.isArray(value)) return null
  const keys = value.map((it) => (isObject(it) && typeof it.key === 'string' ? it.key : null))
  if (keys.some((key) => key === null) || new Set(keys).size < keys.length) return null
  return Object.fromEntries(value.map((it, at) => [keys[at], it]))
}

/** As the schema writes it: the database keeps a program without the order of its names. */
function inOrder(program: Program): unknown {
  const read = programSchema.safeParse(program)
  return read.success ? read.data : program
}

function same(one: unknown, two: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(two))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}

/** A value in one line: what it says, without braces. */
function inWords(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((it) => inWords(it) ?? 'nothing').join('; ')
  if (!isObject(value)) return String(value)
  const said = Object.entries(value).flatMap(([key, it]) => {
    const words = inWords(it)
    return words === null || words === 'none' || words === 'no'
      ? []
      : [key === 'text' || key === 'name' ? words : `${key}: ${words}`]
  })
  return said.join(', ') || 'nothing'
}
