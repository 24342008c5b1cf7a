import type { SupervisorChoice } from '../../../journey/survey/actions/choose-supervisor.ts'
import { longDay } from '../../../texts/en/days.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyNotice } from '../../parts/privacy-notice.tsx'

type Props = { choice: SupervisorChoice; contact: string | null; done: 'yes' | 'no' | null }

/** Whether one’s manager may be asked about the program: what it means, what they are asked, and the choice. */
export function SupervisorPage({ choice, contact, done }: Props) {
  const { agreedTo, manager, isOpen, hasChanged } = choice
  return (
    <div class="wrap pt-8 md:pt-12">
      {done && <Notice>{done === 'yes' ? `${agreedTo ?? 'Your manager'} will be asked.` : 'Nobody is asked.'}</Notice>}
      <p class={done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        {choice.seasonName}. {choice.name}
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">
        {agreedTo ? `${agreedTo} is asked, as you agreed` : 'May we ask your manager about the program?'}
      </h1>
      <div class="mt-4 max-w-measure space-y-3">
        {isOpen ? <WhatItMeans choice={choice} /> : <p>{overInWords(choice)}</p>}
      </div>
      {isOpen && (
        <Form
          action={`/seasons/${choice.season}/surveys/${choice.key}/supervisor`}
          class="mt-block max-w-measure space-y-6"
        >
          <p class="flex flex-wrap gap-4">
            {manager && (!agreedTo || hasChanged) && (
              <Button rank={agreedTo ? undefined : 'primary'} name="agrees" value="yes">
                Yes, ask {manager}
              </Button>
            )}
            {agreedTo && (
              <Button name="agrees" value="no">
                Take it back
              </Button>
            )}
          </p>
          <PrivacyNotice
            purpose="It shows whether the program helps beyond the pairs."
            readers="you; your manager learns of it by our letter"
            kept={`until 90 days after the season or ${longDay(choice.closes)}, whichever is later`}
            contact={contact}
          />
        </Form>
      )}
      <section class="mt-section max-w-measure" aria-labelledby="asked">
        <h2 id="asked">What they are asked</h2>
        <ol class="mt-3 list-decimal space-y-2 pl-5">
          {choice.questions.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ol>
      </section>
      <p class="mt-section">
        <Link href="/my">My page</Link>
      </p>
    </div>
  )
}

function WhatItMeans({ choice: { manager, agreedTo, opens, hasChanged } }: { choice: SupervisorChoice }) {
  if (!manager && !agreedTo) return <p>The directory names no manager of yours, so there is nobody to ask.</p>
  const who = agreedTo ?? manager
  return (
    <>
      <p>
        Nobody is asked unless you say yes, and nothing happens if you do not: nobody is told of it. You can choose, and
        take it back, until the survey opens on {longDay(opens)}.
      </p>
      <p>
        {agreedTo ? `On that day ${who} gets` : `If you say yes, ${who} gets`} a letter which says that you take part in
        the program and agreed to this. The questions are about the program, never about you or your work. Their answers
        are confidential, counted apart from those of the people in pairs, and read by nobody by name.
      </p>
      {hasChanged && (
        <p>
          You agreed to {agreedTo}. The directory now names {manager}; only whom you agreed to is asked.
        </p>
      )}
    </>
  )
}

function overInWords({ agreedTo, opens }: SupervisorChoice): string {
  const opened = `The survey opened on ${longDay(opens)}.`
  return agreedTo
    ? `${opened} It has gone out to ${agreedTo} as you agreed, and cannot be called back any more.`
    : `${opened} Your manager is not asked.`
}
