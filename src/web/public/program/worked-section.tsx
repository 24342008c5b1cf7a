import type { Counts } from '../../../journey/results/screens.ts'
import type { Day } from '../../../model/day.ts'
import type { Results } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import { longDay } from '../../../texts/en/days.ts'
import { targetInWords } from '../../../texts/en/percent.ts'
import { countOf, peopleSentence } from '../../../texts/en/results.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'

type Props = {
  program: Program
  today: Day
  counts: Results['participation'] | null
  summaries: Counts['summaries']
  resultsHref: string | null
}

/** The promises, with their aims, and what has come of them so far. */
export function WorkedSection({ program, today, counts, summaries, resultsHref }: Props) {
  return (
    <HungSection id="worked" heading="How we will know it worked">
      <ul class="max-w-measure list-disc space-y-2 pl-5 marker:text-muted">
        {program.measures.map((measure) => (
          <li key={measure.key}>
            {measure.text}
            {measure.targetPercent !== undefined && (
              <>
                : <strong>the aim is {targetInWords(measure.targetPercent)}</strong>
              </>
            )}
          </li>
        ))}
      </ul>
      <h3 class="mt-block">Results so far</h3>
      <p class="mt-1 max-w-measure">
        {counts === null || counts.pairs === 0 ? 'No pair has been published yet.' : sofar(counts)}
      </p>
      {resultsHref !== null && (
        <p class="mt-2">
          <Link href={resultsHref}>Read the results of this season</Link>
        </p>
      )}
      <Trends program={program} today={today} summaries={summaries} />
    </HungSection>
  )
}

function sofar(counts: Results['participation']): string {
  return `${peopleSentence(counts)} ${countOf(counts.activePairs, 'pair')} active today.`
}

function Trends({ program, today, summaries }: Pick<Props, 'program' | 'today' | 'summaries'>) {
  const surveys = Object.entries(program.surveys)
  if (surveys.length === 0) return null
  return (
    <div class="mt-block max-w-measure">
      <h3>What people told us</h3>
      <dl class="mt-2 space-y-3">
        {surveys.map(([key, survey]) => (
          <div key={key}>
            <dt class="font-semibold">{survey.name}</dt>
            <dd class="whitespace-pre-line" dir="auto">
              {summaries[key]?.words ?? comes(survey, today)}
            </dd>
            {summaries[key]?.sharedOn && (
              <dd class="text-note text-muted">Shared on {longDay(summaries[key].sharedOn)}.</dd>
            )}
          </div>
        ))}
      </dl>
    </div>
  )
}

function comes(survey: Program['surveys'][string], today: Day): string {
  if (survey.shareOn && today < survey.shareOn) return `To be shared on ${longDay(survey.shareOn)}.`
  return today < survey.opens ? `Opens on ${longDay(survey.opens)}.` : 'Being summed up.'
}
