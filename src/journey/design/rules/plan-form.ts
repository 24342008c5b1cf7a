import type { Path } from './splice.ts'

/** The part of a JSON Schema that our own uses. */
export type Shape = {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly minimum?: number
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly additionalProperties?: Shape | boolean
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
}

/** One thing to enter. `value` is what the field shows; a list of texts is one text a line. */
export type FormField = {
  readonly part: 'field'
  readonly path: Path
  readonly kind: 'text' | 'long-text' | 'day' | 'number' | 'yes-no' | 'choice' | 'lines'
  readonly value: string
  readonly choices: readonly string[]
  readonly required: boolean
}
export type FormPart =
  | FormField
  | { readonly part: 'group'; readonly path: Path; readonly parts: readonly FormPart[]; readonly required: boolean }
  /** Something that may be there and is not. */
  | { readonly part: 'absent'; readonly path: Path }
  | { readonly part: 'list'; readonly path: Path; readonly items: readonly FormPart[] }
  | { readonly part: 'named'; readonly path: Path; readonly items: readonly FormPart[] }
  /** One of several forms, each with its own fields. */
  | {
      readonly part: 'forms'
      readonly path: Path
      readonly forms: readonly string[]
      readonly chosen: string
      readonly parts: readonly FormPart[]
    }
  /** The text says something here that no field can show. */
  | { readonly part: 'unfit'; readonly path: Path }

/** Texts longer than this get a field of several lines. */
const LONG_CHARACTERS = 70

/** What can be entered for a value of that shape, in the schema's order; total: whatever the file holds, there is a form for it. */
export function planForm(shape: Shape, value: unknown, path: Path = [], required = true): FormPart {
  const forms = formsOf(shape)
  if (forms.length > 1) return planForms(forms, value, path)
  const one = forms[0] ?? shape
  if (one.properties) return planGroup(one, value, path, required)
  if (one.type === 'array') return planList(one, value, path, required)
  if (typeof one.additionalProperties === 'object') return planNamed(one.additionalProperties, value, path)
  return planField(one, value, path, required)
}

/** A union's forms; a value that may also be null is a value that may be left out. */
export function formsOf(shape: Shape): readonly Shape[] {
  return (shape.anyOf ?? shape.oneOf ?? [shape]).filter((it) => it.type !== 'null')
}

/** How a form is called: what its `kind` says, or the first name it has. */
export function formName(shape: Shape): string {
  const kind = shape.properties?.kind?.const
  return typeof kind === 'string' ? kind : (Object.keys(shape.properties ?? {})[0] ?? '')
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function planForms(forms: readonly Shape[], value: unknown, path: Path): FormPart {
  const keys = isObject(value) ? Object.keys(value) : []
  const strange = (it: Shape) => {
    const kind = it.properties?.kind?.const
    const other = kind !== undefined && isObject(value) && value.kind !== kind ? 100 : 0
    return other + keys.filter((key) => !it.properties?.[key]).length
  }
  const [first, ...rest] = forms
  if (!first || (value !== undefined && value !== null && !isObject(value))) return { part: 'unfit', path }
  const chosen = rest.reduce((best, it) => (strange(it) < strange(best) ? it : best), first)
  const group = planGroup(chosen, value ?? {}, path, true)
  const parts = group.part === 'group' ? group.parts : []
  return { part: 'forms', path, forms: forms.map(formName), chosen: formName(chosen), parts }
}

function planGroup(shape: Shape, value: unknown, path: Path, required: boolean): FormPart {
  if (value === undefined || value === null) {
    if (!required) return { part: 'absent', path }
  } else if (!isObject(value)) return { part: 'unfit', path }
  const parts = Object.entries(shape.properties ?? {})
    .filter(([, it]) => it.const === undefined)
    .map(([key, it]) =>
      planForm(it, isObject(value) ? value[key] : undefined, [...path, key], shape.required?.includes(key) === true),
    )
  return { part: 'group', path, parts, required }
}

function planList({ items = {} }: Shape, value: unknown, path: Path, required: boolean): FormPart {
  const list = value ?? []
  if (!Array.isArray(list)) return { part: 'unfit', path }
  if (items.type !== 'string')
    return { part: 'list', path, items: list.map((it, at) => planForm(items, it, [...path, at])) }
  if (list.some((it) => typeof it !== 'string' || it.trim() !== it || it === '' || /[\r\n]/.test(it)))
    return { part: 'unfit', path }
  return { part: 'field', path, kind: 'lines', value: list.join('\n'), choices: items.enum ?? [], required }
}

function planNamed(shape: Shape, value: unknown, path: Path): FormPart {
  const named = value ?? {}
  if (!isObject(named)) return { part: 'unfit', path }
  return { part: 'named', path, items: Object.entries(named).map(([key, it]) => planForm(shape, it, [...path, key])) }
}

function planField(shape: Shape, value: unknown, path: Path, required: boolean): FormPart {
  if (typeof value === 'object' && value !== null) return { part: 'unfit', path }
  const shown =
    value === undefined || value === null ? '' : value === true ? 'yes' : value === false ? 'no' : String(value)
  return { part: 'field', path, kind: kindOf(shape, shown), value: shown, choices: choicesOf(shape), required }
}

function choicesOf(shape: Shape): readonly string[] {
  return shape.type === 'boolean' ? ['yes', 'no'] : (shape.enum ?? [])
}

function kindOf(shape: Shape, shown: string): FormField['kind'] {
  // A choice that is none shows what the text says, so that it can be seen and mended.
  const isNone = shown !== '' && choicesOf(shape).length > 0 && !choicesOf(shape).includes(shown)
  if (shape.type === 'boolean' && !isNone) return 'yes-no'
  if (shape.enum && !isNone) return 'choice'
  if (shape.format === 'date' && (shown === '' || /^\d{4}-\d\d-\d\d$/.test(shown))) return 'day'
  if (shape.type === 'number' || shape.type === 'integer') return 'number'
  return shown.length > LONG_CHARACTERS || shown.includes('\n') ? 'long-text' : 'text'
}
