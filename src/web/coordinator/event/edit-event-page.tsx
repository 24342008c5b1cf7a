import type { EventForm } from '../../../journey/gather/actions/save-event.ts'
import { type EventGiven, NEW_SESSION, type SessionGiven } from '../../../journey/gather/rules/event-given.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { dayRange } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pieces } from './pieces.tsx'

type Props = {
  form: EventForm
  /** What stands in the fields: as it is saved, or as it was just entered. */
  given: EventGiven
  faults: readonly Problem[]
  /** Where hours were proposed: they stand in the fields and are not saved yet. */
  isProposal: boolean
}

/** An event of a season as a form: what is saved here is a new version of the season's file. */
export function EditEventPage({ form, given, faults, isProposal }: Props) {
  const of = `/seasons/${form.season}/events`
  const path = `${of}/${form.key ?? 'new'}/edit`
  const errorOf = (place: string) => faults.find((it) => it.place === place)?.message
  const rows = [...given.sessions, NEW_SESSION]
  return (
    <div class="wrap pt-6 md:pt-10">
      <ErrorSummary
        heading="Not saved yet; nothing is lost"
        errors={faults.map((it) => ({ fieldId: it.place, text: it.message }))}
      />
      <p class={faults.length > 0 ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`/desk/events?season=${form.season}`}>Events</Link> of {form.seasonName}
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">{form.name ?? 'A new event'}</h1>
      {isProposal && (
        <p class="mt-3 max-w-measure">The proposed hours stand in the sessions below. Look at them, then save.</p>
      )}
      <Form action={path} class="mt-block max-w-measure space-y-block">
        <input type="hidden" name="seen" value={form.seen} />
        <div class="space-y-4">
          <Field id="name" label="Name" value={given.name} error={errorOf('name')} maxLength={200} required />
          <Field id="text" label="What people read about it" value={given.text} rows={3} maxLength={2000} />
          <Field
            id="minutes"
            label="Minutes"
            value={given.minutes}
            error={errorOf('minutes')}
            inputMode="numeric"
            maxLength={4}
            required
          />
        </div>
        <Sessions form={form} rows={rows} errorOf={errorOf} />
        <Pieces pieces={given.pieces} minutes={given.minutes} errorOf={errorOf} />
        <div class="space-y-4">
          <h2>While the days are open</h2>
          <div class="grid gap-4 md:grid-cols-2">
            <Field
              id="first"
              label="First day it may have"
              hint="Empty: to be decided."
              value={given.first}
              error={errorOf('first')}
            />
            <Field
              id="last"
              label="Last day it may have"
              hint="Empty: one day."
              value={given.last}
              error={errorOf('last')}
            />
          </div>
        </div>
        <div class="space-y-4">
          <h2>What belongs to it</h2>
          <Field
            id="panellists"
            label="Panellists"
            hint="One a line."
            value={given.panellists}
            rows={3}
            maxLength={4000}
          />
          <Field
            id="preWork"
            label="To read or watch before"
            hint="One a line: what it is, then its address."
            value={given.preWork}
            error={errorOf('preWork')}
            rows={3}
            maxLength={8000}
          />
          <div>
            <CheckField
              id="counts"
              checked={given.counts}
              label="It counts towards the aim of attendance"
              hint="People in a pair on its days are expected; coming to any one of its sessions is enough."
            />
            <CheckField
              id="optional"
              checked={given.optional}
              label="It is optional"
              hint="While it has no day, people are asked whether they would come; hours are then proposed for them."
            />
          </div>
        </div>
        <Button rank="primary">{form.key ? 'Save' : 'Add the event'}</Button>
      </Form>
    </div>
  )
}

function Sessions(props: {
  form: EventForm
  rows: readonly SessionGiven[]
  errorOf: (place: string) => string | undefined
}) {
  const { form, rows, errorOf } = props
  return (
    <div class="space-y-4">
      <h2>Sessions</h2>
      <p class="text-muted">
        Alternatives: coming to any one counts. Days and hours are those of {form.zone.replaceAll('_', ' ')}; the season
        runs {dayRange(form.startsOn, form.endsOn)}.
        {form.key && (
          <>
            {' '}
            <Link href={`/seasons/${form.season}/events/${form.key}/times`}>Have hours proposed</Link>
          </>
        )}
      </p>
      {rows.map((it, at) => (
        <fieldset key={at} class="border-t border-rule pt-4">
          <legend class="sr-only">{it.key ? `Session ${it.key}` : 'One more session'}</legend>
          <p class="font-semibold" aria-hidden="true">
            {it.key ? `Session ${it.key}` : 'One more session'}
          </p>
          <input type="hidden" name={`key-${at}`} value={it.key} />
          <div class="mt-2 grid grid-cols-2 gap-4 md:grid-cols-3">
            <Field id={`on-${at}`} label="Day" hint="As in 2026-03-04." value={it.on} error={errorOf(`on-${at}`)} />
            <Field
              id={`startsAt-${at}`}
              label="Begins at"
              hint="As in 09:30."
              value={it.startsAt}
              error={errorOf(`startsAt-${at}`)}
            />
            <Field
              id={`places-${at}`}
              label="Places"
              hint="Empty: no limit."
              value={it.places}
              error={errorOf(`places-${at}`)}
              inputMode="numeric"
            />
          </div>
          {it.key && (
            <div class="mt-4 space-y-3">
              <Field
                id={`recording-${at}`}
                label="Recording"
                hint="Its address, where the speakers agreed."
                value={it.recording}
                error={errorOf(`recording-${at}`)}
              />
              <CheckField id={`remove-${at}`} checked={it.remove} label={`Remove session ${it.key}`} />
            </div>
          )}
        </fieldset>
      ))}
    </div>
  )
}
