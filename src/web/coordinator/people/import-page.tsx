import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { FieldFrame } from '../../../ui/field-frame.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { SelectField } from '../../../ui/select-field.tsx'

/** What was chosen beside the file. */
export type Chosen = {
  readonly whole: boolean
  readonly dates: 'iso' | 'dmy' | 'mdy'
  /** Our columns to the headers that hold them. */
  readonly map: Readonly<Record<string, string>>
}

export const NOTHING_CHOSEN: Chosen = { whole: false, dates: 'iso', map: {} }

type Props = {
  known: number
  chosen: Chosen
  /** What is wrong with the file, if something is. */
  error: string | null
  columns: readonly { readonly name: string; readonly required: boolean }[]
}

const DATES = [
  { value: 'iso', text: 'Year first: 2026-10-31' },
  { value: 'dmy', text: 'Day first: 31/10/2026' },
  { value: 'mdy', text: 'Month first: 10/31/2026' },
]

/** Brings a spreadsheet; nothing is taken before it was looked at. */
export function ImportPage({ known, chosen, error, columns }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <ErrorSummary errors={error ? [{ fieldId: 'file', text: error }] : []} />
      <p class="mt-8 text-dense first:mt-0">
        <Link href="/people">People</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch]">See what a spreadsheet would change</h1>
      <p class="mt-3 max-w-measure">
        {knownInWords(known)} You see every change first, and nothing is taken before you say so.
      </p>
      <Form action="/people/import/preview" class="mt-8 max-w-measure space-y-8" upload>
        <FieldFrame
          id="file"
          label="The spreadsheet, saved as CSV"
          hint="A header in the first row, a name and an email for each person. At most 8 MB; for more use the command line."
          error={error ?? undefined}
        >
          <input
            class="file-input mt-1.5 w-full"
            type="file"
            id="file"
            name="file"
            accept=".csv,text/csv"
            required
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
          />
        </FieldFrame>
        <SelectField id="dates" label="How the file writes days" value={chosen.dates} options={DATES} />
        <CheckField
          id="whole"
          checked={chosen.whole}
          label="This is the whole directory"
          hint="Who is in the directory and not in the file has left. The next page lists them before anything happens."
        />
        <More
          summary="My file has other headers"
          open={Object.keys(chosen.map).length > 0 || error?.includes('header') === true}
        >
          <p class="text-dense text-muted">
            Write your header beside the column it holds. Columns the file does not have stay as they are known.
          </p>
          <div class="mt-4 grid gap-x-6 gap-y-4 text-dense sm:grid-cols-2">
            {columns.map(({ name, required }) => (
              <Field
                key={name}
                id={`map.${name}`}
                label={required ? `${name} (needed)` : name}
                value={chosen.map[name] ?? ''}
                maxLength={200}
              />
            ))}
          </div>
        </More>
        <div class="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button rank="primary">See what would change</Button>
          <Link href="/people">Leave it</Link>
        </div>
      </Form>
    </div>
  )
}

function knownInWords(known: number): string {
  if (known === 0) return 'Nobody is in the directory yet.'
  return known === 1 ? 'One person is in the directory.' : `${known} people are in the directory.`
}
