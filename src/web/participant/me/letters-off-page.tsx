import type { Switch } from '../../../model/letter-kinds.ts'
import { SWITCH_WORDS } from '../../../texts/en/letters.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorBody } from '../../../ui/error-body.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'

/** The page of a letter's off switch: its one button turns them off, opening it turns nothing off. */
export function LettersOffPage({ name, link }: { name: Switch; link: string }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <h1 class="max-w-[26ch]">Have these letters on your page only</h1>
      <p class="mt-3 max-w-measure">
        It is about one kind: {SWITCH_WORDS[name].name}. {SWITCH_WORDS[name].hint} They still stand on your page, where
        you sign in, and come by e-mail again whenever you want.
      </p>
      <Form action="/letters/off" class="mt-block">
        <input type="hidden" name="link" value={link} />
        <Button rank="primary">No e-mail for these</Button>
      </Form>
      <p class="mt-block text-note text-muted">Nothing changes until you press the button. Seen by nobody but you.</p>
    </div>
  )
}

export function LettersAreOffPage({ name }: { name: Switch }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <Notice>Kept: no e-mail for “{SWITCH_WORDS[name].name}”.</Notice>
      <h1 class="mt-8 max-w-[26ch]">These letters stay on your page</h1>
      <p class="mt-3 max-w-measure">You can have them by e-mail again, and choose quiet days, where you sign in.</p>
      <p class="mt-block">
        <Link href="/me/letters">Your letters</Link>
      </p>
    </div>
  )
}

export function LettersOffOverPage() {
  return (
    <ErrorBody
      heading="This link turns nothing off"
      text="It is not complete, or is older than the keys of this site. Sign in to choose which letters come by e-mail."
      href="/me/letters"
      linkText="Your letters"
    />
  )
}
