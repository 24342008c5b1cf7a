import { GIVEN_HATS, SEASON_HATS } from '../../office/rules/hats.ts'
import type { HatsScreen } from '../../office/screens/hats.ts'
import { hatTitle } from '../../texts/en/hats.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { FormErrors } from './form-faults.ts'

export type GiveEntered = {
  readonly email: string
  /** The hat, or "deputy" for the deputy of the named contact. */
  readonly hat: string
  readonly season: string
  readonly until: string
  readonly errors: FormErrors
}

export const NOTHING_ENTERED: GiveEntered = { email: '', hat: 'coordinator', season: '', until: '', errors: {} }

type Props = { seasons: HatsScreen['seasons']; today: string; entered: GiveEntered }

/** Gives a hat to a person of the directory, for every season or for one, for good or until a day. */
export function GiveHatForm({ seasons, today, entered }: Props) {
  const { errors } = entered
  return (
    <section aria-labelledby="give">
      <h2 id="give">Give a hat</h2>
      <Form action="/office/hats" class="mt-3 space-y-5">
        <Field
          id="email"
          type="email"
          label="Address"
          hint="Of a person in the directory."
          value={entered.email}
          error={errors.email}
          maxLength={320}
          autocomplete="off"
        />
        <SelectField id="hat" label="Hat" value={entered.hat} error={errors.hat} options={HATS_TO_GIVE} />
        <SelectField
          id="season"
          label="For"
          hint="Owners and auditors are there for every season."
          value={entered.season}
          error={errors.season}
          options={[
            { value: '', text: 'Every season' },
            ...seasons.map(({ key, name }) => ({ value: key, text: name })),
          ]}
        />
        <Field
          id="until"
          type="date"
          label="Last day"
          hint="Leave it empty to give it for good."
          value={entered.until}
          error={errors.until}
          min={today}
        />
        <Button rank="primary">Give the hat</Button>
        <p class="text-note text-muted">The person gets a letter. Read by owners and auditors, and by the person.</p>
      </Form>
    </section>
  )
}

const HATS_TO_GIVE = [...SEASON_HATS, ...GIVEN_HATS.filter((hat) => !SEASON_HATS.includes(hat))].flatMap((hat) => {
  const one = { value: hat as string, text: hatTitle(hat) }
  return hat === 'named-contact' ? [one, { value: 'deputy', text: hatTitle(hat, true) }] : [one]
})
