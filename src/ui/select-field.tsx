import type { ComponentChildren } from 'preact'
import { describedBy } from './field.tsx'
import { FieldFrame } from './field-frame.tsx'

/** A question with few answers to choose one from. */
export function SelectField(props: {
  id: string
  name?: string
  label: string
  hint?: ComponentChildren
  readBy?: string
  error?: string
  value?: string
  options: readonly { readonly value: string; readonly text: string }[]
}) {
  return (
    <FieldFrame {...props}>
      <select
        class="select mt-1.5 w-full"
        id={props.id}
        name={props.name ?? props.id}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.options.map((it) => (
          <option key={it.value} value={it.value} selected={it.value === props.value}>
            {it.text}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
