import type { MySignIns } from '../../people/screens/my-sign-ins.ts'
import { instantInWords } from '../../texts/en/days.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'

type Shown = MySignIns['signIns'][number]
type Props = MySignIns & { page: number; perPage: number; ended: 'one' | 'others' | null }

const WAYS: Readonly<Record<Shown['method'], string>> = {
  link: 'by a link in a letter',
  passkey: 'by passkey',
  'identity-provider': 'by your organisation’s sign-in',
  demo: 'in the demo',
}
const DONE = {
  one: 'Ended. Whoever uses that browser has to sign in again.',
  others: 'All others are ended. Only this browser is still signed in.',
}

/** Where somebody is signed in, this browser marked, and how to end it. */
export function SignInsPage({ signIns, found, page, perPage, ended }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      {ended !== null && <Notice>{DONE[ended]}</Notice>}
      <h1 class={ended === null ? 'max-w-[26ch]' : 'mt-8 max-w-[26ch]'}>{heading(found)}</h1>
      <p class="mt-4 max-w-measure">
        End what you do not know, or do not use any more; it opens nothing from then on. A sign-in is over by itself
        after 12 hours without use, and after 7 days in any case.
      </p>
      {found > 1 && (
        <Form action="/me/sign-ins/end-others" class="mt-block">
          <Button>End all others</Button>
        </Form>
      )}
      <ul class="mt-block border-t border-rule">
        {signIns.map((it) => (
          <SignInRow key={it.id} it={it} />
        ))}
      </ul>
      <Pager page={page} pages={Math.ceil(found / perPage)} href={(to) => `/me/sign-ins?page=${to}`} />
      <p class="mt-block text-dense text-muted">
        Read by you. <Link href="/me/second-step">Your second step</Link>
      </p>
    </div>
  )
}

function heading(found: number): string {
  return found <= 1 ? 'You are signed in here only' : `You are signed in with ${found} browsers`
}

function SignInRow({ it }: { it: Shown }) {
  const device = it.device ?? 'An unknown browser'
  return (
    <li class="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 border-b border-rule py-4">
      <div class="min-w-0 flex-1 basis-64">
        <h2 class="text-read">
          {device} {it.isThisOne && <span class="bg-mark px-1.5 text-mark-ink">This one</span>}
        </h2>
        <p class="text-dense text-muted">
          Came in {WAYS[it.method]}, {instantInWords(it.madeAt)}
          {it.stepped ? ', with the second step' : ''}. Last used {instantInWords(it.seenAt)}.
        </p>
      </div>
      {it.isThisOne ? (
        <Form action="/sign-out">
          <Button rank="row">Sign out here</Button>
        </Form>
      ) : (
        <Form action={`/me/sign-ins/${it.id}/end`}>
          <Button rank="row">
            End
            <span class="sr-only">
              {' '}
              the sign-in with {device}, last used {instantInWords(it.seenAt)}
            </span>
          </Button>
        </Form>
      )}
    </li>
  )
}
