import { readerOf } from '../../../journey/survey/rules/words.ts'
import { SMALLEST_BASE } from '../../../journey/survey/rules.ts'
import type { ResultsAudience } from '../../../model/program.ts'
import type { Survey } from '../../../model/surveys.ts'

/** What is done with answers beyond counting them: said before anybody answers, and only where it is done. */
export function HowItIsCounted({ survey }: { survey: Survey }) {
  const isInWords = Object.values(survey.questions).some((it) => it?.some((one) => one.kind === 'free-text'))
  if (!survey.series && !survey.breakdowns && !isInWords) return null
  return (
    <section aria-labelledby="counted">
      <h2 id="counted" class="text-read">
        What is done with it
      </h2>
      {survey.series && (
        <p class="mt-2 text-muted">
          This survey is compared with another of this season. Until the last of them has closed, your answers to the
          questions in both lie under a code that only a key of their own can make; then they are set against each
          other, and codes and key are destroyed.
        </p>
      )}
      {survey.breakdowns && (
        <p class="mt-2 text-muted">
          Figures are also shown by {inWords(survey.breakdowns)}, where at least {SMALLEST_BASE.percentage} people of a
          group answered and nobody can be told from the others.
        </p>
      )}
      {isInWords && <p class="mt-2 text-muted">{ofWords(survey)}</p>}
    </section>
  )
}

const FOR: Readonly<Record<ResultsAudience, string>> = {
  team: 'the people who run the program',
  organisation: 'everybody in the organisation',
  public: 'anybody',
}

function ofWords(survey: Survey): string {
  const reader = readerOf(survey) === 'named-contact' ? 'the named contact' : 'the coordinator'
  const read = `What you write in your own words is read by ${reader} alone, where at least ${SMALLEST_BASE.freeText} people wrote something`
  if (!survey.words) return `${read}.`
  return `${read}; they say it again in other words for ${FOR[survey.words.paraphrasedFor]}, and then what you wrote is deleted.`
}

function inWords(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), names.at(-1)].filter((it) => it).join(' and ')
}
