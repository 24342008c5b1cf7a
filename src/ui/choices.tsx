import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

type Choice = { readonly value: string; readonly text: string; readonly hint?: string }

/** A question answered by choosing among a few: one of them, or several. The whole row of each is its label. */
export function Choices(props: {
  /** Of the first choice; links of the error summary lead to it. */
  id: string
  name: string
  legend: string
  hint?: ComponentChildren
  error?: string
  several?: boolean
  choices: readonly Choice[]
  chosen: readonly string[]
}) {
  const { id, name, hint, error, several, choices, chosen } = props
  const says = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div class={error ? 'field-error' : undefined}>
      <fieldset aria-describedby={says}>
        <legend class="font-semibold">{props.legend}</legend>
        {hint && (
          <p id={`${id}-hint`} class="mt-0.5 text-dense text-muted">
            {hint}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} class="mt-1.5 font-semibold text-error">
            <Icon name="circle-alert" />
            <span class="sr-only">Error: </span>
            {error}
          </p>
        )}
        <ul class="mt-2">
          {choices.map((it, at) => (
            <li key={it.value}>
              <label class="choice">
                <input
                  class={several ? 'checkbox checkbox-primary' : 'radio radio-primary'}
                  type={several ? 'checkbox' : 'radio'}
                  id={at === 0 ? id : `${id}-${at}`}
                  name={name}
                  value={it.value}
                  checked={chosen.includes(it.value)}
                />
                <span class="wrap-anywhere">
                  {it.text}
                  {it.hint && <span class="block text-dense text-muted">{it.hint}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </div>
  )
}
