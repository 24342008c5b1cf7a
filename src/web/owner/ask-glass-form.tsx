import type { GlassesScreen } from '../../office/screens/glasses.ts'
import { Button } from '../../ui/button.tsx'
import { More } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { answerName } from './answer-name.ts'
import type { FormErrors } from './form-faults.ts'

export type GlassEntered = {
  readonly email: string
  readonly season: string
  readonly reason: string
  readonly errors: FormErrors
}

type Props = Pick<GlassesScreen, 'seasons' | 'opens'> & { entered: GlassEntered }

/** Asks for one application, with a reason that whom it is about will read. */
export function AskGlassForm({ seasons, opens, entered }: Props) {
  const { errors } = entered
  if (seasons.length === 0)
    return <p class="text-dense text-muted">There is no season yet, so there is no application to open.</p>
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">Ask to open an application</h2>
      <Form action="/office/glass" class="mt-3 space-y-5">
        <Field
          id="email"
          type="email"
          label="Address of the person"
          value={entered.email}
          error={errors.email}
          maxLength={320}
          autocomplete="off"
        />
        <SelectField
          id="season"
          label="Season"
          value={entered.season}
          error={errors.season}
          options={seasons.map(({ key, name }) => ({ value: key, text: name }))}
        />
        <Field
          id="reason"
          label="Why"
          hint="A sentence of 20 characters at least."
          readBy="Read by the person, owners and auditors"
          value={entered.reason}
          error={errors.reason}
          rows={4}
          maxLength={1000}
        />
        <Button>Ask</Button>
      </Form>
      <div class="mt-4">
        <More summary="What would open">
          <ul class="list-disc space-y-1 pl-5 text-dense">
            {opens.map((column) => (
              <li key={column}>{answerName(column)}</li>
            ))}
          </ul>
          <p class="mt-2 text-dense text-muted">
            Never private notes, reports, answers to surveys, scores or clearance.
          </p>
        </More>
      </div>
    </section>
  )
}
