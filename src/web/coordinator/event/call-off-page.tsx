import type { CallingOff } from '../../../journey/gather/actions/call-off.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'

type Props = { it: CallingOff; because: string; faults: readonly Problem[] }

/** Asked once before an event is called off, taken out, or takes place after all: what was done around it, and who hears. */
export function CallOffPage({ it, because, faults }: Props) {
  const of = `/seasons/${it.season}/events/${it.event}`
  return (
    <div class="wrap pt-6 md:pt-10">
      <ErrorSummary
        heading="Nothing was done"
        errors={faults.map((one) => ({ fieldId: one.place, text: one.message }))}
      />
      <p class={faults.length > 0 ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`${of}/desk`}>{it.name}</Link>, {it.seasonName}
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">
        {it.calledOff ? `Let “${it.name}” take place after all?` : `Call “${it.name}” off?`}
      </h1>
      <p class="mt-3 max-w-measure">{soFar(it)}</p>
      <Form action={`${of}/${it.calledOff ? 'hold' : 'call-off'}`} class="mt-block max-w-measure space-y-6">
        <input type="hidden" name="seen" value={it.seen} />
        <Field
          id="because"
          label="Because"
          hint="In a sentence. It stands in the log of decisions on the program page, and in the letters."
          value={because}
          error={faults.find((one) => one.place === 'because')?.message}
          rows={3}
          maxLength={500}
          required
        />
        <p>{whatHappens(it)}</p>
        <div class="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button rank="primary">{it.calledOff ? 'Let it take place' : 'Call it off'}</Button>
          {it.mayRemove && !it.calledOff && <Button to={`${of}/remove`}>Take it out of the program</Button>}
          <Link href={`${of}/desk`}>Leave it as it is</Link>
        </div>
        {!it.calledOff && (
          <p class="text-note text-muted">
            {it.mayRemove
              ? 'Nothing has happened around it yet, so it can also be taken out: then only the decision log speaks of it, nobody is written to, and you can undo it.'
              : 'It cannot be taken out any more: whoever signed up, came, asked or would come finds here what became of it.'}
          </p>
        )}
      </Form>
    </div>
  )
}

function soFar(it: CallingOff): string {
  const parts = [
    ...(it.signedUp > 0 ? [`${countOf(it.signedUp, 'person has', 'people have')} signed up`] : []),
    ...(it.wouldCome > 0 ? [`${it.wouldCome} would come`] : []),
    ...(it.came > 0 ? [`${it.came} came`] : []),
    ...(it.questions > 0 ? [countOf(it.questions, 'question was asked', 'questions were asked')] : []),
  ]
  const off = it.calledOff ? `It was called off on ${longDay(it.calledOff.on)}. ` : ''
  return parts.length === 0 ? `${off}Nobody has signed up yet.` : `${off}So far: ${parts.join(', ')}.`
}

function whatHappens(it: CallingOff): string {
  const hear =
    it.hear === 0 ? 'Nobody waits for it, so nobody is written to.' : `${hears(it.hear)} a letter with your reason.`
  if (it.calledOff) return `${hear} Sign-ups stand as they were, and it counts towards the aim again.`
  const came = it.came > 0 ? ' Who came stays in the figures as people, without a share.' : ''
  return `${hear} It stays on the program page as called off, nobody can sign up any more, and it counts towards no aim.${came}`
}

function hears(many: number): string {
  return many === 1 ? 'One person gets' : `${many} people get`
}
