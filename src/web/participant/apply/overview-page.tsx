import type { ApplyOverview, CallLine } from '../../../journey/apply/screens/apply-pages.ts'
import type { Program } from '../../../model/program.ts'
import { choosingInWords, timeInWords } from '../../../texts/en/apply.ts'
import { callSentence } from '../../../texts/en/calls.ts'
import { longDay } from '../../../texts/en/days.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyContact } from '../../parts/privacy-contact.tsx'
import { InterestForm } from './interest-form.tsx'

export const OVERVIEW_DONE = {
  kept: 'What you entered is saved. It waits here for you, and nobody else can read it.',
  asked: 'You will hear by letter when the call opens, once.',
  forgotten: 'You will not hear of it.',
} as const

type Props = { overview: ApplyOverview; contact: string | null; done: keyof typeof OVERVIEW_DONE | null }

/** Which roles are open to the reader, what each takes, and who reads each answer. */
export function ApplyOverviewPage({ overview, contact, done }: Props) {
  const { program, today, calls } = overview
  const open = calls.filter((it) => it.refusal === null || it.has === 'application')
  // The role one can act on comes first; of two the mentees', who are more.
  const ordered = calls.toSorted(
    (a, b) => Number(open.includes(b)) - Number(open.includes(a)) || (a.role < b.role ? -1 : 1),
  )
  return (
    <div class="wrap pt-8 md:pt-12">
      {done && <Notice>{OVERVIEW_DONE[done]}</Notice>}
      <p class={done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        <Link href={`/seasons/${program.key}`}>
          {program.name}, {program.season}
        </Link>
      </p>
      <h1 class="mt-2 max-w-[26ch]">{heading(overview)}</h1>
      <p class="mt-3 max-w-measure">{timeInWords(program, false)}</p>
      {ordered.map((call) => (
        <CallPart key={call.role} program={program} today={today} call={call} isFirst={call === ordered[0]} />
      ))}
      <HungSection id="privacy" heading="Questions about your data">
        <p class="max-w-measure">
          Nobody reads a draft. <PrivacyContact contact={contact} /> You can take an application back and apply again,
          and that never counts against you.
        </p>
      </HungSection>
    </div>
  )
}

function heading({ program, calls }: ApplyOverview): string {
  if (calls.some((it) => it.has === 'application')) return 'You have applied'
  const draft = calls.find((it) => it.has === 'draft' && it.refusal === null)
  if (draft) return `Your application as a ${draft.role} is begun`
  const open = calls.filter((it) => it.refusal === null)
  if (open.length > 1) return 'You can apply as a mentor or as a mentee'
  const [only] = open
  if (only) return `You can apply as a ${only.role}`
  return calls.every((it) => it.phase === 'soon') ? `Applications to ${program.name} open soon` : 'You cannot apply now'
}

function CallPart(props: { program: Program; today: string; call: CallLine; isFirst: boolean }) {
  const { program, today, call, isFirst } = props
  const { role } = call
  const { requirements, benefits } = program.roles[role]
  const choosing = choosingInWords(program, role)
  return (
    <HungSection id={role} heading={role === 'mentee' ? 'As a mentee' : 'As a mentor'}>
      <div class="max-w-measure">
        <p>{callSentence(program, role, today)}</p>
        {choosing && <p class="mt-3">{choosing}</p>}
        <NextStep program={program} call={call} isFirst={isFirst} />
        {benefits.length > 0 && <Points heading="What you get" points={benefits} />}
        {requirements.length > 0 && <Points heading="You can apply if" points={requirements.map((it) => it.text)} />}
        <TenureLine call={call} />
      </div>
      <WhoReads program={program} call={call} />
    </HungSection>
  )
}

/** What to do next about this role. */
function NextStep({ program, call, isFirst }: { program: Program; call: CallLine; isFirst: boolean }) {
  const { role, has, refusal, phase } = call
  const rank = isFirst ? 'primary' : 'second'
  if (has === 'application')
    return (
      <p class="mt-4">
        <ButtonLink href={`/seasons/${program.key}/application`} rank={rank}>
          See your application
        </ButtonLink>
      </p>
    )
  if (refusal === null)
    return (
      <div class="mt-4 space-y-2">
        {phase === 'late' && <p>The call has closed. You can still apply; late applications are kept in reserve.</p>}
        <p>
          <ButtonLink href={`/seasons/${program.key}/apply/${role}`} rank={rank}>
            {has === 'draft' ? 'Go on with your application' : `Apply as a ${role}`}
          </ButtonLink>
        </p>
      </div>
    )
  if (refusal === 'call-not-open' || refusal === 'call-closed') return <InterestForm program={program} call={call} />
  return <p class="mt-3 font-semibold">{REFUSALS[refusal] ?? 'You cannot apply for this role now.'}</p>
}

const REFUSALS: Readonly<Record<string, string>> = {
  'not-in-the-directory':
    'You are not in the directory of this organisation yet, and this program takes people from there.',
  'no-second-coordinator':
    'You are the only coordinator of this season. Once a second person has the hat, you can apply and they handle it.',
  'one-role-only': 'In this program one person has one role, and you have applied for the other.',
}

/** What the directory says of how long they have been here, before they fill anything in. */
function TenureLine({ call: { tenure } }: { call: CallLine }) {
  if (tenure.is !== 'unknown' && tenure.is !== 'not-yet') return null
  return (
    <p class="mt-block font-semibold">
      {tenure.is === 'unknown'
        ? 'The directory does not say when you started here. Ask whoever keeps it to enter the day before you apply.'
        : `By the directory you can apply from ${longDay(tenure.fromOn)}, when you will have been here for ${tenure.months} months.`}
    </p>
  )
}

function Points({ heading, points }: { heading: string; points: readonly string[] }) {
  return (
    <div class="mt-block">
      <h3>{heading}</h3>
      <ul class="mt-2 list-disc space-y-2 pl-5 marker:text-muted">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  )
}

function WhoReads({ program, call: { role } }: { program: Program; call: CallLine }) {
  const { questions } = program.roles[role]
  if (questions.length === 0) return null
  const rows = questions.map((it) => [`${it.text}${it.required ? '' : ' (you may leave it out)'}`, it.readBy, it.why])
  return (
    <div class="mt-block">
      <More summary="What you are asked, and who reads it">
        <Ledger
          caption={`Questions to ${role}s`}
          columns={[{ text: 'Question' }, { text: 'Read by' }, { text: 'Why we ask' }]}
          rows={rows}
        />
      </More>
    </div>
  )
}
