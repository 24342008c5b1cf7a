import type { ResultsScreen } from '../../../journey/results/screens.ts'
import type { Results, SurveyResult } from '../../../model/figures.ts'
import type { Program } from '../../../model/program.ts'
import type { Question as Asked } from '../../../model/surveys.ts'
import { longDay } from '../../../texts/en/days.ts'
import { percentTenths } from '../../../texts/en/percent.ts'
import {
  countOf,
  outcomeInWords,
  respondentHeading,
  responseSentence,
  shownInWords,
} from '../../../texts/en/results.ts'
import { Define } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { ShareBars } from '../../../ui/share-bars.tsx'

type Props = {
  results: Results
  program: Program
  summaries: ResultsScreen['summaries']
  /** Where whoever may sums a survey up. */
  summaryHref?: ((survey: string) => string) | undefined
}
type Question = SurveyResult['questions'][number]

/** What people answered, survey by survey and role by role. */
export function SurveysPart({ results, program, summaries, summaryHref }: Props) {
  return (
    <HungSection id="surveys" heading="Surveys">
      <Define summary="How shares are counted">
        <p>
          A share is the people who chose an answer, divided by those who answered that question; the base stands beside
          it. The response rate divides those who answered by those invited: people of the role in a published, not
          ended pair while the survey was open; supervisors whose people agreed that they are asked; people whose pair
          ended early, each by one survey. As of {longDay(results.asOf)}.
        </p>
        <p>
          Where a figure would tell what one person answered, words stand in its place: “nearly all” is everybody or all
          but one, “nearly none” is nobody or one.
        </p>
      </Define>
      {inOrder(program).map(([key, survey]) => (
        <section key={key} class="mt-8" aria-labelledby={`survey-${key}`}>
          <h3 id={`survey-${key}`} class="text-head">
            {survey.name}
          </h3>
          {results.asOf <= survey.closes ? (
            <p class="mt-2 text-muted">
              From {longDay(survey.opens)} to {longDay(survey.closes)}. Its figures appear once it has closed, all at
              once.
            </p>
          ) : (
            <>
              <SurveySummary summary={summaries[key]} href={summaryHref?.(key)} />
              <Roles surveys={results.surveys.filter((result) => result.survey === key)} program={program} />
            </>
          )}
        </section>
      ))}
    </HungSection>
  )
}

/** The coordinator's own words, with the day they were shared. */
function SurveySummary(props: { summary: ResultsScreen['summaries'][string] | undefined; href: string | undefined }) {
  const { summary, href } = props
  return (
    <>
      {summary && (
        <div class="mt-2 max-w-measure">
          <p class="whitespace-pre-line" dir="auto">
            {summary.words}
          </p>
          {summary.sharedOn !== null && (
            <p class="text-note text-muted">The coordinator’s words, shared on {longDay(summary.sharedOn)}.</p>
          )}
        </div>
      )}
      {href !== undefined && (
        <p class="mt-2 text-dense print:hidden">
          <Link href={href}>{summary ? 'Change the summary' : 'Sum this survey up'}</Link>
        </p>
      )}
    </>
  )
}

/** Surveys in the order people met them, not in that of the alphabet. */
function inOrder(program: Program) {
  return Object.entries(program.surveys).sort(([, a], [, b]) => (a.opens < b.opens ? -1 : 1))
}

function Roles({ surveys, program }: { surveys: readonly SurveyResult[]; program: Program }) {
  if (surveys.length === 0) return <p class="mt-2 text-muted">It has closed; no answers are on record.</p>
  return (
    <>
      {surveys.map((survey) => (
        <div key={survey.role} class="mt-5">
          <h4 class="font-semibold">{respondentHeading(survey.role)}</h4>
          <p class="text-dense text-muted">{responseSentence(survey)}</p>
          {survey.questions
            .filter((question) => question.options.length > 0)
            .map((question) => (
              <QuestionShares
                key={question.key}
                question={question}
                asked={questionIn(program, survey, question.key)}
              />
            ))}
        </div>
      ))}
    </>
  )
}

function questionIn(program: Program, survey: SurveyResult, key: string): Asked | undefined {
  return program.surveys[survey.survey]?.questions[survey.role]?.find((question) => question.key === key)
}

function QuestionShares({ question, asked }: { question: Question; asked: Asked | undefined }) {
  const withheld = question.options.every((option) => option.people === null && option.shown === 'too few')
  const shares = question.options.map((option) => ({
    name: asked?.kind === 'goal' ? outcomeInWords(option.option) : option.option,
    words: shownInWords(option, question.base),
    percent: option.people === null ? null : (percentTenths(option.people, question.base) ?? 0) / 10,
  }))
  return (
    <div class="mt-4">
      <p class="max-w-measure">{asked?.text ?? question.key}</p>
      {withheld ? (
        <p class="text-dense text-muted">Too few people answered to show figures.</p>
      ) : (
        <>
          <p class="text-note text-muted">{countOf(question.base, 'person', 'people')} answered this question</p>
          <ShareBars shares={shares} />
        </>
      )}
    </div>
  )
}
