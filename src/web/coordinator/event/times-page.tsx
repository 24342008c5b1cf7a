import type { SessionTimes, TimesShown, TimesWanted } from '../../../journey/gather/actions/plan-times.ts'
import type { Problem } from '../../../runtime/errors.ts'
import { dayRange, longDay } from '../../../texts/en/days.ts'
import { numberInWords } from '../../../texts/en/desk.ts'
import { countOf } from '../../../texts/en/results.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { More } from '../../../ui/disclosure.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { HungSection } from '../../../ui/hung-section.tsx'
import { Ledger } from '../../../ui/ledger.tsx'
import { Link } from '../../../ui/link.tsx'

const NAMES_SHOWN = 100

type Props = { times: SessionTimes; wanted: TimesWanted; faults: readonly Problem[] }

/** The hours that give most people a session inside their working day, who is left without, and what else would do. */
export function TimesPage({ times: it, wanted, faults }: Props) {
  const of = `/seasons/${it.season}/events/${it.event}`
  const errorOf = (place: string) => faults.find((one) => one.place === place)?.message
  return (
    <div class="wrap pt-6 md:pt-10">
      <ErrorSummary
        heading="No hours were looked for with that"
        errors={faults.map((one) => ({ fieldId: one.place, text: one.message }))}
      />
      <p class={faults.length > 0 ? 'mt-8 text-muted' : 'text-muted'}>
        <Link href={`${of}/desk`}>{it.name}</Link>, {it.minutes} minutes, {it.seasonName}
      </p>
      <h1 class="mt-1 max-w-[26ch]">{heading(it)}</h1>
      <form class="mt-6 flex flex-wrap items-end gap-3" method="get" action={`${of}/times`} aria-label="Which days">
        <div class="w-40">
          <Field id="from" label="First day" value={wanted.from || it.from} error={errorOf('from')} />
        </div>
        <div class="w-40">
          <Field id="until" label="Last day" value={wanted.until || it.until} error={errorOf('until')} />
        </div>
        <div class="w-32">
          <Field
            id="sessions"
            label="Sessions"
            value={wanted.sessions || String(it.sessions)}
            error={errorOf('sessions')}
            inputMode="numeric"
          />
        </div>
        <Button>Look for hours</Button>
      </form>
      {it.people === 0 ? (
        <p class="mt-6 max-w-measure">
          Hours are proposed for people in a published pair on these days. There is none yet.
        </p>
      ) : (
        <Found it={it} of={of} />
      )}
    </div>
  )
}

function heading(it: SessionTimes): string {
  if (it.people === 0) return 'Nobody to plan for yet'
  if (it.people === 1 && it.left.length === 0) return 'The one person has a session inside their hours'
  if (it.left.length === 0) return `All ${it.people} have a session inside their hours`
  return `${it.covered} of ${it.people} have a session inside their hours`
}

function Found({ it, of }: { it: SessionTimes; of: string }) {
  return (
    <>
      <HungSection id="best" heading="The best choice">
        {it.times.length === 0 ? (
          <p class="max-w-measure">
            Nobody works {it.minutes} minutes at a stretch on {dayRange(it.from, it.until)}. Choose other days.
          </p>
        ) : (
          <>
            <Times it={it} zone={it.zone} people={it.people} />
            <p class="mt-4">
              <ButtonLink rank="primary" href={useOf(of, it)}>
                Put {it.times.length === 1 ? 'this hour' : 'these hours'} into the event
              </ButtonLink>
            </p>
            <p class="mt-3 max-w-measure text-muted">
              No other choice of {countOf(it.sessions, 'session')} on {dayRange(it.from, it.until)} reaches more.
              Nothing is saved before you look at it.
            </p>
          </>
        )}
      </HungSection>
      <HungSection id="left" heading="Left without">
        <Left left={it.left} />
      </HungSection>
      {it.instead.length > 0 && (
        <HungSection id="instead" heading="If one does not suit">
          <ul class="[&>li]:border-t [&>li]:border-rule [&>li]:py-3">
            {it.instead.map((other, at) => (
              <Instead key={it.times[at]?.at} it={it} at={at} other={other} of={of} />
            ))}
          </ul>
        </HungSection>
      )}
    </>
  )
}

function Times({ it, zone, people }: { it: TimesShown; zone: string; people: number }) {
  return (
    <Ledger
      caption="Proposed hours"
      columns={[{ text: 'Day' }, { text: `Begins, in ${placeOf(zone)}` }, { text: 'Can come', num: true }]}
      rows={it.times.map((time) => [longDay(time.day), time.time, `${time.reaches} of ${people}`])}
    />
  )
}

function Left({ left }: { left: TimesShown['left'] }) {
  if (left.length === 0) return <p>Nobody.</p>
  return (
    <>
      <p class="max-w-measure">
        {numberInWords(left.length)} {left.length === 1 ? 'person has' : 'people have'} none of these hours inside their
        working day. A recording, or a talk with you, helps them.
      </p>
      <div class="mt-2">
        <More summary="Who they are" open={left.length <= 10}>
          <ul>
            {left.slice(0, NAMES_SHOWN).map((person) => (
              <li key={person.id} class="wrap-anywhere">
                {person.name}
              </li>
            ))}
          </ul>
          {left.length > NAMES_SHOWN && <p class="mt-2 text-muted">and {left.length - NAMES_SHOWN} more</p>}
        </More>
      </div>
    </>
  )
}

function Instead({ it, at, other, of }: { it: SessionTimes; at: number; other: TimesShown; of: string }) {
  const time = it.times[at]
  const cost = it.covered - other.covered
  if (!time) return null
  return (
    <li>
      <p class="font-semibold">
        Without {longDay(time.day)}, {time.time}
      </p>
      <p class="mt-1">
        {other.times.length === 0
          ? 'Nothing else reaches anybody.'
          : `${other.times.map((one) => `${longDay(one.day)}, ${one.time}`).join('; ')}. `}
        {other.times.length > 0 &&
          (cost === 0 ? 'It reaches as many.' : `It reaches ${countOf(cost, 'person', 'people')} fewer.`)}
      </p>
      {other.times.length > 0 && (
        <p class="mt-1">
          <Link href={useOf(of, other)}>
            Take this instead
            <span class="sr-only">
              {' '}
              of {longDay(time.day)}, {time.time}
            </span>
          </Link>
        </p>
      )}
    </li>
  )
}

function useOf(of: string, { times }: TimesShown): string {
  return `${of}/edit?times=${times.map((it) => `${it.day}T${it.time}`).join(',')}`
}

function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
