import type { ManagerQuestion } from '../../../journey/apply/actions/ask-manager.ts'
import { lengthInWords, longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorBody } from '../../../ui/error-body.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'

type Say = 'confirmed' | 'talk-first'
type Props = { question: ManagerQuestion; secret: string; say: Say }

const BUTTON = { confirmed: 'I know, and it is fine', 'talk-first': 'Please talk to me first' } as const

/** The page of a manager’s link: what they are asked to confirm, one button, and nothing else of the application. */
export function ManagerPage({ question, secret, say }: Props) {
  const { name, roles, answer, program } = question
  if (answer !== null) return <Answered name={name} answer={answer} />
  if (roles.length === 0) return <NotNeeded name={name} />
  const { minutes, everyDays, from, until } = program.meetings
  const other = say === 'confirmed' ? 'talk-first' : 'confirmed'
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">
        {program.name}, {program.season}
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">
        {say === 'confirmed' ? `Confirm that you know of ${name}’s application` : `Ask ${name} to talk to you first`}
      </h1>
      <p class="mt-3 max-w-measure wrap-anywhere">
        {name} has applied as {roles.map((role) => `a ${role}`).join(' and ')}, and asked us to ask you. It takes{' '}
        {minutes * roles.length} minutes in every {lengthInWords(everyDays)}, from {longDay(from)} to {longDay(until)}.
      </p>
      <Form action="/answer-manager" class="mt-block space-y-4">
        <input type="hidden" name="link" value={secret} />
        <input type="hidden" name="say" value={say} />
        <Button rank="primary">{BUTTON[say]}</Button>
      </Form>
      <p class="mt-block text-dense">
        <Link href={`/answer-manager?link=${secret}&say=${other}`}>{BUTTON[other]}</Link>
      </p>
      <p class="mt-block max-w-measure text-note text-muted wrap-anywhere">
        Read by {name}, who sees which button you pressed. No reason is asked, and you see nothing else of the
        application, now or later.
      </p>
    </div>
  )
}

function Answered({ name, answer }: { name: string; answer: Say }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">Thank you, that is answered</h1>
      <p class="mt-3 max-w-measure wrap-anywhere">
        {answer === 'confirmed'
          ? `${name} sees that you know of it.`
          : `${name} sees that you would like to talk first. What comes of it stays between you.`}{' '}
        This link has done its one task.
      </p>
    </div>
  )
}

function NotNeeded({ name }: { name: string }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">Your answer is no longer needed</h1>
      <p class="mt-3 max-w-measure wrap-anywhere">
        {name} has nothing to confirm any more. There is nothing for you to do.
      </p>
    </div>
  )
}

/** The same for a link that is over or never was. */
export function ManagerOverPage() {
  return (
    <ErrorBody
      heading="This link does not answer any more"
      text="A link asks one thing for two weeks. There is nothing for you to do."
      href="/"
      linkText="First page"
    />
  )
}
