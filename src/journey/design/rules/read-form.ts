import { type FormField, type FormPart, formName, formsOf, isObject, planForm, type Shape } from './plan-form.ts'
import type { Path, TextEdit } from './splice.ts'

/** What was entered, by the names of the fields. */
export type Entered = Readonly<Record<string, string | readonly string[] | undefined>>

/** The name of a field in a form: its place in the file, like `f/roles/mentor/call/opens`. */
export function nameOf(path: Path, what = 'f'): string {
  return [what, ...path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')
}

/** What was changed in the fields against the text they were filled from, as edits of that text; what was not sent stays. */
export function readForm(shape: Shape, value: unknown, entered: Entered): readonly TextEdit[] {
  return fieldsIn(planForm(shape, value)).flatMap((field) => {
    const given = entered[nameOf(field.path)]
    const now =
      typeof given === 'string' ? given.replaceAll('\r\n', '\n') : given === undefined ? undefined : given.at(-1)
    if (now === undefined || now === field.value.replaceAll('\r\n', '\n')) return []
    return field.kind === 'lines' ? editsOfLines(field, now) : [editOf(shapeAt(shape, value, field.path), field, now)]
  })
}

/** Of what was sent, what differs from the text that the fields were filled from. */
export function enteredAnew(shape: Shape, value: unknown, entered: Entered): Entered {
  const before = new Map(fieldsIn(planForm(shape, value)).map((it) => [nameOf(it.path), it.value]))
  return Object.fromEntries(
    Object.entries(entered).filter(([name, now]) => {
      const was = before.get(name)
      return was !== undefined && typeof now === 'string' && now.replaceAll('\r\n', '\n') !== was
    }),
  )
}

/** Every field of a form, in its order. */
export function fieldsIn(part: FormPart): readonly FormField[] {
  if (part.part === 'field') return [part]
  if ('parts' in part) return part.parts.flatMap(fieldsIn)
  return 'items' in part ? part.items.flatMap(fieldsIn) : []
}

/** The least that could stand there: what must be entered is there and empty, so that its fault is said beside its field. */
export function skeletonOf(shape: Shape): unknown {
  const one = formsOf(shape)[0] ?? shape
  if (one.const !== undefined) return one.const
  if (one.properties)
    return Object.fromEntries((one.required ?? []).map((key) => [key, skeletonOf(one.properties?.[key] ?? {})]))
  if (one.type === 'array') return Array.from({ length: one.minItems ?? 0 }, () => skeletonOf(one.items ?? {}))
  if (typeof one.additionalProperties === 'object') return {}
  if (one.type === 'boolean') return true
  if (one.enum) return one.enum[0]
  return one.type === 'integer' || one.type === 'number' ? Math.max(1, one.minimum ?? 1) : ''
}

/** The form of that name in a union, with whatever both forms have kept. */
export function otherForm(shape: Shape, name: string, before: unknown): unknown {
  const form = formsOf(shape).find((it) => formName(it) === name)
  const made = form && skeletonOf(form)
  if (!isObject(made) || !isObject(before)) return made
  const kept = Object.entries(before).filter(
    ([key]) => form?.properties?.[key] && form.properties[key]?.const === undefined,
  )
  return { ...made, ...Object.fromEntries(kept) }
}

/** The shape at a place of the file; of a union, the form that its value has there. */
export function shapeAt(shape: Shape, value: unknown, path: Path): Shape {
  const [step, ...rest] = path
  if (step === undefined) return shape
  const inside =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[String(step)] : undefined
  const forms = formsOf(shape)
  const planned = planForm(shape, value)
  const one = (planned.part === 'forms' && forms.find((it) => formName(it) === planned.chosen)) || (forms[0] ?? shape)
  const next =
    typeof step === 'number'
      ? one.items
      : (one.properties?.[step] ??
        (typeof one.additionalProperties === 'object' ? one.additionalProperties : undefined))
  return next ? shapeAt(next, inside, rest) : {}
}

function editOf(shape: Shape, { path, required }: FormField, now: string): TextEdit {
  if (now.trim() === '' && !required) return { do: 'remove', path }
  const type = formsOf(shape)[0]?.type ?? 'string'
  const number = Number(now.trim().replace(',', '.'))
  if ((type === 'integer' || type === 'number') && now.trim() !== '' && Number.isFinite(number))
    return { do: 'set', path, value: number }
  if (type === 'boolean' && (now === 'yes' || now === 'no')) return { do: 'set', path, value: now === 'yes' }
  return { do: 'set', path, value: now.trim() }
}

/** The lines that went and came, between those at both ends that stayed: their comments stay with them. */
function editsOfLines({ path, value, required }: FormField, now: string): readonly TextEdit[] {
  const before = value === '' ? [] : value.split('\n')
  const after = now
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (after.length === 0) return [required ? { do: 'set', path, value: [] } : { do: 'remove', path }]
  if (before.length === 0) return [{ do: 'set', path, value: after }]
  const most = Math.min(before.length, after.length)
  const same = countWhile(most, (at) => before[at] === after[at])
  const sameAtEnd = countWhile(most - same, (at) => before.at(-1 - at) === after.at(-1 - at))
  const gone = before.length - same - sameAtEnd
  const come = after.slice(same, after.length - sameAtEnd)
  const both = Math.min(gone, come.length)
  return [
    ...come.slice(0, both).map((line, at) => ({ do: 'set' as const, path: [...path, same + at], value: line })),
    ...Array.from({ length: gone - both }, () => ({ do: 'remove' as const, path: [...path, same + both] })),
    ...come.slice(both).map((line, at) => ({ do: 'insert' as const, path, at: same + both + at, value: line })),
  ]
}

function countWhile(most: number, is: (at: number) => boolean): number {
  let count = 0
  while (count < most && is(count)) count += 1
  return count
}
