import type { ApplicationStatus, OwnLine } from '../../../journey/apply/screens/application-status.ts'
import type { Program } from '../../../model/program.ts'
import { longDay } from '../../../texts/en/days.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrivacyContact } from '../../parts/privacy-contact.tsx'
import { ManagerSection } from './manager-section.tsx'
import { WhatElse } from './what-else.tsx'

export const STATUS_DONE = {
  sent: 'Your application is sent.',
  changed: 'Your application is changed. What you sent before is not looked at any more.',
  same: 'Your application stands as you sent it.',
  withdrawn: 'Your application is taken back.',
  manager: 'Your manager gets a letter with one question, and sees nothing else.',
} as const

type Props = { status: ApplicationStatus; contact: string | null; done: keyof typeof STATUS_DONE | null }

/** What became of one's own application, in plain words, with the day of what comes next. */
export function StatusPage({ status, contact, done }: Props) {
  const { program, applications } = status
  const stands = applications.filter((it) => it.withdrawnOn === null)
  return (
    <div class="wrap pt-8 md:pt-12">
      {done && <Notice>{STATUS_DONE[done]}</Notice>}
      <p class={done ? 'mt-8 text-dense text-muted' : 'text-dense text-muted'}>
        <Link href={`/seasons/${program.key}`}>
          {program.name}, {program.season}
        </Link>
      </p>
      <h1 class="mt-2 max-w-[26ch]">{heading(status, stands)}</h1>
      <p class="mt-3 max-w-measure">{comesNext(status, stands)}</p>
      {applications.length === 0 && (
        <p class="mt-4">
          <ButtonLink href={`/seasons/${program.key}/apply`} rank="primary">
            See who can apply
          </ButtonLink>
        </p>
      )}
      {status.heard && <WhatYouHeard status={status} />}
      {applications.map((it) => (
        <OneApplication key={it.role} program={program} it={it} isPaired={(status.heard?.pairs ?? []).length > 0} />
      ))}
      {status.manager && <ManagerSection programKey={program.key} manager={status.manager} />}
      <HungSection id="privacy" heading="Who sees this page">
        <p class="max-w-measure text-muted">
          Only you. It says nothing before everyone has heard, whatever was decided.{' '}
          <PrivacyContact contact={contact} />
        </p>
      </HungSection>
    </div>
  )
}

function heading({ heard }: ApplicationStatus, stands: readonly OwnLine[]): string {
  if (heard && heard.pairs.length > 0) return heard.pairs.length === 1 ? 'You have a pair' : 'You have pairs'
  if (heard && stands.length > 0) return 'You are not placed this season'
  if (stands.length > 1) return 'We have your two applications'
  if (stands.length === 1) return 'We have your application'
  return 'You have no application here'
}

/** The date of what comes next; the same for everybody until they have heard. */
function comesNext({ program, today, heard }: ApplicationStatus, stands: readonly OwnLine[]): string {
  const { on, writeAgainBy } = program.announcement
  if (heard && heard.pairs.length > 0) return `Meetings of pairs count from ${longDay(program.meetings.from)}.`
  if (heard && stands.length > 0)
    return writeAgainBy
      ? `If a place opens, we write to you by ${longDay(writeAgainBy)}.`
      : 'If a place opens, we write to you.'
  if (stands.length === 0) return 'What you have not sent, or took back, nobody looks at.'
  if (today <= on) return `Everyone hears on ${longDay(on)}, by letter and here.`
  return `Everyone was to hear on ${longDay(on)}. You hear by letter and here as soon as it is decided.`
}

function WhatYouHeard({ status: { program, heard, else: other } }: { status: ApplicationStatus }) {
  const pairs = heard?.pairs ?? []
  return (
    <HungSection id="heard" heading="What you have heard">
      <div class="max-w-measure space-y-3">
        {pairs.map((it) => (
          <p key={it.email}>
            <strong class="wrap-anywhere">{it.name}</strong>. Write to{' '}
            <a class="a wrap-anywhere" href={`mailto:${it.email}`}>
              {it.email}
            </a>{' '}
            and agree a first conversation.
          </p>
        ))}
        {pairs.length === 0 && (
          <p>
            {program.messages['no-place'] ??
              'The next season is open to you like to everybody; an earlier application never counts against anyone.'}
          </p>
        )}
        <p>
          If you think this is not right, <Link href={`/me/look-again/${program.key}`}>ask a person to look again</Link>
          .
        </p>
        {pairs.length === 0 && <WhatElse programKey={program.key} other={other} />}
      </div>
    </HungSection>
  )
}

/** In a pair there is nothing to take back: a pair is ended instead. */
function OneApplication({ program, it, isPaired }: { program: Program; it: OwnLine; isPaired: boolean }) {
  const base = `/seasons/${program.key}`
  return (
    <HungSection id={it.role} heading={it.role === 'mentor' ? 'As a mentor' : 'As a mentee'}>
      <p class="max-w-measure">{sentInWords(program, it)}</p>
      <ul class="mt-3 flex flex-wrap gap-x-6 gap-y-2">
        {it.withdrawnOn === null && it.mayChange && (
          <li>
            <Link href={`${base}/apply/${it.role}`}>Change it</Link>
          </li>
        )}
        {it.withdrawnOn === null && !isPaired && (
          <li>
            <Link href={`${base}/application/${it.role}/withdraw`}>Take it back</Link>
          </li>
        )}
        {it.withdrawnOn !== null && (it.phase === 'open' || it.phase === 'late') && (
          <li>
            <Link href={`${base}/apply/${it.role}`}>Apply again</Link>
          </li>
        )}
      </ul>
    </HungSection>
  )
}

function sentInWords(program: Program, it: OwnLine): string {
  const { closes } = program.roles[it.role].call
  if (it.withdrawnOn !== null)
    return `You took it back on ${longDay(it.withdrawnOn)}. It is not looked at, and it counts for nothing later.`
  const sent = `Sent on ${longDay(it.sentOn)}${it.isLate ? ', after the call closed: it is kept in reserve' : ''}.`
  return it.mayChange && closes ? `${sent} You can change it until the end of ${longDay(closes)}.` : sent
}
