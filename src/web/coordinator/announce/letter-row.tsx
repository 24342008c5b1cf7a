import type { ShownLetter, ShownParagraph } from '../../../journey/announce/actions/see-letters.ts'
import { More } from '../../../ui/disclosure.tsx'
import { Link } from '../../../ui/link.tsx'
import { Offered } from '../../../ui/offered.tsx'
import { TEXT } from './letter-links.ts'

const WORDS = {
  program: '',
  kind: '',
  letter: 'words of its own',
} as const

/** One letter of the list: it opens in place, with what is its own in it marked. */
export function LetterRow({ letter, season }: { letter: ShownLetter; season: string }) {
  return (
    <li class="flex gap-4 border-t border-rule py-3">
      {letter.kind === 'pair' ? (
        <Offered to={TEXT}>
          <input
            class="checkbox checkbox-primary"
            type="checkbox"
            name="letter"
            value={letter.id}
            aria-label={`To ${letter.name}: ${letter.subject}`}
          />
        </Offered>
      ) : (
        <span class="w-[1.375rem] flex-none" />
      )}
      <div class="min-w-0 flex-1">
        <More
          summary={
            <span class="wrap-anywhere">
              {letter.name}: {letter.subject}
              {WORDS[letter.from] && ` (${WORDS[letter.from]})`}
            </span>
          }
        >
          <p class="text-note text-muted wrap-anywhere">{letter.to}</p>
          <LetterBody paragraphs={letter.paragraphs} />
          <p class="mt-3">
            <Link href={`/desk/letters/${letter.id}?season=${season}`}>
              {`As ${letter.name} gets it, to try or to change`}
            </Link>
          </p>
        </More>
      </div>
    </li>
  )
}

/** The words, with what was filled in for this reader marked, and what differs from the program’s words said. */
export function LetterBody({ paragraphs }: { paragraphs: readonly ShownParagraph[] }) {
  return (
    <div class="mt-2 max-w-measure space-y-3">
      {paragraphs.map(({ pieces, is }, at) => (
        <p key={at} class="whitespace-pre-line wrap-anywhere">
          {is === 'new' && <strong>New: </strong>}
          {is === 'left-out' ? (
            <>
              <strong>Left out: </strong>
              <del>{pieces.map((it) => it.text).join('')}</del>
            </>
          ) : (
            pieces.map((it, of) =>
              it.place === null ? (
                it.text
              ) : (
                <mark key={of} class="filled">
                  {it.text}
                </mark>
              ),
            )
          )}
        </p>
      ))}
    </div>
  )
}
