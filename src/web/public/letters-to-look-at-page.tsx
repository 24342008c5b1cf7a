import { switchOf, waitsForHours } from '../../model/letter-kinds.ts'
import type { SampleLetter } from '../../rehearsal/see-letters.ts'
import { ALWAYS_SENT, SWITCH_WORDS, wayOfLetter } from '../../texts/en/letters.ts'
import { Link } from '../../ui/link.tsx'
import { LetterText } from '../parts/letter-text.tsx'

const STATES = ['released', 'sent', 'page', 'kept', 'failed']

/** The demo's collection: every letter there is, in every way it can be, and what its page says of its way. */
export function LettersToLookAtPage({ letters }: { letters: readonly SampleLetter[] }) {
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">In the demo, for looking at</p>
      <h1 class="mt-2 max-w-[26ch]">{`${letters.length} letters, in every way they can be`}</h1>
      <p class="mt-3 max-w-measure text-muted">
        None of them was sent, and no link in them opens anything. What was written to people is in{' '}
        <Link href="/demo/mailbox">the mailbox</Link>.
      </p>
      <ul class="mt-block border-b border-rule text-dense">
        {letters.map((it) => (
          <li key={it.key} class="border-t border-rule py-3 wrap-anywhere">
            <p>
              <Link href={`/demo/letters/${it.key}`}>{it.subject}</Link>
            </p>
            <p class="text-note text-muted">{`${it.key}. ${ruleOf(it)}`}</p>
          </li>
        ))}
      </ul>
      <section class="mt-section" aria-labelledby="states">
        <h2 id="states">What its reader sees of a letter’s way</h2>
        <ul class="mt-3 max-w-measure space-y-2">
          {STATES.map((state) => (
            <li key={state}>{wayOfLetter(state)}</li>
          ))}
        </ul>
        <p class="mt-block max-w-measure text-muted">{ALWAYS_SENT}</p>
      </section>
    </div>
  )
}

export function ruleOf({ kind }: SampleLetter): string {
  const name = switchOf(kind)
  if (!waitsForHours(kind)) return 'Asked for, so it leaves at once.'
  return name
    ? `Waits for its reader’s hours. Switch: ${SWITCH_WORDS[name].name}.`
    : 'Waits for its reader’s hours. The program needs it.'
}

/** One of them as words; a mail program that shows HTML has the same. */
export function LetterToLookAtPage({ letter }: { letter: SampleLetter }) {
  return (
    <article class="wrap pt-8 md:pt-12">
      <p class="text-dense">
        <Link href="/demo/letters">All letters</Link>
      </p>
      <h1 class="mt-4 max-w-[26ch] wrap-anywhere">{letter.subject}</h1>
      <p class="mt-3 text-dense text-muted">{ruleOf(letter)}</p>
      <p class="mt-1 text-dense">
        <Link href={`/demo/letters/${letter.key}/html`}>As a mail program shows it</Link>
      </p>
      <LetterText text={letter.body} />
    </article>
  )
}
