import type { Results } from '../../model/figures.ts'
import { audienceOf, type Program, type ResultsAudience } from '../../model/program.ts'
import { longDay, shortDay } from '../../texts/en/days.ts'
import { cadenceAnswer, cadenceShare } from '../../texts/en/results.ts'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
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
  /** Days to look back from, the last of them today. */
  days: readonly string[]
  /** This page of another day, or as a file. */
  hrefOf: (it: { on?: string; as?: 'csv' | 'json' | 'md' }) => string
  /** Why the day shown is not the one asked for. */
  notice: string | null
}

/** A season's figures under the sentence that answers for them. */
export function ResultsPage(props: Props) {
  const { organisation, program, results, summaries, programHref } = props
  const { everyDays } = program.meetings
  return (
    <div class="wrap pt-8 md:pt-12">
      {props.notice && (
        <div class="mb-6">
          <Notice>{props.notice}</Notice>
        </div>
      )}
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
      <AsOf {...props} />
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

const WHO: Readonly<Record<ResultsAudience, string>> = {
  team: 'The people who run this program, and whoever has its link, can see this page.',
  organisation: 'Everybody who is signed in can see this page.',
  public: 'Anybody can see this page.',
}

/** Another day, the same as a file, and who can see it. */
function AsOf({ program, results, days, hrefOf }: Props) {
  const [path = '', query = ''] = hrefOf({}).split('?')
  return (
    <div class="mt-6 space-y-4 text-dense print:hidden">
      <form action={path} class="flex flex-wrap items-end gap-3">
        {[...new URLSearchParams(query)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label class="grid gap-1 text-note">
          Figures as of
          <input class="input w-48" type="date" name="on" value={results.asOf} max={days.at(-1)} />
        </label>
        <Button>Show that day</Button>
      </form>
      <ul class="flex flex-wrap gap-x-6 gap-y-1" aria-label="Days on which figures appeared">
        {days.map((day) => (
          <li key={day}>
            {day === results.asOf ? (
              <span aria-current="date">{shortDay(day)}</span>
            ) : (
              <Link href={hrefOf({ on: day })}>{day === days.at(-1) ? 'Today' : shortDay(day)}</Link>
            )}
          </li>
        ))}
      </ul>
      <p>
        These figures as a file:{' '}
        {(['csv', 'json', 'md'] as const).map((as, at) => (
          <>
            {at > 0 && ', '}
            <Link href={hrefOf({ on: results.asOf, as })}>{{ csv: 'CSV', json: 'JSON', md: 'Markdown' }[as]}</Link>
          </>
        ))}
        . The page prints as it is.
      </p>
      <p class="text-muted">{WHO[audienceOf(program)]} Figures only, never who said or did what.</p>
    </div>
  )
}
