import type { ComponentChildren } from 'preact'
import type { EditionScreen, QuotesAsked, ResultsScreen } from '../../journey/results/screens.ts'
import type { Results } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import type { SeasonDecision } from '../../model/season-decision.ts'
import { longDay } from '../../texts/en/days.ts'
import { headlineShare } from '../../texts/en/measures.ts'
import { cadenceAnswer } from '../../texts/en/results.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Again } from './results/again.ts'
import { AsOfPart, type AsOfProps } from './results/as-of-part.tsx'
import { AttendancePart } from './results/attendance-part.tsx'
import { BreakdownPart } from './results/breakdown-part.tsx'
import { ChangePart } from './results/change-part.tsx'
import { DecisionPart } from './results/decision-part.tsx'
import { EditionsPart } from './results/editions-part.tsx'
import { MeasuresPart } from './results/measures-part.tsx'
import { MeetingsPart } from './results/meetings-part.tsx'
import { PeoplePart } from './results/people-part.tsx'
import { SurveysPart } from './results/surveys-part.tsx'
import { WordsPart } from './results/words-part.tsx'

type Props = AsOfProps & {
  organisation: string
  program: Program
  results: Results
  summaries: ResultsScreen['summaries']
  programHref?: string
  /** What happened, or why the day shown is not the one asked for. */
  notice: string | null
  season: string
  editions: ResultsScreen['editions']
  editionHref: (number: number) => string
  decisions: readonly SeasonDecision[]
  said: ResultsScreen['said']
  quotesHref: (part: QuotesAsked) => string
  mayClose: boolean
  again: Again | null
}

/** Results as they were kept: the same figures, and what tells that they are the same. */
export function EditionPage({ edition, organisation, programHref, todayHref }: EditionProps) {
  const { number, madeOn, note, hash, isWhole, program, results, summaries } = edition
  return (
    <div class="wrap pt-8 md:pt-12">
      <Figures
        organisation={organisation}
        program={program}
        results={results}
        summaries={summaries}
        programHref={programHref}
      >
        <div class="mt-6 max-w-measure space-y-2">
          <p>
            Edition {number}, kept on {longDay(madeOn)}. <Link href={todayHref}>The figures of today</Link>
          </p>
          {note && <p dir="auto">{note}</p>}
          <p class="break-all text-note text-muted">
            {isWhole
              ? `Unchanged since. SHA-256 ${hash}`
              : `This is not what was kept: its content no longer has the SHA-256 ${hash}. Somebody changed the database.`}
          </p>
        </div>
      </Figures>
    </div>
  )
}
type EditionProps = Pick<Props, 'organisation' | 'programHref'> & {
  edition: EditionScreen
  todayHref: string
}

/** A season's figures of a day, and what was kept and decided of them. */
export function ResultsPage(props: Props) {
  const { organisation, program, results, summaries, programHref, again } = props
  const errors = (again?.faults ?? []).map((it) => ({ fieldId: it.place, text: it.message }))
  return (
    <div class="wrap pt-8 md:pt-12">
      {errors.length > 0 && (
        <div class="mb-6">
          <ErrorSummary errors={errors} />
        </div>
      )}
      {props.notice && (
        <div class="mb-6">
          <Notice>{props.notice}</Notice>
        </div>
      )}
      <Figures
        organisation={organisation}
        program={program}
        results={results}
        summaries={summaries}
        programHref={programHref}
        summaryHref={props.mayClose ? (survey) => summaryPath(props.season, survey) : undefined}
      >
        <AsOfPart {...props} />
      </Figures>
      <WordsPart {...props} />
      <DecisionPart {...props} />
      <EditionsPart {...props} asOf={results.asOf} hrefOf={props.editionHref} />
    </div>
  )
}

type FiguresProps = Pick<Props, 'organisation' | 'program' | 'results' | 'summaries' | 'programHref'> & {
  /** Where a coordinator sums a survey up. */
  summaryHref?: (survey: string) => string
  children: ComponentChildren
}

/** A season's figures under the sentence that answers for them. */
function Figures({ organisation, program, results, summaries, programHref, summaryHref, children }: FiguresProps) {
  const { everyDays } = program.meetings
  return (
    <>
      <p class="text-dense text-muted">
        {organisation}. {program.name}, {program.season}. As of {longDay(results.asOf)}
      </p>
      <h1 class="mt-2 max-w-[24ch]">{cadenceAnswer(results.cadence, everyDays)}</h1>
      <p class="mt-4 max-w-measure">{headlineShare(results)}</p>
      {programHref && (
        <p class="mt-3">
          <Link href={programHref}>About the program</Link>
        </p>
      )}
      {children}
      <nav class="mt-10 border-y border-rule py-3 text-dense" aria-label="On this page">
        <ul class="flex flex-wrap gap-x-6 gap-y-1">
          {partsOf(results).map((name) => (
            <li key={name}>
              <Link href={`#${name.toLowerCase()}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <MeasuresPart results={results} program={program} />
      <PeoplePart results={results} />
      <MeetingsPart results={results} everyDays={everyDays} showStrips />
      <AttendancePart results={results} program={program} />
      <SurveysPart results={results} program={program} summaries={summaries} summaryHref={summaryHref} />
      <ChangePart results={results} program={program} />
      <BreakdownPart results={results} program={program} />
    </>
  )
}

function partsOf({ measures }: Results): readonly string[] {
  const always = ['People', 'Meetings', 'Attendance', 'Surveys']
  return measures.length > 0 ? ['Measures', ...always] : always
}

function summaryPath(season: string, survey: string): string {
  return `/seasons/${encodeURIComponent(season)}/results/summaries/${encodeURIComponent(survey)}`
}
