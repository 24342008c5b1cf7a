import type { Opened } from '../../office/actions/look-through-glass.ts'
import { instantInWords, longDay } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { answerName } from './answer-name.ts'

type Answer = Opened['applications'][number]['answers'][string]

/** The answers of one person's application, while two people hold it open. */
export function OpenedPage({ glass, applications }: Opened) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">
        {glass.season}. Open until {instantInWords(glass.untilAt ?? '')}
      </p>
      <h1 class="mt-1 max-w-[26ch]">What {glass.subject} answered</h1>
      <p class="mt-4 max-w-measure">
        {glass.subject} was told that you read this, and why: “{glass.reason}” Each look is recorded.
      </p>
      {applications.length === 0 && <p class="mt-block">There is no application of {glass.subject} in this season.</p>}
      {applications.map((it) => (
        <section key={it.submittedOn} class="mt-section max-w-[46rem]">
          <h2>Sent on {longDay(it.submittedOn)}</h2>
          <dl class="mt-3 border-b border-rule">
            {Object.entries(it.answers).map(([column, answer]) => (
              <div key={column} class="grid gap-x-6 border-t border-rule py-2.5 sm:grid-cols-[16rem_minmax(0,1fr)]">
                <dt class="text-dense text-muted">{answerName(column)}</dt>
                <dd class="whitespace-pre-line wrap-anywhere">{inWords(answer)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div class="mt-block flex flex-wrap items-center gap-x-6 gap-y-3">
        <Form action={`/office/glass/${glass.id}/end`}>
          <Button>Close it now</Button>
        </Form>
        <Link href="/office/glass">All opened applications</Link>
      </div>
    </div>
  )
}

function inWords(answer: Answer): string {
  if (answer === null) return 'not answered'
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  return Array.isArray(answer) ? answer.join(', ') || 'none' : String(answer)
}
