import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'

type Props = { to: string } & ({ ok: true; answered: string } | { ok: false; problem: string })

/** What the mail server answered to a letter to oneself. */
export function MailTestedPage(props: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">Test letter to {props.to}</p>
      <h1 class="mt-1 max-w-[26ch]">
        {props.ok ? 'The mail server took the letter' : 'The mail server did not take the letter'}
      </h1>
      <p class="mt-4 max-w-measure">
        {props.ok
          ? 'Look into your mailbox. If the letter does not arrive within some minutes, look among unwanted mail, and ask whoever runs your mail.'
          : 'Nothing is lost; this letter was for you only. Whoever runs the server checks SMTP_URL and MAIL_FROM against the answer, and starts Alongside again.'}
      </p>
      <h2 class="mt-block text-read">Its answer</h2>
      <pre class="mt-2 overflow-x-auto bg-base-200 px-5 py-4 text-dense whitespace-pre-wrap wrap-anywhere">
        <code>{props.ok ? props.answered : props.problem}</code>
      </pre>
      <div class="mt-block flex flex-wrap items-center gap-x-6 gap-y-3">
        <Form action="/office/test-mail">
          <Button>{props.ok ? 'Send another' : 'Try again'}</Button>
        </Form>
        <Link href="/office">Back to the set-up</Link>
      </div>
    </div>
  )
}
