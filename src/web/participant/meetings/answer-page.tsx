import { dayIn } from '../../../calendar/days.ts'
import type { Question } from '../../../journey/meet/actions/my-meetings.ts'
import { dayRange, longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorBody } from '../../../ui/error-body.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { daysOf, NO_DAY } from './days-to-choose.ts'

export type Say = 'met' | 'not-met' | 'another-day'
type Props = {
  question: Question
  secret: string
  say: Say | null
  again: { readonly on: string; readonly error: string } | null
}

/** The page of a letter's link: its one button answers, opening it answers nothing. */
export function AnswerPage({ question, secret, say, again }: Props) {
  if (question.answer) return <Answered question={question} />
  const { partner, season, firstDay, lastDay, name } = question
  const chosen = say ?? 'met'
  return (
    <div class="wrap pt-8 md:pt-12">
      {again && <ErrorSummary errors={[{ fieldId: 'on', text: again.error }]} />}
      <p class={again ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>{season}</p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">
        {chosen === 'not-met' ? `Say that you and ${partner} did not meet` : `Say when you and ${partner} met`}
      </h1>
      <p class="mt-3 max-w-measure">
        It is about {dayRange(firstDay, lastDay)}, and answers for {name}. Nothing is answered until you press the
        button.
      </p>
      <Form action="/answer" class="mt-block max-w-measure space-y-4">
        <input type="hidden" name="link" value={secret} />
        <input type="hidden" name="say" value={chosen} />
        <DayOf question={question} say={chosen} again={again} />
        <Button rank="primary">{BUTTON[chosen]}</Button>
        <p class="text-note text-muted">Read by you, {partner} and, as a day without a name, the coordinators.</p>
      </Form>
      <p class="mt-block text-dense text-muted">It is otherwise?</p>
      <ul class="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-dense">
        {(['met', 'not-met', 'another-day'] as const)
          .filter((it) => it !== chosen)
          .map((it) => (
            <li key={it}>
              <Link href={`/answer?link=${secret}&say=${it}`}>{OTHER[it]}</Link>
            </li>
          ))}
      </ul>
    </div>
  )
}

const BUTTON: Readonly<Record<Say, string>> = {
  met: 'Yes, we met',
  'not-met': 'No, we did not meet',
  'another-day': 'It is on this day',
}
const OTHER: Readonly<Record<Say, string>> = {
  met: 'Yes, we met',
  'not-met': 'No, we did not meet',
  'another-day': 'It was, or is, on another day',
}

function DayOf({ question, say, again }: { question: Question; say: Say; again: Props['again'] }) {
  const { firstDay, lastDay, plannedAt, zone, today, seasonEndsOn } = question
  if (say === 'not-met') return null
  if (say === 'another-day')
    return (
      <Field
        id="on"
        label="Which day?"
        hint={`Before these days, after them, or still to come, until ${longDay(seasonEndsOn)}.`}
        type="date"
        max={seasonEndsOn}
        value={again?.on}
        error={again?.error}
        required
      />
    )
  return (
    <SelectField
      id="on"
      label="On which day?"
      hint="The first of them is enough. A call, a walk or an exchange in writing all count."
      value={again?.on ?? (plannedAt ? dayIn(plannedAt, zone) : NO_DAY)}
      error={again?.error}
      options={daysOf(firstDay, lastDay < today ? lastDay : today)}
    />
  )
}

function Answered({ question: { answer, answerOn, partner, pairId, season, today } }: { question: Question }) {
  const on = answerOn ? ` on ${longDay(answerOn)}` : ''
  const said = {
    met: `that you and ${partner} met${on}`,
    'not-met': `that you and ${partner} did not meet`,
    'another-day': `that it ${answerOn !== null && answerOn > today ? 'is' : 'was'}${on}`,
  }[answer ?? 'met']
  return (
    <div class="wrap pt-8 md:pt-12">
      <Notice>Kept: {said}.</Notice>
      <p class="mt-8 text-dense text-muted">{season}</p>
      <h1 class="mt-2 max-w-[26ch]">Thank you, that is answered</h1>
      <p class="mt-3 max-w-measure">
        This link has done its one task and changes nothing any more. You can say something else on your page, where you
        sign in.
      </p>
      <p class="mt-block">
        <Link href={`/pairs/${pairId}/meetings`}>Your meetings</Link>
      </p>
    </div>
  )
}

/** The same for a link that is over or never was. */
export function AnswerOverPage() {
  return (
    <ErrorBody
      heading="This link does not answer any more"
      text="A link answers one question for two weeks. Sign in to say on your own page whether you met."
      href="/sign-in"
      linkText="Sign in"
    />
  )
}
