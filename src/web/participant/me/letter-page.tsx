import type { Switch } from '../../../model/letter-kinds.ts'
import type { OwnLetter } from '../../../people/screens/my-letters.ts'
import { longDay } from '../../../texts/en/days.ts'
import { SWITCH_WORDS, wayOfLetter } from '../../../texts/en/letters.ts'
import { Link } from '../../../ui/link.tsx'
import { LetterText } from '../../parts/letter-text.tsx'

/** One letter to oneself, as it was sent. */
export function LetterPage({ letter }: { letter: OwnLetter & { switch: Switch | null } }) {
  return (
    <article class="wrap pt-8 md:pt-12">
      <p class="text-dense">
        <Link href="/me/letters">Letters to you</Link>
      </p>
      <h1 class="mt-4 max-w-[26ch] wrap-anywhere">{letter.subject || 'A letter to you'}</h1>
      <p class="mt-3 text-dense text-muted">
        {longDay(letter.on)}. {wayOfLetter(letter.state)}
      </p>
      {letter.body ? <LetterText text={letter.body} /> : <p class="mt-block">Its text is no longer kept.</p>}
      {letter.switch && (
        <p class="mt-block text-dense text-muted">
          It belongs to “{SWITCH_WORDS[letter.switch].name}”.{' '}
          <Link href="/me/letters#choose">Choose what comes by e-mail</Link>
        </p>
      )}
    </article>
  )
}
