import { WORDS_PER_PAGE, type WordsShown } from '../../../journey/survey/actions/words-in.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf, respondentHeading } from '../../../texts/en/results.ts'
import { More } from '../../../ui/disclosure.tsx'
import { Link } from '../../../ui/link.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { ParaphraseForm, type QuestionProps } from './paraphrase-form.tsx'
import { addressOf, wordsHref } from './words-href.ts'

/** One question with what people wrote to it, a page at a time, and the paraphrase of it. */
export function QuestionInWords({ it, screen, again }: QuestionProps) {
  const { season } = screen
  const isAlone = screen.shown.length === 1
  const pages = Math.ceil(it.writers / WORDS_PER_PAGE)
  const quotes = screen.quotes?.page
  return (
    <div class="max-w-measure">
      <h3 class="text-head">{it.text}</h3>
      <p class="text-dense text-muted">
        {it.surveyName}. {respondentHeading(it.role)}
      </p>
      <Standing it={it} />
      {it.words.length > 0 && (
        <div class="mt-4">
          <More summary={countOf(it.writers, 'answer')} open>
            <ul class="space-y-3">
              {it.words.map((words, at) => (
                <li
                  key={`${at} ${words}`}
                  class="border-t border-rule pt-3 whitespace-pre-line first:border-0"
                  dir="auto"
                >
                  {words}
                </li>
              ))}
            </ul>
            {isAlone ? (
              <Pager
                page={screen.page}
                pages={pages}
                href={(page) => wordsHref(season, { of: addressOf(it), page, quotes })}
                of="answers"
              />
            ) : (
              pages > 1 && (
                <p class="mt-4">
                  These are {WORDS_PER_PAGE} of them.{' '}
                  <Link href={wordsHref(season, { of: addressOf(it), quotes })}>Read all, fifty at a time</Link>
                </p>
              )
            )}
          </More>
        </div>
      )}
      {it.isMine && it.paraphrasedFor && (it.standing === 'readable' || it.standing === 'published') && (
        <ParaphraseForm it={it} screen={screen} again={again} audience={it.paraphrasedFor} />
      )}
    </div>
  )
}

function Standing({ it }: { it: WordsShown }) {
  if (it.standing === 'coming') return <p class="mt-2">The survey is still open.</p>
  if (it.standing === 'few')
    return <p class="mt-2">Fewer than ten people wrote something, so nobody reads it. Figures are shown as ever.</p>
  if (!it.isMine)
    return (
      <p class="mt-2">
        {it.reader === 'named-contact' ? 'The named contact' : 'The coordinator'} reads this and paraphrases it.
        {it.standing === 'published' &&
          it.paraphrase?.publishedOn &&
          ` Published on ${longDay(it.paraphrase.publishedOn)}.`}
      </p>
    )
  if (it.standing === 'published' && it.paraphrase?.publishedOn)
    return (
      <p class="mt-2">
        Published on {longDay(it.paraphrase.publishedOn)} in other words; what people wrote is deleted.
      </p>
    )
  return it.paraphrasedFor ? (
    <p class="mt-2">Nobody else reads this. Say it again in other words, without names or turns of phrase.</p>
  ) : (
    <p class="mt-2">Only coordinators of this season read this.</p>
  )
}
