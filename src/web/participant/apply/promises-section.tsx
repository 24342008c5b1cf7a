import type { Promised } from '../../../journey/apply/rules/plan-application.ts'
import type { GivenApplication } from '../../../model/given-application.ts'
import { Icon } from '../../../ui/icon.tsx'

/** What a person confirms, in the program's own sentences. */
export function PromisesSection(props: {
  promises: readonly Promised[]
  given: GivenApplication
  errorOf: (id: string) => string | undefined
}) {
  const { promises, given, errorOf } = props
  if (promises.length === 0) return null
  return (
    <fieldset>
      <legend class="text-head font-semibold">Please confirm</legend>
      <p id="confirm-read-by" class="mt-1.5 text-note text-muted">
        <Icon name="eye" />
        Read by the coordinators. The program can take you only if all of these are so.
      </p>
      <div class="mt-2 border-y border-rule">
        {promises.map(({ kind, text }) => (
          <OnePromise
            key={kind}
            id={`confirm-${kind}`}
            kind={kind}
            text={text}
            given={given}
            error={errorOf(`confirm-${kind}`)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function OnePromise(props: { id: string; kind: string; text: string; given: GivenApplication; error?: string }) {
  const { id, kind, text, given, error } = props
  return (
    <div class={error ? 'field-error my-3' : undefined}>
      {error && (
        <p id={`${id}-error`} class="font-semibold text-error">
          <Icon name="circle-alert" />
          <span class="sr-only">Error: </span>
          {error}
        </p>
      )}
      <label class="choice" for={id}>
        <input
          class="checkbox checkbox-primary"
          type="checkbox"
          id={id}
          name="confirms"
          value={kind}
          checked={given.confirms.includes(kind)}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${id}-error confirm-read-by` : 'confirm-read-by'}
        />
        <span>{text}</span>
      </label>
    </div>
  )
}
