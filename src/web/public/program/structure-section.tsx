import type { Program } from '../../../model/program.ts'
import { dayRange, lengthInWords } from '../../../texts/en/days.ts'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { LinkList } from '../../../ui/link-list.tsx'

/** How a pair works: meetings, the parts the file names, training, workbook and resources. */
export function StructureSection({ program }: { program: Program }) {
  const { meetings, workbook } = program
  return (
    <HungSection id="structure" heading="How it works">
      <div class="max-w-measure space-y-block">
        <p>
          Pairs meet every {lengthInWords(meetings.everyDays)} for {meetings.minutes} minutes,{' '}
          {dayRange(meetings.from, meetings.until)}. <Completion program={program} />
        </p>
        {program.structure.map((part) => (
          <div key={part.name}>
            <h3>{part.name}</h3>
            <p class="mt-1">{part.text}</p>
            <LinkList links={part.links ?? []} />
          </div>
        ))}
        {program.training.map((training) => (
          <Training key={training.name} training={training} />
        ))}
        {workbook && (
          <div>
            <h3>Workbook{workbook.required ? '' : ', if you want it'}</h3>
            <p class="mt-1">{workbook.text}</p>
            <LinkList links={workbook.links} />
          </div>
        )}
        {program.resources.length > 0 && (
          <div>
            <h3>Mentoring resources</h3>
            <LinkList links={program.resources} />
          </div>
        )}
      </div>
    </HungSection>
  )
}

function Completion({ program }: { program: Program }) {
  if (!program.completion) return null
  const { meetings, of } = program.completion
  return (
    <>
      A pair that met {meetings} of {of} times has completed the season.
      {program.certificate && ' Whoever completes it may have a certificate.'}
    </>
  )
}

function Training({ training }: { training: Program['training'][number] }) {
  return (
    <div>
      <h3>{training.name}</h3>
      <p class="mt-1">
        {training.text} {training.required ? 'Expected of' : 'Open to'}{' '}
        {training.roles.map((role) => `${role}s`).join(' and ')}
        {training.alternatives.length > 1 ? '; any one of these completes it:' : ':'}
      </p>
      <ul class="mt-1 list-disc pl-5 marker:text-muted">
        {training.alternatives.map((way) => (
          <li key={way.key}>{way.url ? <Link href={way.url}>{way.name}</Link> : way.name}</li>
        ))}
      </ul>
    </div>
  )
}
