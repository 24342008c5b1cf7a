import type { DocumentScreen, OfAPair } from '../../../journey/meet/screens/shared-texts.ts'
import { LONGEST } from '../../../journey/meet/shapes.ts'
import type { WorkbookPage } from '../../../model/shared-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { SharedFrame, SharedNotice, type TextDone } from './shared-frame.tsx'
import { BesideWordings, EarlierWordings, whoAndWhen } from './wordings.tsx'

/** What was entered and could not be kept, over which wording, and what is wrong by field. */
export type PageAgain = WorkbookPage & { readonly seen: string; readonly errors: Readonly<Record<string, string>> }
type Props = {
  of: OfAPair
  /** The id the page is kept under; a new one has none of its wordings yet. */
  id: string
  document: DocumentScreen<'page'>['document']
  /** What a new page begins with. */
  begins: WorkbookPage
  contact: string | null
  done: TextDone | null
  again: PageAgain | null
}

/** One page of the workbook: read and written in the same place. */
export function OneWorkbookPage({ of, id, document, begins, contact, done, again }: Props) {
  const standing = document?.standing
  const text = again ?? standing?.text ?? begins
  const errors = Object.entries(again?.errors ?? {}).map(([fieldId, words]) => ({ fieldId, text: words }))
  const show = (it: { text: WorkbookPage }) => <PageWords page={it.text} />
  const readBy = `Read by you and ${of.partner}`
  return (
    <SharedFrame
      of={of}
      heading={standing?.text.title ?? 'A new page'}
      back={{ href: `/pairs/${of.pairId}/workbook`, text: 'Your workbook' }}
      errors={errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      done={done}
    >
      {standing && <p class="mt-3 text-dense text-muted">{whoAndWhen(standing)}.</p>}
      <BesideWordings document={document} show={show} />
      {of.hasEnded && standing ? (
        <PageWords page={standing.text} />
      ) : (
        <Form action={`/pairs/${of.pairId}/workbook/${id}`} class="mt-block space-y-5">
          <input type="hidden" name="seen" value={again?.seen ?? String(standing?.number ?? 0)} />
          <Field
            id="title"
            label="Title"
            readBy={readBy}
            maxLength={LONGEST.line}
            value={text.title}
            error={again?.errors.title}
            required
          />
          <Field
            id="text"
            label="What stands on it"
            rows={14}
            maxLength={LONGEST.page}
            value={text.text}
            error={again?.errors.text}
          />
          <Button rank="primary">Keep this page</Button>
          <SharedNotice of={of} contact={contact} />
        </Form>
      )}
      <EarlierWordings document={document} show={show} />
    </SharedFrame>
  )
}

function PageWords({ page: { title, text } }: { page: WorkbookPage }) {
  return (
    <>
      <p class="mt-1 font-semibold wrap-anywhere">{title}</p>
      <p dir="auto" class="max-w-measure whitespace-pre-line wrap-anywhere">
        {text}
      </p>
    </>
  )
}
