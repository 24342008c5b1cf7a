import type { ComponentChildren } from 'preact'
import { describedBy } from './field.tsx'
import { Icon } from './icon.tsx'

export type Choice = { readonly value: string; readonly text: string; readonly checked: boolean }

/** One question whose answers are rows to choose from: one of them, or several. */
export function ChoiceSet(props: {
  /** Of the set; links of the error summary lead to it. */
  id: string
  name: string
  kind: 'radio' | 'checkbox'
  legend: string
  hint?: ComponentChildren
  readBy?: string
  error?: string
  options: readonly Choice[]
  children?: ComponentChildren
}) {
  const { id, name, kind, legend, hint, readBy, error, options } = props
  return (
    <div class={error ? 'field-error' : undefined}>
      <fieldset id={id} tabIndex={-1} aria-describedby={describedBy(props)}>
        <legend class="font-semibold">{legend}</legend>
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
        {options.length > 0 && (
          <div class="mt-2 border-y border-rule">
            <Choices id={id} name={name} kind={kind} options={options} />
          </div>
        )}
        {props.children}
      </fieldset>
    </div>
  )
}

/** The rows of a set, also where several lists make up one. */
export function Choices(props: { id: string; name: string; kind: 'radio' | 'checkbox'; options: readonly Choice[] }) {
  const { id, name, kind, options } = props
  const look = kind === 'radio' ? 'radio radio-primary' : 'checkbox checkbox-primary'
  return (
    <>
      {options.map((it, at) => (
        <label key={it.value} class="choice" for={`${id}-${at}`}>
          <input class={look} type={kind} id={`${id}-${at}`} name={name} value={it.value} checked={it.checked} />
          <span class="wrap-anywhere">{it.text}</span>
        </label>
      ))}
    </>
  )
}
