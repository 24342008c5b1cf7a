import { LONGEST_NOTE, NOTES_PER_PAGE, type Note, type Notes } from '../../../journey/meet/actions/notes.ts'
import { instantInWords, longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'
import { SealedTruth } from '../../parts/sealed-truth.tsx'

export const NOTE_DONE = {
  new: 'Your note is kept.',
  changed: 'Your note is changed.',
  both: 'This note had been changed elsewhere in the meantime. Nothing is lost: yours stands beside it as a note of its own.',
  deleted: 'The note is deleted.',
} as const

type Props = {
  notes: Notes
  page: number
  contact: string | null
  done: keyof typeof NOTE_DONE | null
  /** What was written and could not be kept, and why. */
  again: { readonly text: string; readonly error: string } | null
}

/** An author's own notes of a pair: what they wrote, and room for more. */
export function NotesPage({ notes, page, contact, done, again }: Props) {
  const { pairId, partner, season, found } = notes
  return (
    <div class="wrap grid gap-x-24 gap-y-section pt-8 md:pt-12 lg:grid-cols-[minmax(0,1fr)_var(--container-margin)]">
      <div class="min-w-0">
        {again && <ErrorSummary errors={[{ fieldId: 'text', text: again.error }]} />}
        {done && <Notice>{NOTE_DONE[done]}</Notice>}
        <p class={again || done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
          {season}. Your pair with {partner}
        </p>
        <h1 class="mt-2 max-w-[26ch]">{heading(found)}</h1>
        <Form action={`/pairs/${pairId}/notes`} class="mt-block space-y-4">
          <Field
            id="text"
            label="A new note"
            hint="What to bring up, what you agreed, what you want to remember."
            readBy="Only yours"
            rows={5}
            maxLength={LONGEST_NOTE}
            value={again?.text}
            error={again?.error}
            required
          />
          <Button rank="primary">Keep this note</Button>
          <PrivacyNotice
            purpose="It is there so that you can prepare and remember your meetings."
            readers="you, and nobody else ever"
            kept={`until ${longDay(notes.keptUntil)} at least, or until you delete it`}
            contact={contact}
          />
        </Form>
        <NoteList notes={notes} />
        <Pager
          page={page}
          pages={Math.ceil(found / NOTES_PER_PAGE)}
          href={(to) => `/pairs/${pairId}/notes?page=${to}`}
        />
      </div>
      <aside class="space-y-9 text-dense" aria-label="About your notes">
        <section aria-labelledby="only-yours">
          <h2 id="only-yours" class="text-read">
            Only yours
          </h2>
          <p class="mt-2 text-muted">
            Neither {partner} nor a coordinator, an owner or the people team can open them, also not when this pair has
            ended.
          </p>
        </section>
        <section aria-labelledby="still">
          <h2 id="still" class="text-read">
            Who could still read them
          </h2>
          <p class="mt-2 text-muted">
            <SealedTruth what="A note is" />
          </p>
        </section>
        <section aria-labelledby="else">
          <h2 id="else" class="text-read">
            Is this pair not working?
          </h2>
          <p class="mt-2 text-muted">
            Somebody outside of it can help, and the coordinators do not see that you asked.
          </p>
          <p class="mt-1">
            <Link href={`/pairs/${pairId}/report`}>Tell the named contact</Link>
          </p>
        </section>
      </aside>
    </div>
  )
}

function heading(found: number): string {
  if (found === 0) return 'You have no notes yet'
  return found === 1 ? 'One note, only yours' : `${found} notes, only yours`
}

function NoteList({ notes: { notes, pairId } }: { notes: Notes }) {
  if (notes.length === 0) return null
  return (
    <section class="mt-section" aria-labelledby="kept">
      <h2 id="kept">What you wrote</h2>
      <ol class="mt-4 border-t border-rule">
        {notes.map((note) => (
          <li key={note.id} class="border-b border-rule py-4">
            <p dir="auto" class="max-w-measure whitespace-pre-line wrap-anywhere">
              {note.text}
            </p>
            <p class="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-dense text-muted">
              <span>{whenInWords(note)}</span>
              <a class="a" href={`/pairs/${pairId}/notes/${note.id}`}>
                Change or delete<span class="sr-only"> the note of {instantInWords(note.madeAt)}</span>
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function whenInWords({ madeAt, changedAt, version }: Note): string {
  const made = instantInWords(madeAt)
  return version > 1 ? `${made}, changed ${instantInWords(changedAt)}` : made
}
