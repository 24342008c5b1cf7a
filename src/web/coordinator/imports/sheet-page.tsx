import type { SheetForm } from '../../../api/sheet-form.ts'
import { RESPONDENTS } from '../../../model/respondent.ts'
import { respondentHeading } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FieldFrame } from '../../../ui/field-frame.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { SheetAsked } from '../../sheet-look.ts'
import { DATES } from './map-fields.tsx'
import { SHEET_WORDS } from './sheet-words.ts'

type Props = { asked: SheetAsked; form: SheetForm; error: string | null }

/** Brings a spreadsheet of one kind; nothing is taken before it was looked at. */
export function SheetPage({ asked, form, error }: Props) {
  const { sheet } = asked
  const words = SHEET_WORDS[sheet]
  const query = new URLSearchParams({ ...(asked.season ? { season: asked.season } : {}) })
  return (
    <div class="wrap pt-6 md:pt-10">
      <ErrorSummary errors={error ? [{ fieldId: 'file', text: error }] : []} />
      <p class={error ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={query.size > 0 ? `/imports?${query}` : '/imports'}>Spreadsheets</Link>
        {form.season && `, ${form.season.name}`}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{words.title}</h1>
      <p class="mt-3 max-w-measure">{words.about}</p>
      <Form action={`/imports/${sheet}`} class="mt-8 max-w-measure space-y-8" upload>
        {asked.season && <input type="hidden" name="season" value={asked.season} />}
        {sheet === 'survey' && <SurveyFields asked={asked} form={form} />}
        <FieldFrame
          id="file"
          label="The spreadsheet, saved as CSV"
          hint="The first row names the columns. At most 8 MB and 20,000 rows. You see what it would change before anything is taken."
          error={error ?? undefined}
        >
          <input
            class="file-input mt-1.5 w-full"
            type="file"
            id="file"
            name="file"
            accept=".csv,.txt,.tsv,text/csv"
            required
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
          />
        </FieldFrame>
        <SelectField id="dates" label="How the file writes days" value={asked.dates} options={DATES} />
        <div class="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button rank="primary">See what would change</Button>
          <Link href={query.size > 0 ? `/imports?${query}` : '/imports'}>Leave it</Link>
        </div>
      </Form>
      {form.columns.length > 0 && <ColumnsHelp asked={asked} form={form} />}
    </div>
  )
}

function SurveyFields({ asked, form }: { asked: SheetAsked; form: SheetForm }) {
  return (
    <div class="grid gap-6 sm:grid-cols-2">
      <SelectField
        id="survey"
        label="Which survey"
        value={asked.survey}
        options={form.surveys.map(({ key }) => ({ value: key, text: key }))}
      />
      <SelectField
        id="role"
        label="Who answered"
        value={asked.role}
        options={RESPONDENTS.filter((it) => form.surveys.some(({ roles }) => roles.includes(it))).map((it) => ({
          value: it,
          text: respondentHeading(it),
        }))}
      />
    </div>
  )
}

function ColumnsHelp({ asked, form }: { asked: SheetAsked; form: SheetForm }) {
  const query = new URLSearchParams(asked.season ? { season: asked.season } : {})
  return (
    <div class="mt-section max-w-measure">
      <More summary="Which columns it has, and an example">
        <p class="text-dense text-muted">
          Other headers are fine: the next page asks which of yours holds what, and remembers it. A workbook (.xlsx) is
          saved as “CSV UTF-8” first, each sheet as a file of its own. Semicolons and tabs are read as well as commas.
        </p>
        <ul class="mt-4 grid gap-x-8 text-dense sm:grid-cols-2">
          {form.columns.map(({ name, required, takes }) => (
            <li key={name} class="border-t border-rule py-1.5 wrap-anywhere">
              <span class="font-semibold">{name}</span>
              {`: ${takes}${required ? '' : ', if you have it'}`}
            </li>
          ))}
        </ul>
        <p class="mt-4 text-dense">
          <Link href={`/imports/${asked.sheet}/example.csv${query.size > 0 ? `?${query}` : ''}`}>
            Download an example
          </Link>
        </p>
      </More>
    </div>
  )
}
