import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** What stands around the control of a field; ids follow from the control's, as `describedBy` names them. */
export function FieldFrame(props: {
  id: string
  label: string
  hint?: ComponentChildren
  readBy?: string
  error?: string
  children: ComponentChildren
}) {
  const { id, hint, readBy, error } = props
  return (
    <div class={error ? 'field-error' : undefined}>
      <label class="block font-semibold" for={id}>
        {props.label}
      </label>
      {hint && (
        <p id={`${id}-hint`} class="mt-0.5 text-dense text-muted">
          {hint}
        </p>
      )}
      {readBy && (
        <p id={`${id}-read-by`} class="mt-1 text-note text-muted">
          <Icon name="eye" />
          {readBy}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="mt-1.5 font-semibold text-error">
          <Icon name="circle-alert" />
          <span class="sr-only">Error: </span>
          {error}
        </p>
      )}
      {props.children}
    </div>
  )
}
