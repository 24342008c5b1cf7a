import type { Counts } from '../../journey/results/screens.ts'
import type { Day } from '../../model/day.ts'
import type { Results } from '../../model/figures.ts'
import type { Program } from '../../model/program.ts'
import { AskSection, ChangesSection, HistorySection, QuestionsSection } from './program/closing-sections.tsx'
import { EventsSection } from './program/events-section.tsx'
import { Hero } from './program/hero.tsx'
import { RolesSection } from './program/roles-section.tsx'
import { SeasonFigure } from './program/season-figure.tsx'
import { SeasonSheet } from './program/season-sheet.tsx'
import { StructureSection } from './program/structure-section.tsx'
import { WorkedSection } from './program/worked-section.tsx'

type Props = {
  organisation: string
  program: Program
  today: Day
  counts?: Results['participation'] | null
  summaries?: Counts['summaries']
  resultsHref?: string | null
}

/** Everything a season promises, drawn from its file; `today` decides what is open, closed and now. */
export function ProgramPage({ organisation, program, today, counts = null, summaries, resultsHref = null }: Props) {
  return (
    <>
      <Hero program={program} today={today} resultsHref={resultsHref} />
      <SeasonFigure program={program} today={today} />
      <div class="wrap">
        <SeasonSheet program={program} today={today} />
        <RolesSection program={program} today={today} />
        <StructureSection program={program} />
        <EventsSection program={program} />
        <WorkedSection
          program={program}
          today={today}
          counts={counts}
          summaries={summaries ?? planned(program)}
          resultsHref={resultsHref}
        />
        <QuestionsSection program={program} />
        <ChangesSection program={program} />
        <HistorySection program={program} organisation={organisation} />
        <AskSection program={program} />
      </div>
    </>
  )
}

/** What the file itself says of its surveys. */
function planned({ surveys }: Program): Counts['summaries'] {
  return Object.fromEntries(
    Object.entries(surveys).flatMap(([key, { summary }]) =>
      summary ? [[key, { words: summary, sharedOn: null }]] : [],
    ),
  )
}
