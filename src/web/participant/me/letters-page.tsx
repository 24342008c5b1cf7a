import { LETTERS_PER_PAGE, type MyLetters } from '../../../people/screens/my-letters.ts'
import { longDay } from '../../../texts/en/days.ts'
import { wayOfLetter } from '../../../texts/en/letters.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { type ChoiceForm, LetterChoicesSection } from './letter-choices-section.tsx'

type Props = MyLetters & { page: number; done: boolean; form: ChoiceForm; contact: string | null }

/** Every letter to oneself, newest first, and which of them come by e-mail. */
export function LettersPage({ found, letters, page, done, form, contact }: Props) {
  return (
    <div class="wrap pt-8 md:pt-12">
      {form.error && <ErrorSummary errors={[{ fieldId: 'quiet', text: form.error }]} />}
      {done && <Notice>Kept. It holds from the next letter on.</Notice>}
      <p class={done || form.error ? 'mt-8 text-dense' : 'text-dense'}>
        <Link href="/me">My data</Link>
      </p>
      <h1 class="mt-4 max-w-[26ch]">{heading(found, page, letters.length)}</h1>
      <p class="mt-3 text-dense">
        <Link href="#choose">Choose what comes by e-mail</Link>
      </p>
      {letters.length > 0 ? (
        <ol class="sheet mt-block border-b border-rule">
          {letters.map((it) => (
            <li key={it.id}>
              <p class="when">{longDay(it.on)}</p>
              <p class="min-w-0 wrap-anywhere">
                <Link href={`/me/letters/${it.id}`}>{it.subject || 'No longer kept'}</Link>
                <span class="block text-dense text-muted">{wayOfLetter(it.state)}</span>
              </p>
            </li>
          ))}
        </ol>
      ) : (
        <p class="mt-block max-w-measure">
          {found === 0
            ? 'What the program writes to you by e-mail stands here too.'
            : 'There are fewer pages than that. The newest letters are on the first.'}{' '}
          {found > 0 && <Link href="/me/letters">First page</Link>}
        </p>
      )}
      <Pager page={page} pages={Math.ceil(found / LETTERS_PER_PAGE)} href={(to) => `/me/letters?page=${to}`} />
      <p class="mt-block text-dense text-muted">
        Read by you. The text is kept for 14 days after it was sent, its subject for a year. Links to sign in are not
        listed.
      </p>
      <LetterChoicesSection choice={form} contact={contact} />
    </div>
  )
}

function heading(found: number, page: number, shown: number): string {
  if (found === 0) return 'Nothing was written to you yet'
  if (found === 1) return 'One letter to you'
  const first = (page - 1) * LETTERS_PER_PAGE + 1
  return found <= LETTERS_PER_PAGE || shown === 0
    ? `${found} letters to you`
    : `${found} letters to you, ${first} to ${first + shown - 1}`
}
