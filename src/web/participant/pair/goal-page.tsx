import type { Authored, DocumentScreen } from '../../../journey/meet/screens/shared-texts.ts'
import { LONGEST } from '../../../journey/meet/shapes.ts'
import { CRITERIA, type Goal } from '../../../model/shared-text.ts'
import { instantInWords } from '../../../texts/en/days.ts'
import { CRITERIA_IN_WORDS } from '../../../texts/en/own-pair.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { GoalWords } from './goal-words.tsx'
import { SharedFrame, SharedNotice, type TextDone } from './shared-frame.tsx'
import { BesideWordings, EarlierWordings, whoAndWhen } from './wordings.tsx'

/** What was entered and could not be kept, over which wording, and what is wrong by field. */
export type GoalAgain = {
  readonly words: string
  readonly purpose: string
  readonly byOn: string
  readonly holds: readonly string[]
  readonly seen: string
  readonly errors: Readonly<Record<string, string>>
}
type Props = {
  screen: DocumentScreen<'goal'>
  contact: string | null
  done: TextDone | null
  again: GoalAgain | null
}

/** What the two want to reach: one sentence, six questions to hold it against, and why this one. */
export function GoalPage({ screen, contact, done, again }: Props) {
  const { document, pairId, partner } = screen
  const standing = document?.standing
  const errors = Object.entries(again?.errors ?? {}).map(([fieldId, text]) => ({ fieldId, text }))
  const show = (it: { text: Goal }) => <GoalWords goal={it.text} />
  return (
    <SharedFrame
      of={screen}
      heading={standing ? 'Your goal, as it stands' : 'What do you want to reach?'}
      back={{ href: `/pairs/${pairId}`, text: `Your pair with ${partner}` }}
      errors={errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      done={done}
    >
      <p class="mt-3 max-w-measure text-dense text-muted">
        {standing
          ? `${whoAndWhen(standing)}. You may word it anew whenever you know more; the wording before is kept.`
          : 'It need not pass all six questions today. '}
        {!standing && <Link href="/readings/a-goal-that-helps">What makes a goal help, in 2 minutes</Link>}
      </p>
      <BesideWordings document={document} show={show} />
      {screen.hasEnded ? standing && <GoalWords goal={standing.text} /> : <GoalForm {...{ screen, contact, again }} />}
      <ProgressSoFar progress={screen.progress} />
      <EarlierWordings document={document} show={show} />
    </SharedFrame>
  )
}

function GoalForm({ screen, contact, again }: Omit<Props, 'done'>) {
  const { document, pairId, partner } = screen
  const standing = document?.standing
  const readBy = `Read by you and ${partner}`
  const holds = again?.holds ?? standing?.text.holds ?? []
  return (
    <Form action={`/pairs/${pairId}/goal`} class="mt-block max-w-measure space-y-6">
      <input type="hidden" name="seen" value={again?.seen ?? String(standing?.number ?? 0)} />
      <Field
        id="words"
        label="The goal, in one sentence"
        readBy={readBy}
        rows={3}
        maxLength={LONGEST.paragraph}
        value={again?.words ?? standing?.text.words}
        error={again?.errors.words}
        required
      />
      <Field
        id="byOn"
        type="date"
        label="By when, if there is a day"
        value={again?.byOn ?? standing?.text.byOn ?? ''}
        error={again?.errors.byOn}
      />
      <fieldset>
        <legend class="font-semibold">What holds of it already?</legend>
        <p class="text-dense text-muted">Tick what you can say today. The rest stays beside it, as a question.</p>
        <div class="mt-2 border-y border-rule">
          {CRITERIA.map((it) => (
            <CheckField
              key={it}
              id={`holds-${it}`}
              name="holds"
              value={it}
              checked={holds.includes(it)}
              label={CRITERIA_IN_WORDS[it].asks}
            />
          ))}
        </div>
      </fieldset>
      <Field
        id="purpose"
        label="Why this one?"
        hint="One sentence that you will be glad to read on a bad day."
        readBy={readBy}
        rows={2}
        maxLength={LONGEST.paragraph}
        value={again?.purpose ?? standing?.text.purpose}
        error={again?.errors.purpose}
      />
      <Button rank="primary">Keep it for both of you</Button>
      <SharedNotice of={screen} contact={contact} />
    </Form>
  )
}

function ProgressSoFar({ progress }: { progress: readonly Authored<'progress'>[] }) {
  if (progress.length === 0) return null
  return (
    <div class="mt-section max-w-measure border-t border-rule pt-4">
      <More summary={`How far it was, ${progress.length === 1 ? 'once' : `${progress.length} times`} said`}>
        <ol class="space-y-1">
          {progress.map((it) => (
            <li key={it.id}>
              {it.text.percent} percent, {it.by ?? 'you'}, {instantInWords(it.madeAt)}
            </li>
          ))}
        </ol>
      </More>
    </div>
  )
}
