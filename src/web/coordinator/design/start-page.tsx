import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { FieldFrame } from '../../../ui/field-frame.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { SelectField } from '../../../ui/select-field.tsx'

export type StartEntered = Readonly<Record<'key' | 'season' | 'startsOn' | 'of' | 'dates' | 'order', string>>
type Props = {
  from: 'template' | 'season' | 'dates'
  /** What it begins with, in words; null where a template is still to be chosen. */
  source: string | null
  templates: readonly { readonly key: string; readonly name: string }[]
  entered: StartEntered
  errors: readonly { readonly fieldId: string; readonly text: string }[]
}

const ROWS = 12
const ORDERS = [
  { value: 'iso', text: 'Year first: 2026-10-31' },
  { value: 'dmy', text: 'Day first: 31/10/2026' },
  { value: 'mdy', text: 'Month first: 10/31/2026' },
]

/** What a new season needs before it can be edited: a short name, its name in words, and when it starts. */
export function StartPage({ from, source, templates, entered, errors }: Props) {
  const errorOf = (id: string) => {
    const said = errors.filter((it) => it.fieldId === id)
    return said.length > 1 ? `${said.length} things to mend: they stand at the top.` : said[0]?.text
  }
  return (
    <div class="wrap pt-6 md:pt-10">
      <ErrorSummary heading="The draft is not begun; nothing is lost" errors={errors} />
      <p class={errors.length > 0 ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk/design">Design</Link>
      </p>
      <h1 class="mt-1 max-w-[26ch]">{from === 'dates' ? 'Begin with a spreadsheet of dates' : 'Begin a season'}</h1>
      <p class="mt-3 max-w-measure">
        {source &&
          (from === 'season'
            ? `The rules and words of ${source}. `
            : `The rules and words of the template ${source}. `)}
        {from === 'dates'
          ? 'Rules and words come from a template; the dates from your old plan. You read and change all of it before anybody sees it.'
          : 'Every date moves to the new start. Decisions, recordings and summaries of the old season are not taken along; what was decided at its end to change opens the new decision log.'}
      </p>
      <Form action="/desk/design/start" class="mt-8 max-w-measure space-y-7" upload={from === 'dates'}>
        <input type="hidden" name="from" value={from} />
        {from === 'dates' ? (
          <SelectField
            id="of"
            label="Rules and words of"
            value={entered.of}
            options={templates.map((it) => ({ value: it.key, text: it.name }))}
          />
        ) : (
          <input type="hidden" name="of" value={entered.of} />
        )}
        <Field
          id="key"
          label="Short name"
          hint="For addresses and sheets, such as autumn-2027. It stays for good."
          error={errorOf('key')}
          value={entered.key}
          required
          maxLength={60}
        />
        <Field
          id="season"
          label="Season, in words"
          hint="Such as Autumn 2027."
          error={errorOf('season')}
          value={entered.season}
          required
          maxLength={100}
        />
        {from === 'dates' ? (
          <>
            <FieldFrame
              id="file"
              label="The spreadsheet of your old plan, saved as CSV"
              hint="A stage and a day in each row, and a second day where it lasts longer. A header is not needed."
              error={errorOf('file')}
            >
              <input
                class="file-input mt-1.5 w-full"
                type="file"
                id="file"
                name="file"
                accept=".csv,.txt,.tsv,text/csv"
                aria-invalid={errorOf('file') ? 'true' : undefined}
                aria-describedby={errorOf('file') ? 'file-hint file-error' : 'file-hint'}
              />
            </FieldFrame>
            <Field
              id="dates"
              label="Or the stages and their dates, pasted"
              hint="The same rows, copied from the spreadsheet. Where a file is chosen, it stands in the place of these."
              error={errorOf('dates')}
              value={entered.dates}
              rows={ROWS}
            />
            <SelectField id="order" label="How it writes days" value={entered.order} options={ORDERS} />
          </>
        ) : (
          <Field
            id="startsOn"
            label="It starts on"
            hint="A whole number of weeks later keeps every weekday. Weekends and holidays are pointed out in the draft."
            error={errorOf('startsOn')}
            value={entered.startsOn}
            type="date"
            required
          />
        )}
        <div class="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button rank="primary">Begin the draft</Button>
          <Link href="/desk/design">Leave it</Link>
        </div>
      </Form>
    </div>
  )
}
