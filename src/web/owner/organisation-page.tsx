import { longDay } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { FAULTY, type FormErrors, summaryOf } from './form-faults.ts'

type Props = {
  entered: { readonly name: string; readonly privacyContact: string; readonly onePerson: boolean }
  /** The day of the decision in force. */
  decidedOn: string | null
  errors: FormErrors
}

/** The organisation's name, its privacy contact, and whether one person may be coordinator and people team. */
export function OrganisationPage({ entered, decidedOn, errors }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary heading={FAULTY} errors={summaryOf(errors)} />
      <h1 class="mt-8 max-w-[26ch] first:mt-0">What everybody reads about the organisation</h1>
      <Form action="/office/organisation" class="mt-10 max-w-measure space-y-8">
        <Field
          id="name"
          label="Name"
          readBy="Read by everybody: every page and letter names it."
          value={entered.name}
          error={errors.name}
          maxLength={200}
          autocomplete="organization"
        />
        <Field
          id="privacyContact"
          label="Who answers questions about privacy"
          hint="An address, or the link of a page with one."
          readBy="Read by everybody who fills in a form."
          value={entered.privacyContact}
          error={errors.privacyContact}
          maxLength={300}
        />
        <section class="border-t border-rule pt-6" aria-labelledby="one-person">
          <h2 id="one-person">One person for two hats</h2>
          <p class="mt-2">
            The people team says who is cleared; the coordinator places people. They are two persons, so that nobody who
            places people knows who was not cleared. In a small organisation an owner may decide otherwise.
          </p>
          <CheckField
            id="onePerson"
            checked={entered.onePerson}
            label="One person may be coordinator and people team"
            hint="The day of this decision is recorded, and every application form tells it to those who apply. It can be taken back once nobody wears both hats."
          />
          {errors.onePerson && <p class="mt-2 font-semibold text-error">{errors.onePerson}</p>}
          {decidedOn && <p class="mt-2 text-dense text-muted">Decided on {longDay(decidedOn)}.</p>}
        </section>
        <div class="flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-rule pt-6">
          <Button rank="primary">Save</Button>
          <Link href="/office">Back to the set-up</Link>
        </div>
      </Form>
    </div>
  )
}
