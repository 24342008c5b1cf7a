import type { ResultsScreen } from '../../../journey/results/screens.ts'
import { longDay, shortDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import type { Again } from './again.ts'

type Props = {
  season: string
  asOf: string
  editions: ResultsScreen['editions']
  hrefOf: (number: number) => string
  mayClose: boolean
  again: Again | null
}

/** Results that were kept as they stood, and the form to keep those of the day shown. */
export function EditionsPart({ season, asOf, editions, hrefOf, mayClose, again }: Props) {
  if (editions.length === 0 && !mayClose) return null
  return (
    <HungSection id="editions" heading="Editions">
      <p class="max-w-measure">
        {editions.length === 0
          ? 'None yet. An edition keeps the figures as they stand on a day, so that what was published stays what it was.'
          : 'These figures were kept as they stood; nothing changes them.'}
      </p>
      {editions.length > 0 && (
        <ul class="mt-4 border-b border-rule">
          {editions.map((it) => (
            <li key={it.number} class="border-t border-rule py-3">
              <Link href={hrefOf(it.number)}>
                Edition {it.number}, as of {shortDay(it.asOf)}
              </Link>
              <span class="text-muted"> kept on {shortDay(it.madeOn)}</span>
              {it.note && (
                <p class="mt-1 max-w-measure" dir="auto">
                  {it.note}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayClose && (
        <Form action={`/seasons/${season}/results/freeze`} class="mt-6 max-w-measure space-y-5 print:hidden">
          <input type="hidden" name="on" value={asOf} />
          <Field
            id="note"
            label="A note to this edition"
            hint="For whom it is, or what was said when it was shown. May be empty."
            readBy="everybody who can see this page"
            value={again?.entered.note}
            error={again?.faults.find((it) => it.place === 'note')?.message}
          />
          <Button>Keep the figures of {longDay(asOf)}</Button>
        </Form>
      )}
    </HungSection>
  )
}
