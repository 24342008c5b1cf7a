import type { ComponentChildren } from 'preact'

/** A box to tick; the whole row is its label, and what follows from it stands under it. */
export function CheckField(props: {
  id: string
  name?: string
  value?: string
  checked: boolean
  label: string
  hint?: ComponentChildren
}) {
  return (
    <div>
      <label class="choice" for={props.id}>
        <input
          class="checkbox checkbox-primary"
          type="checkbox"
          id={props.id}
          name={props.name ?? props.id}
          value={props.value ?? 'yes'}
          checked={props.checked}
          aria-describedby={props.hint ? `${props.id}-hint` : undefined}
        />
        <span>{props.label}</span>
      </label>
      {props.hint && (
        <p id={`${props.id}-hint`} class="ml-9 max-w-measure text-dense text-muted">
          {props.hint}
        </p>
      )}
    </div>
  )
}
