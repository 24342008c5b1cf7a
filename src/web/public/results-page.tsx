import type { Results } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import { longDay } from '../../texts/en/days.ts'
import { cadenceAnswer, cadenceShare } from '../../texts/en/results.ts'
import { Link } from '../../ui/link.tsx'
import { AttendancePart } from './results/attendance-part.tsx'
import { MeetingsPart } from './results/meetings-part.tsx'
import { PeoplePart } from './results/people-part.tsx'
import { SurveysPart } from './results/surveys-part.tsx'

type Props = {
  organisation: string
  program: Program
  results: Results
  /** Words on a survey, by its key in the program file. */
  summaries: Readonly<Record<string, string>>
  programHref?: string
}

/** A season's figures under the sentence that answers for them. */
export function ResultsPage({ organisation, program, results, summaries, programHref }: Props) {
  const { everyDays } = program.meetings
  return (
    <div class="wrap pt-8 md:pt-12">
      <p class="text-dense text-muted">
        {organisation}. {program.name}, {program.season}. As of {longDay(results.asOf)}
      </p>
      <h1 class="mt-2 max-w-[24ch]">{cadenceAnswer(results.cadence, everyDays)}</h1>
      <p class="mt-4 max-w-measure">{cadenceShare(results.cadence)}</p>
      {programHref && (
        <p class="mt-3">
          <Link href={programHref}>About the program</Link>
        </p>
      )}
      <nav class="mt-10 border-y border-rule py-3 text-dense" aria-label="On this page">
        <ul class="flex flex-wrap gap-x-6 gap-y-1">
          {['People', 'Meetings', 'Attendance', 'Surveys'].map((name) => (
            <li key={name}>
              <Link href={`#${name.toLowerCase()}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <PeoplePart results={results} />
      <MeetingsPart results={results} everyDays={everyDays} showStrips />
      <AttendancePart results={results} program={program} />
      <SurveysPart results={results} program={program} summaries={summaries} />
    </div>
  )
}
