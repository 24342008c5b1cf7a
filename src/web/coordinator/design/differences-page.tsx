import type { Differences } from '../../../journey/design/screens/differences.ts'
import { affectedInWords, lockInWords } from '../../../texts/en/changes.ts'
import { pathInWords } from '../../../texts/en/program-form.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { DraftHead } from './draft-head.tsx'

export type NotPublished = { readonly message: string; readonly because: string; readonly isField: boolean } | null
type Change = NonNullable<Differences['changes']>[number]

/** What a draft would change for those who are already in the season, and the way to put it in force. */
export function DifferencesPage({ it, again }: { it: Differences; again: NotPublished }) {
  const { draft, faults, changes } = it
  const locked = changes?.filter((one) => one.lock !== null) ?? []
  const isReady = draft.state === 'open' && faults.length === 0 && locked.length === 0 && changes?.length !== 0
  return (
    <div class="wrap pt-6 md:pt-10">
      {again && (
        <ErrorSummary
          heading="It is not published"
          errors={[{ fieldId: again.isField ? 'because' : 'changes', text: again.message }]}
        />
      )}
      <div class={again ? 'mt-8' : undefined}>
        <DraftHead draft={draft} here="/differences" heading={heading(it, locked.length)} />
      </div>
      <section id="changes" class="mt-8" aria-label="Differences">
        {faults.length > 0 && (
          <p class="max-w-measure">
            {countOf(faults.length, 'thing', 'things')} must be mended first.{' '}
            <Link href={`/desk/design/drafts/${draft.id}`}>See them in the draft</Link>
          </p>
        )}
        {changes === null && faults.length === 0 && (
          <p class="max-w-measure">
            It founds a season. Its page is open to everybody as soon as it is published, and calls open on their own
            dates.
          </p>
        )}
        {changes && changes.length > 0 && (
          <ul class="border-b border-rule">
            {changes.map((one, at) => (
              <ChangeRow key={at} change={one} />
            ))}
          </ul>
        )}
      </section>
      {isReady && (
        <Form action={`/desk/design/drafts/${draft.id}/publish`} class="mt-10 max-w-measure space-y-5">
          <input type="hidden" name="seen" value={String(draft.number)} />
          <input type="hidden" name="inForce" value={it.inForce} />
          <Field
            id="because"
            label="Why, in a sentence"
            hint="It stands in the log of the versions, with your name and the day."
            error={again?.isField ? again.message : undefined}
            value={again?.because ?? ''}
            required
            maxLength={500}
          />
          <p class="text-dense text-muted">Nobody is written to. Letters and pages say what is new from now on.</p>
          <Button rank="primary">{changes === null ? 'Publish the season' : 'Publish the change'}</Button>
        </Form>
      )}
      {draft.state === 'open' && (
        <Form action={`/desk/design/drafts/${draft.id}/aside`} class="mt-10">
          <Button rank="row">Put this draft aside</Button>
        </Form>
      )}
    </div>
  )
}

function heading({ draft, faults, changes }: Differences, locked: number): string {
  if (draft.state !== 'open')
    return draft.state === 'published' ? 'This draft was published' : 'This draft was put aside'
  if (faults.length > 0) return 'It cannot be published yet'
  if (changes === null) return 'A season that is ready to be published'
  if (changes.length === 0) return 'Nothing differs from what is in force'
  if (locked > 0) return `${countOf(locked, 'change is', 'changes are')} not possible any more`
  return `${countOf(changes.length, 'change')} to what is in force`
}

function ChangeRow({ change }: { change: Change }) {
  return (
    <li class="grid gap-x-10 gap-y-2 border-t border-rule py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div class="min-w-0 wrap-anywhere">
        <h2 class="text-base font-semibold">{pathInWords(change.path)}</h2>
        {change.lock ? (
          <p class="mt-1 text-error">
            <Icon name="lock" />
            Cannot change any more. {lockInWords(change.lock)}
          </p>
        ) : (
          <p class="mt-1 text-muted">Touches {affectedInWords(change.affects) || 'nobody who is in the season yet'}.</p>
        )}
      </div>
      <dl class="min-w-0 space-y-1 text-dense wrap-anywhere">
        <Side term="In force" value={change.before} />
        <Side term="In the draft" value={change.after} />
      </dl>
    </li>
  )
}

function Side({ term, value }: { term: string; value: string | null }) {
  return (
    <div class="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3">
      <dt class="text-muted">{term}</dt>
      <dd>{value ?? 'nothing'}</dd>
    </div>
  )
}
