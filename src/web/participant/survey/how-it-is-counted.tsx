import { SMALLEST_BASE } from '../../../journey/survey/rules.ts'
import type { Survey } from '../../../model/surveys.ts'

/** What is done with answers beyond counting them: said before anybody answers, and only where it is done. */
export function HowItIsCounted({ survey }: { survey: Pick<Survey, 'series' | 'breakdowns'> }) {
  if (!survey.series && !survey.breakdowns) return null
  return (
    <section aria-labelledby="counted">
      <h2 id="counted" class="text-read">
        How it is counted
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
    </section>
  )
}

function inWords(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), names.at(-1)].filter((it) => it).join(' and ')
}
