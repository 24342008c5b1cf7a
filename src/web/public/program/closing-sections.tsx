import type { Program } from '../../../model/program.ts'
import { shortDay } from '../../../texts/en/days.ts'
import { More } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'

const IN_A_SENTENCE = new Intl.ListFormat('en-GB')

export function QuestionsSection({ program }: { program: Program }) {
  if (program.commonQuestions.length === 0) return null
  return (
    <HungSection id="questions" heading="Common questions">
      <div class="border-b border-rule *:border-t *:border-rule *:py-2">
        {program.commonQuestions.map(({ question, answer }) => (
          <div key={question}>
            <More summary={question}>
              <p class="max-w-measure whitespace-pre-line">{answer}</p>
            </More>
          </div>
        ))}
      </div>
    </HungSection>
  )
}

export function ChangesSection({ program }: { program: Program }) {
  if (program.decisions.length === 0) return null
  const newestFirst = program.decisions.toSorted((a, b) => (a.on < b.on ? 1 : -1))
  return (
    <HungSection id="changes" heading="Changed along the way">
      <ul class="sheet sheet-narrow border-b border-rule">
        {newestFirst.map((decision) => (
          <li key={decision.on + decision.text}>
            <p class="when">{shortDay(decision.on)}</p>
            <div class="max-w-measure">
              <p>{decision.text}</p>
              <p class="text-dense text-muted">{decision.because}</p>
            </div>
          </li>
        ))}
      </ul>
    </HungSection>
  )
}

export function HistorySection({ program, organisation }: { program: Program; organisation: string }) {
  return (
    <HungSection id="history" heading="Where it comes from">
      <div class="max-w-measure space-y-4">
        {program.history && <p class="whitespace-pre-line">{program.history}</p>}
        {program.mission.length > 0 && (
          <ul class="list-disc space-y-1 pl-5 marker:text-muted">
            {program.mission.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <p>
          Hosted at {organisation} by {IN_A_SENTENCE.format(program.hosts)}.
        </p>
      </div>
    </HungSection>
  )
}

export function AskSection({ program }: { program: Program }) {
  const { contact } = program
  return (
    <HungSection id="ask" heading="Ask a person">
      <div class="max-w-measure">
        <p>
          <strong>{contact.role}</strong>
          {contact.text ? `. ${contact.text}` : ''}
        </p>
        <ul class="mt-2 flex flex-wrap gap-x-6 gap-y-1">
          {contact.channels.map((channel) => (
            <li key={channel.name}>{channel.url ? <Link href={channel.url}>{channel.name}</Link> : channel.name}</li>
          ))}
        </ul>
      </div>
    </HungSection>
  )
}
