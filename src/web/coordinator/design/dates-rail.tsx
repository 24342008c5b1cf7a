import { weekdayOf } from '../../../calendar/days.ts'
import type { FormField, FormPart } from '../../../journey/design/rules/plan-form.ts'
import { fieldsIn } from '../../../journey/design/rules/read-form.ts'
import { isDay } from '../../../model/day.ts'
import { longDay } from '../../../texts/en/days.ts'
import { pathInWords, placeInWords } from '../../../texts/en/program-form.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Field } from '../../../ui/field.tsx'
import { type Beside, OneField } from './part-form.tsx'

const FIRST_OF_WEEKEND = 6
const TIMED = new Set(['days', 'month', 'quarter', 'weekOf'])

/** Every date of the season on one rail, in the order of time; each is typed where it stands. */
export function DatesRail({ form, beside, today }: { form: FormPart; beside: Beside; today: string }) {
  const dates = fieldsIn(form)
    .filter((it) => it.kind === 'day' || TIMED.has(String(it.path.at(-1))))
    .filter((it) => it.path[0] !== 'decisions')
    .map((field, at) => ({ field, at, label: labelOf(field, form) }))
    .toSorted((a, b) => (a.field.value || '9').localeCompare(b.field.value || '9') || a.at - b.at)
  return (
    <>
      <div class="flex flex-wrap items-end gap-3">
        <div class="w-64">
          <Field
            id="new/days"
            label="Move every date by"
            hint="Days: 7 is a week later, -7 a week earlier."
            inputMode="numeric"
            maxLength={6}
          />
        </div>
        <Button name="do" value="move days">
          Move all
        </Button>
      </div>
      <ol class="rail mt-6">
        {dates.filter(isShown).map(({ field, label }) => (
          <li key={field.path.join('/')} data-done={field.value !== '' && field.value < today ? '' : undefined}>
            <OneField part={field} beside={beside} label={label} />
            {isDay(field.value) && (
              <p
                class={
                  weekdayOf(field.value) >= FIRST_OF_WEEKEND
                    ? 'mt-1 text-note font-semibold'
                    : 'mt-1 text-note text-muted'
                }
              >
                {longDay(field.value)}
                {weekdayOf(field.value) >= FIRST_OF_WEEKEND && ': a weekend'}
              </p>
            )}
          </li>
        ))}
      </ol>
      {!dates.every(isShown) && (
        <More summary="Dates that are not set, and need not be">
          <div class="space-y-4">
            {dates
              .filter((it) => !isShown(it))
              .map(({ field, label }) => (
                <OneField key={field.path.join('/')} part={field} beside={beside} label={label} />
              ))}
          </div>
        </More>
      )}
    </>
  )
}

function isShown({ field }: { field: FormField }): boolean {
  return field.value !== '' || field.required
}

/** "Kickoff (Events): Days": an item of a list by its own name, else the steps that lead there, and what the date is of it. */
function labelOf(field: FormField, form: FormPart): string {
  const all = fieldsIn(form)
  const named = field.path.flatMap((step, at) => {
    if (typeof step !== 'number') return []
    const above = field.path.slice(0, at + 1).join('/')
    const own = ['name', 'text', 'key'].flatMap(
      (name) => all.find((it) => it.path.join('/') === `${above}/${name}`)?.value || [],
    )
    return [own[0] ?? String(step + 1)]
  })
  const last = placeInWords(field.path)
  if (named.length > 0) return `${named.join(', ')} (${placeInWords(field.path.slice(0, 1))}): ${last}`
  const above = field.path.slice(0, -1).filter((it) => it !== 'roles')
  return above.length > 0 ? `${pathInWords(above)}: ${last}` : last
}
