import { type ComponentChildren, h } from 'preact'
import { FieldFrame } from './field-frame.tsx'

type Props = {
  /** Of the element; links of the error summary lead to it. */
  id: string
  /** Of the form; the id unless said. */
  name?: string
  label: string
  hint?: ComponentChildren
  /** Who reads what is entered here. */
  readBy?: string
  error?: string
  value?: string
  type?: 'text' | 'email' | 'date' | 'url' | 'password'
  required?: boolean
  min?: string
  max?: string
  maxLength?: number
  autocomplete?: string
  inputMode?: 'numeric'
  /** A text of several lines, so many of them. */
  rows?: number
}

/** One question of a form: label, hint, who reads it, what is wrong with it, and the control. */
export function Field(props: Props) {
  const shared = {
    id: props.id,
    name: props.name ?? props.id,
    required: props.required,
    maxLength: props.maxLength,
    'aria-invalid': props.error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props),
  }
  return <FieldFrame {...props}>{props.rows ? textOf(props, shared) : lineOf(props, shared)}</FieldFrame>
}

function textOf({ rows, value }: Props, shared: object) {
  return (
    <textarea {...shared} dir="auto" class="textarea mt-1.5 w-full" rows={rows}>
      {value}
    </textarea>
  )
}

/** `h` and not a tag: the types of a tag want to know which of the kinds it is before it is chosen. */
function lineOf(props: Props, shared: object) {
  const { value, min, max, autocomplete, inputMode } = props
  const type = props.type ?? 'text'
  const dir = type === 'text' ? 'auto' : undefined
  return h('input', { ...shared, dir, class: 'input mt-1.5 w-full', type, value, min, max, autocomplete, inputMode })
}

/** What a screen reader says after the label: the hint, who reads it, what is wrong. */
export function describedBy(it: { id: string; hint?: unknown; readBy?: string; error?: string }): string | undefined {
  const parts = [it.hint && `${it.id}-hint`, it.readBy && `${it.id}-read-by`, it.error && `${it.id}-error`]
  return parts.filter(Boolean).join(' ') || undefined
}
