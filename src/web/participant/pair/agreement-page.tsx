import type { DocumentScreen } from '../../../journey/meet/screens/shared-texts.ts'
import { LONGEST } from '../../../journey/meet/shapes.ts'
import type { Agreement } from '../../../model/shared-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { AgreementWords } from './agreement-words.tsx'
import { SharedFrame, SharedNotice, type TextDone } from './shared-frame.tsx'
import { BesideWordings, EarlierWordings, whoAndWhen } from './wordings.tsx'

/** What was entered and could not be kept, over which wording, and what is wrong by field. */
export type AgreementAgain = Agreement & { readonly seen: string; readonly errors: Readonly<Record<string, string>> }
type Props = {
  screen: DocumentScreen<'agreement'>
  contact: string | null
  done: TextDone | null
  again: AgreementAgain | null
}

const QUESTIONS = [
  ['rhythm', 'When do you meet?', 'How often, on which day, how long. What happens when one of you cannot.'],
  ['place', 'Where do you meet?', 'A room, a call, a walk; and how you reach each other between meetings.'],
  ['between', 'What stays between you?', 'What may be told to whom, and what not at all.'],
] as const

/** How the two work together: one form that both may change. */
export function AgreementPage({ screen, contact, done, again }: Props) {
  const { document, pairId, partner } = screen
  const standing = document?.standing
  const errors = Object.entries(again?.errors ?? {}).map(([fieldId, text]) => ({ fieldId, text }))
  const show = (it: { text: Agreement }) => <AgreementWords agreement={it.text} />
  return (
    <SharedFrame
      of={screen}
      heading="How you work together"
      back={{ href: `/pairs/${pairId}`, text: `Your pair with ${partner}` }}
      errors={errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      done={done}
    >
      <p class="mt-3 max-w-measure text-dense text-muted">
        {standing ? `As it stands: ${whoAndWhen(standing)}.` : 'Nothing is written yet. Each line may stay empty.'}
      </p>
      <BesideWordings document={document} show={show} />
      {screen.hasEnded ? (
        standing && <AgreementWords agreement={standing.text} />
      ) : (
        <Form action={`/pairs/${pairId}/agreement`} class="mt-block max-w-measure space-y-6">
          <input type="hidden" name="seen" value={again?.seen ?? String(standing?.number ?? 0)} />
          {QUESTIONS.map(([part, label, hint]) => (
            <Field
              key={part}
              id={part}
              label={label}
              hint={hint}
              readBy={`Read by you and ${partner}`}
              rows={3}
              maxLength={LONGEST.paragraph}
              value={again?.[part] ?? standing?.text[part]}
              error={again?.errors[part]}
            />
          ))}
          <Button rank="primary">Keep it for both of you</Button>
          <SharedNotice of={screen} contact={contact} />
        </Form>
      )}
      <EarlierWordings document={document} show={show} />
    </SharedFrame>
  )
}
