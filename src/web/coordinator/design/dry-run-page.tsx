import type { Program } from '../../../model/program.ts'
import type { DryRun, DryStep } from '../../../rehearsal/dry-run.ts'
import type { DraftRow } from '../../../store/program-drafts.ts'
import { longDay } from '../../../texts/en/days.ts'
import {
  attendanceInWords,
  cadenceAnswer,
  cadenceShare,
  countOf,
  peopleSentence,
  responseSentence,
} from '../../../texts/en/results.ts'
import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { Field } from '../../../ui/field.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { DraftHead } from './draft-head.tsx'

type Props = {
  draft: DraftRow
  /** Null where there is something to mend first. */
  program: Program | null
  size: { readonly mentors: string; readonly mentees: string }
  /** Null before it was run. */
  run: DryRun | null
  faults: number
}

const KINDS: Readonly<Record<string, string>> = { pair: 'To the two of a pair', 'no-place': 'To whoever has no place' }

/** An invented cohort on its way through a draft: what would happen on which day, what would be written, and the figures. */
export function DryRunPage({ draft, program, size, run, faults }: Props) {
  const at = `/desk/design/drafts/${draft.id}`
  return (
    <div class="wrap pt-6 md:pt-10">
      <DraftHead draft={draft} here="/dry-run" heading={heading(run)} />
      <p class="mt-6 max-w-measure">
        Invented people live this season from the first call to the last figure, by the same rules as real ones. Nothing
        is sent, and nothing of it stays. <Link href={`${at}/page`}>See the program page as people would</Link>
      </p>
      {faults > 0 ? (
        <p class="mt-6 max-w-measure">
          {countOf(faults, 'thing', 'things')} must be mended first. <Link href={at}>See them in the draft</Link>
        </p>
      ) : (
        <form class="mt-6 flex flex-wrap items-end gap-4" method="get" action={`${at}/dry-run`}>
          <div class="w-40">
            <Field id="mentors" label="Mentors" hint="1 to 50" value={size.mentors} inputMode="numeric" maxLength={2} />
          </div>
          <div class="w-40">
            <Field id="mentees" label="Mentees" hint="1 to 50" value={size.mentees} inputMode="numeric" maxLength={2} />
          </div>
          <Button rank="primary">{run ? 'Run it again' : 'Run it'}</Button>
        </form>
      )}
      {run && program && <Outcome run={run} program={program} />}
    </div>
  )
}

function heading(run: DryRun | null): string {
  if (run === null) return 'Try it on invented people'
  return run.stopped === null ? 'The season runs to its end' : 'The season stops on its way'
}

function Outcome({ run, program }: { run: DryRun; program: Program }) {
  return (
    <>
      <HungSection id="days" heading="What happens">
        <ol class="sheet">
          {run.steps.map((it, at) => (
            <li key={at}>
              <span class="when">{longDay(it.on)}</span>
              <span>{stepInWords(it)}</span>
            </li>
          ))}
        </ol>
        {run.stopped !== null && (
          <p class="mt-4 max-w-measure font-semibold text-error">
            <Icon name="circle-alert" />
            Here it stops: {run.stopped}
          </p>
        )}
      </HungSection>
      {run.letters.length > 0 && (
        <HungSection id="letters" heading="What is written">
          {run.letters.map((it) => (
            <More key={it.kind} summary={`${KINDS[it.kind] ?? it.kind}: ${it.subject}`}>
              <p class="max-w-measure wrap-anywhere whitespace-pre-line">{it.body}</p>
            </More>
          ))}
        </HungSection>
      )}
      {run.results && (
        <HungSection id="figures" heading="The figures">
          <p class="max-w-measure">{peopleSentence(run.results.participation)}</p>
          <p class="mt-3 max-w-measure">
            {cadenceAnswer(run.results.cadence, program.meetings.everyDays)}. {cadenceShare(run.results.cadence)}
          </p>
          <ul class="mt-3 max-w-measure space-y-1">
            {run.results.attendance.map((it) => (
              <li key={it.event}>
                {program.events.find((one) => one.key === it.event)?.name}: {attendanceInWords(it)}
              </li>
            ))}
            {run.results.surveys.map((it) => (
              <li key={it.survey + it.role}>
                {program.surveys[it.survey]?.name}: {responseSentence(it)}
              </li>
            ))}
          </ul>
        </HungSection>
      )}
    </>
  )
}

function stepInWords(it: DryStep): string {
  switch (it.what) {
    case 'applied':
      return `${countOf(it.mentors, 'mentor')} and ${countOf(it.mentees, 'mentee')} have applied.`
    case 'decided':
      return `${it.pool} are in the pool, ${it.reserve} in reserve, ${it.others} not proceeding.`
    case 'chose':
      return `${countOf(it.lists, 'mentee has', 'mentees have')} a shortlist, and ${it.chose} chose from it.`
    case 'matched':
      return `${countOf(it.pairs, 'pair is', 'pairs are')} made, ${countOf(it.waiting, 'mentee waits', 'mentees wait')}.`
    case 'told':
      return `${countOf(it.letters, 'letter leaves', 'letters leave')}.`
    case 'came':
      return `${it.event}: ${countOf(it.people, 'person comes', 'people come')}.`
    case 'met':
      return `${countOf(it.meetings, 'meeting was', 'meetings were')} held by then.`
    case 'answered':
      return `${it.survey}: ${countOf(it.answers, 'person has', 'people have')} answered.`
  }
}
