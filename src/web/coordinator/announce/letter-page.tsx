import type { LetterShown } from '../../../journey/announce/actions/see-letters.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { LetterText } from '../../parts/letter-text.tsx'
import { KIND_WORDS } from './kind-words.ts'
import { TEXT } from './letter-links.ts'

type Props = { letter: LetterShown; season: string; tested: 'sent' | 'kept' | null }
const TESTED = {
  sent: 'On its way to you, marked as a test. Whoever the letter is for hears nothing of it.',
  kept: 'It lies with your own letters, marked as a test: no mail server is set up.',
} as const

/** One letter as its reader gets it, before anybody does. */
export function LetterPage({ letter, season, tested }: Props) {
  const back = `/desk/letters?season=${season}`
  return (
    <article class="wrap pt-6 md:pt-10">
      {tested && <Notice>{TESTED[tested]}</Notice>}
      <p class={tested ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={back}>Letters that wait</Link>
      </p>
      <h1 class="mt-1 max-w-[26ch] wrap-anywhere">{letter.subject}</h1>
      <p class="mt-3 text-muted wrap-anywhere">
        {`To ${letter.name} (${letter.to}), who is ${KIND_WORDS[letter.kind].told}. Nothing has left.`}
      </p>
      <p class="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        <Link href={`/desk/letters/${letter.id}/html?season=${season}`}>As a mail program shows it</Link>
        <Offered to={TEXT}>
          <Link
            href={`${TEXT}?season=${season}&kind=${letter.kind}${letter.kind === 'pair' ? `&letter=${letter.id}` : ''}`}
          >
            {letter.kind === 'pair' ? 'Change the words of this letter' : 'Change the words of all without a place'}
          </Link>
        </Offered>
      </p>
      <LetterText text={letter.body} />
      <Form action={`/desk/letters/${letter.id}/test`} class="mt-block">
        <input type="hidden" name="season" value={season} />
        <Button>Send it to me, as a test</Button>
      </Form>
    </article>
  )
}
