import type { OneApplication } from '../../../desk/screens/one-application.ts'
import { instantInWords } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { priorityInWords } from './application-words.ts'

/** A note that could not be kept, with what was entered. */
export type NoteAgain = { readonly words: string; readonly error: string } | null

/** How the reviews of one application stand, once all are in, and the notes kept beside it. */
export function ReviewsSection({ it, query, again }: { it: OneApplication; query: string; again: NoteAgain }) {
  return (
    <>
      <p class="max-w-measure">{reviewsInWords(it.reviews)}</p>
      {it.notes.length > 0 && (
        <ul class="mt-4 max-w-measure border-b border-rule">
          {it.notes.map((note) => (
            <li key={note.id} class="border-t border-rule py-3">
              <p class="whitespace-pre-line wrap-anywhere" dir="auto">
                {note.words}
              </p>
              <div class="mt-1 flex flex-wrap items-center gap-x-4 text-note text-muted">
                <p>
                  {note.author}, {instantInWords(note.madeAt)}
                </p>
                {note.isOwn && (
                  <Form action={`/desk/applications/${it.id}/notes/drop`}>
                    <input type="hidden" name="note" value={note.id} />
                    <input type="hidden" name="at" value={query} />
                    <Button rank="row">Take it away</Button>
                  </Form>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <Form action={`/desk/applications/${it.id}/notes`} class="mt-5 max-w-measure space-y-3">
        <input type="hidden" name="at" value={query} />
        <Field
          id="words"
          label="A note beside it"
          rows={3}
          maxLength={4000}
          value={again?.words}
          error={again?.error}
          hint="For whoever coordinates this season. Once everybody has heard, their person can read it: write what you would say to them."
        />
        <Button>Keep the note</Button>
      </Form>
    </>
  )
}

function reviewsInWords(it: OneApplication['reviews']): string {
  if (!it) return 'You are to review it yourself: what others made of it is shown once your review is in.'
  if (it.sent + it.waiting === 0) return 'Nobody was given it to review.'
  if (it.waiting > 0) return `Reviews in: ${it.sent} of ${it.sent + it.waiting}. Scores are shown once all are in.`
  const spread =
    it.lowest === null ? '' : `, from ${priorityInWords(it.lowest)} to ${priorityInWords(it.highest)} between reviewers`
  return `${countOf(it.sent, 'review is', 'reviews are')} in: mean ${priorityInWords(it.mean)}${spread}.`
}
