import { LONGEST_NOTE, type Note } from '../../../journey/meet/actions/notes.ts'
import { instantInWords } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'

type Props = {
  pairId: string
  note: Note
  again: { readonly text: string; readonly error: string } | null
}

/** One note, to change it or to take it away. */
export function NotePage({ pairId, note, again }: Props) {
  const notes = `/pairs/${pairId}/notes`
  return (
    <div class="wrap pt-8 md:pt-12">
      {again && <ErrorSummary errors={[{ fieldId: 'text', text: again.error }]} />}
      <p class={again ? 'mt-8 text-dense' : 'text-dense'}>
        <Link href={notes}>All your notes of this pair</Link>
      </p>
      <h1 class="mt-4 max-w-[26ch]">Your note of {instantInWords(note.madeAt)}</h1>
      <Form action={`${notes}/${note.id}`} class="mt-block max-w-measure space-y-4">
        <input type="hidden" name="version" value={note.version} />
        <Field
          id="text"
          label="Your note"
          readBy="Only yours"
          rows={10}
          maxLength={LONGEST_NOTE}
          value={again?.text ?? note.text}
          error={again?.error}
          required
        />
        <Button rank="primary">Keep the change</Button>
      </Form>
      <div class="mt-section max-w-measure border-t border-rule pt-4">
        <More summary="Delete this note">
          <p>It is gone for good, and nobody can bring it back.</p>
          <Form action={`${notes}/${note.id}/delete`} class="mt-3">
            <Button>Delete it for good</Button>
          </Form>
        </More>
      </div>
    </div>
  )
}
