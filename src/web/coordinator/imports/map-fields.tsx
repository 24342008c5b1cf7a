import { SelectField } from '../../../ui/select-field.tsx'
import type { Look, SheetAsked } from '../../sheet-look.ts'

export const DATES = [
  { value: 'iso', text: 'Year first: 2026-10-31' },
  { value: 'dmy', text: 'Day first: 31/10/2026' },
  { value: 'mdy', text: 'Month first: 10/31/2026' },
]

/** Which header of the file holds what, and how it writes days. */
export function MapFields({ asked, look }: { asked: SheetAsked; look: Look }) {
  const headers = [...new Set(look.headers)].map((header) => ({ value: header, text: header }))
  return (
    <div class="grid gap-x-6 gap-y-4 text-dense sm:grid-cols-2 lg:grid-cols-3">
      {look.form.columns.map(({ name, required }) => (
        <SelectField
          key={name}
          id={`map.${name}`}
          label={required ? `${name} (needed)` : name}
          error={required && !look.chosen[name] ? 'Choose the header that holds it' : undefined}
          value={look.chosen[name] ?? ''}
          options={[{ value: '', text: 'Not in the file' }, ...headers]}
        />
      ))}
      <SelectField id="dates" label="How the file writes days" value={asked.dates} options={DATES} />
    </div>
  )
}
