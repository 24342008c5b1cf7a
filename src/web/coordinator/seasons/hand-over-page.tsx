import type { HandingOver } from '../../../desk/screens/hand-over.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { SeasonSwitch } from '../../parts/season-switch.tsx'
import { OpenLines } from './open-lines.tsx'

export type HandOverEntered = { readonly email: string; readonly errors: Readonly<Record<string, string>> }
type Props = { handing: HandingOver; entered: HandOverEntered | null }

/** Handing a season over: what goes with it, what stays, and to whom. */
export function HandOverPage({ handing: it, entered }: Props) {
  const errors = entered?.errors ?? {}
  const faults = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, text }))
  return (
    <div class="wrap pt-6 md:pt-10">
      <ErrorSummary errors={faults} heading="Not handed over; nothing is lost" />
      <p class={faults.length > 0 ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href="/desk">Today</Link>, {it.name}
      </p>
      <h1 class="mt-1 max-w-[26ch]">Hand the season over</h1>
      <SeasonSwitch season={it.season} seasons={it.seasons} path="/desk/hand-over" />
      <section class="mt-block max-w-measure" aria-labelledby="team">
        <h2 id="team">Who coordinates it now</h2>
        <ul class="mt-2 border-b border-rule">
          {it.team.map((one, at) => (
            <li key={at} class="border-t border-rule py-2 wrap-anywhere">
              {one.name}
              {one.everySeason && ', for every season'}
              {one.until && `, until ${longDay(one.until)}`}
            </li>
          ))}
        </ul>
      </section>
      <section class="mt-block max-w-measure" aria-labelledby="open">
        <h2 id="open">What goes with it</h2>
        <OpenLines open={it.open} season={it.season} />
      </section>
      <Form action="/desk/hand-over" class="mt-block max-w-measure space-y-4">
        <h2>To whom</h2>
        <p>
          They get the hat of this season for good, and a letter that leads to what is open. Owners and auditors are
          told.{' '}
          {it.keepsHat
            ? 'Your own hat is for every season: you keep it.'
            : 'Your own hat of this season ends at once, with what you lent of it.'}{' '}
          You can undo it until the day ends.
        </p>
        <input type="hidden" name="season" value={it.season} />
        <Field
          id="email"
          label="Their address"
          type="email"
          value={entered?.email}
          error={errors.email}
          autocomplete="off"
        />
        <CheckField id="sure" label="We have agreed on it" checked={false} />
        <Button rank="primary">Hand it over</Button>
      </Form>
    </div>
  )
}
