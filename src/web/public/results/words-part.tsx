import type { QuotesAsked, ResultsScreen } from '../../../journey/results/screens.ts'
import type { Program } from '../../../model/program.ts'
import { countOf, respondentsInWords } from '../../../texts/en/results.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { QuotesShown } from './quotes-shown.tsx'

type Props = {
  said: ResultsScreen['said']
  quotesHref: (part: QuotesAsked) => string
  program: Program
  season: string
  mayClose: boolean
}

/** Quotes that their authors signed, and what else people wrote, in other words; nothing where nothing is published. */
export function WordsPart({ said, quotesHref, program, season, mayClose }: Props) {
  const { quotes, paraphrases } = said
  const isEmpty = quotes.length === 0 && paraphrases.length === 0
  if (isEmpty && !mayClose) return null
  return (
    <HungSection id="words" heading="In their words">
      {isEmpty && <p class="max-w-measure text-muted">Nothing is published of what people say in their own words.</p>}
      {quotes.length > 0 && <QuotesShown said={said} quotesHref={quotesHref} />}
      {paraphrases.map((it) => (
        <section key={`${it.survey} ${it.role} ${it.question}`} class="mt-8 max-w-measure">
          <h3 class="text-head">
            {program.surveys[it.survey]?.questions[it.role]?.find((one) => one.key === it.question)?.text ??
              it.question}
          </h3>
          <p class="text-note text-muted">
            {program.surveys[it.survey]?.name ?? it.survey}. {countOf(it.base ?? 0, 'person', 'people')} wrote
            something, {respondentsInWords(it.role)}; said here in other words, and what they wrote is deleted.
          </p>
          <p class="mt-2 whitespace-pre-line" dir="auto">
            {it.text}
          </p>
        </section>
      ))}
      {mayClose && (
        <p class="mt-4 print:hidden">
          <Link href={`/seasons/${encodeURIComponent(season)}/words`}>What people wrote, and quotes they offer</Link>
        </p>
      )}
    </HungSection>
  )
}
