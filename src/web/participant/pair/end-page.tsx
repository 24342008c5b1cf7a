import { LONGEST_REPORT } from '../../../journey/meet/actions/reports.ts'
import type { PairStanding } from '../../../journey/meet/screens/pair-page.ts'
import { firstName } from '../../../texts/en/own-pair.ts'
import { listInWords } from '../../../texts/en/privacy.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'

type Props = {
  standing: PairStanding
  /** Who would read a reason; null where nobody could, and then none is asked. */
  readers: { readonly contacts: readonly string[]; readonly deputies: readonly string[] } | null
  again: { readonly text: string; readonly error: string } | null
}

/** Asks once, and says what happens then. */
export function EndPage({ standing: { pairId, partner, season }, readers, again }: Props) {
  const name = firstName(partner)
  return (
    <div class="wrap pt-8 md:pt-12">
      {again && <ErrorSummary errors={[{ fieldId: 'reason', text: again.error }]} heading="Nothing has ended yet" />}
      <p class={again ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        {season}. <Link href={`/pairs/${pairId}`}>Your pair with {partner}</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">End your pair with {partner}</h1>
      <div class="mt-3 max-w-measure space-y-3">
        <p>Today would be its last day. This happens, and it says nothing about either of you.</p>
        <ul class="list-disc space-y-1 pl-5">
          <li>{name} and the coordinators get a letter that says that it ended, and no reason.</li>
          <li>What the two of you wrote stays readable for both. Nothing is added to it.</li>
          <li>What you have met so far stays counted; what was to come is not asked for.</li>
          <li>It cannot be undone here. A coordinator can find you another match.</li>
        </ul>
      </div>
      <Form action={`/pairs/${pairId}/end`} class="mt-block max-w-measure space-y-4">
        {readers && (
          <Field
            id="reason"
            label="A reason, if you like"
            hint="Leave it empty if you like: nothing asks for it."
            readBy={readByOf(readers)}
            rows={4}
            maxLength={LONGEST_REPORT}
            value={again?.text}
            error={again?.error}
          />
        )}
        <p class="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button>End this pair</Button>
          <Link href={`/pairs/${pairId}/change#pause`}>Pause instead</Link>
        </p>
      </Form>
    </div>
  )
}

function readByOf({ contacts, deputies }: NonNullable<Props['readers']>): string {
  const instead = deputies.length > 0 ? `; by ${listInWords(deputies)} if it is not opened in time` : ''
  return `Read by ${listInWords(contacts)}${instead}. Neither your partner nor a coordinator sees it`
}
