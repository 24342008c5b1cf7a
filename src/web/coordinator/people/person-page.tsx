import { isDay } from '../../../model/day.ts'
import type { PersonScreen } from '../../../people/screens/one-person.ts'
import type { FieldChange } from '../../../people/shapes/directory.ts'
import { longDay } from '../../../texts/en/days.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { marksOf } from './person-line.tsx'

type Props = { person: PersonScreen; today: string; done: string | null }

/** One person of the directory: what it says of them today, whom they report to, and what it has said since when. */
export function PersonPage({ person, today, done }: Props) {
  const isGone = person.leftOn !== null && person.leftOn <= today
  const marks = marksOf(person)
  return (
    <div class="wrap pt-8 md:pt-12">
      {done && <Notice>{done}</Notice>}
      <p class="mt-8 text-dense first:mt-0">
        <Link href="/people">People</Link>
      </p>
      <h1 class="mt-2 max-w-[26ch] wrap-anywhere">{person.name}</h1>
      <p class="mt-2 text-muted wrap-anywhere">
        {[...(person.email === person.name ? [] : [person.email]), ...marks].join('. ')}
      </p>
      {person.kind === 'self-declared' && (
        <p class="mt-4 max-w-measure">
          They came by an application. What they say of themselves is theirs alone until the directory knows them.
        </p>
      )}
      <HungSection id="now" heading="In the directory">
        <NowFacts person={person} />
      </HungSection>
      {person.managers && (
        <HungSection id="line" heading="Reporting line">
          <ReportingLine person={person} />
        </HungSection>
      )}
      <HungSection id="history" heading="History">
        <History history={person.history} />
      </HungSection>
      {person.mayEnd && (
        <HungSection id="leaving" heading="Leaving">
          <Leaving person={person} isGone={isGone} />
          <p class="mt-4 text-dense">
            <Link href={`/people/${person.id}/erase`}>What erasing them would do</Link>
          </p>
        </HungSection>
      )}
    </div>
  )
}

function NowFacts({ person }: { person: PersonScreen }) {
  const { hours, holidays } = person
  const facts = [
    ...person.facts.filter((it) => it.value !== null),
    ...(hours && person.kind === 'directory'
      ? [
          {
            term: 'Working hours',
            value: `${hours.text}${hours.zone ? `, ${hours.zone}` : ''}${hours.isUsual ? ' (the usual hours)' : ''}`,
          },
        ]
      : []),
    ...(holidays
      ? [{ term: 'Holidays', value: [holidays.calendar, ...holidays.next.map(sayHoliday)].join('; ') }]
      : []),
  ]
  if (facts.length === 0) return <p class="max-w-measure">The directory says nothing more of them.</p>
  return (
    <dl class="sheet sheet-narrow max-w-measure border-b border-rule text-dense">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt class="text-muted">{fact.term}</dt>
          <dd class="wrap-anywhere">{fact.term === 'Start date' ? longDay(String(fact.value)) : fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

function sayHoliday(it: { onDay: string; name: string }): string {
  return `${it.name} on ${longDay(it.onDay)}`
}

function ReportingLine({ person }: { person: PersonScreen }) {
  const { managers, reports, reportCount } = person
  const hidden = reportCount - reports.length
  return (
    <div class="max-w-measure text-dense">
      {managers && managers.length > 0 ? (
        <>
          <p class="text-muted">Upwards, nearest first</p>
          <ol class="mt-1 border-b border-rule">
            {managers.map((it) => (
              <InLineRow key={it.id} it={it} />
            ))}
          </ol>
        </>
      ) : (
        <p>The directory names no manager.</p>
      )}
      {reports.length > 0 && (
        <>
          <p class="mt-6 text-muted">{countOf(reportCount, 'person reports', 'people report')} to them</p>
          <ul class="mt-1 border-b border-rule">
            {reports.map((it) => (
              <InLineRow key={it.id} it={it} />
            ))}
          </ul>
          {hidden > 0 && <p class="mt-2 text-muted">And {hidden} more.</p>}
        </>
      )}
    </div>
  )
}

function InLineRow({ it }: { it: { id: string; name: string; title: string | null } }) {
  return (
    <li class="border-t border-rule py-2 wrap-anywhere">
      <Link href={`/people/${it.id}`}>{it.name}</Link> {it.title && <span class="text-muted">{it.title}</span>}
    </li>
  )
}

function History({ history }: { history: PersonScreen['history'] }) {
  if (history.length === 0) return <p class="max-w-measure">Nothing of them has changed since they are known here.</p>
  return (
    <ol class="sheet border-b border-rule text-dense">
      {history.map((it) => (
        <li key={it.from ?? 'first'}>
          <p class="when">{it.from ? longDay(it.from) : 'From the beginning'}</p>
          <ul class="min-w-0 space-y-0.5 wrap-anywhere">
            {it.changes.map((change) => (
              <li key={change.field}>{sayChange(change, it.from === null)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** "Division: Sales", or "Division: Legal, before that Sales"; days in words. */
export function sayChange({ field, from, to }: FieldChange, isFirst = false): string {
  const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`
  if (isFirst || from === null) return `${name}: ${sayValue(to) ?? 'nothing'}`
  return `${name}: ${sayValue(to) ?? 'nothing any more'}, before that ${sayValue(from)}`
}

function sayValue(value: string | null): string | null {
  return value !== null && isDay(value) ? longDay(value) : value
}

function Leaving({ person, isGone }: { person: PersonScreen; isGone: boolean }) {
  if (!isGone)
    return (
      <div class="max-w-measure">
        <p>If they have left the organisation, their sign-ins, tokens and links end at once.</p>
        <p class="mt-4">
          <ButtonLink href={`/people/${person.id}/leave`}>Mark as having left</ButtonLink>
        </p>
      </div>
    )
  return (
    <div class="max-w-measure">
      <p>
        They left on {longDay(person.leftOn ?? '')} and have no way in. If that was a mistake, take it back: they can
        sign in anew. Hats and tokens that ended stay ended.
      </p>
      <Form action={`/people/${person.id}/return`} class="mt-4">
        <Button>Take it back</Button>
      </Form>
    </div>
  )
}
